"""What a page needs without a network is named by its real address, and any change is seen."""

from inti.shell import shell


def tulis(folder, nama, isi):
    berkas = folder / nama
    berkas.parent.mkdir(exist_ok=True)
    berkas.write_text(isi)


def test_a_folder_stands_for_every_file_that_a_page_can_ask_for(settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path]
    for nama in ("js/b.js", "js/a.js", "js/LICENSE", "img/ikon.svg", "css/x.css"):
        tulis(tmp_path, nama, "")

    assert shell(["js", "img/ikon.svg"]).assets == [
        "/static/img/ikon.svg",
        "/static/js/a.js",
        "/static/js/b.js",
    ]


def test_the_version_changes_with_the_content_and_only_then(settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path]
    tulis(tmp_path, "js/a.js", "satu")
    semula = shell(["js"]).version

    assert shell(["js"]).version == semula
    tulis(tmp_path, "js/a.js", "dua")
    assert shell(["js"]).version != semula
