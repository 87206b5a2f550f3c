"""A release serves one style sheet, in which nothing of the many is missing."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from inti.storage import IMPORT, SITE_SHEET, flatten


@pytest.fixture
def released(settings, tmp_path):
    """What collectstatic makes of the site's files."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "inti.storage.ModuleManifestStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def isi(nama):
    return Path(finders.find(nama)).read_text(encoding="utf-8")


def test_every_sheet_is_in_the_one_in_its_turn():
    satu = flatten(SITE_SHEET)
    letak = [satu.index(isi(nama)) for nama in lembar()]

    assert len(letak) > 30
    assert letak == sorted(letak)
    assert not IMPORT.search(satu)


def test_release_names_the_font_by_its_hash_and_compresses_the_sheet(released):
    (sheet,) = released.glob("css/site.????????????.css")

    assert re.search(r"inter-latin-wght-normal\.\w{12}\.woff2", sheet.read_text())
    assert "@import" not in sheet.read_text()
    assert sheet.with_name(f"{sheet.name}.gz").exists()


def test_a_page_of_a_release_links_one_sheet(released, client, db):
    def tautan():
        return re.findall(r'rel="stylesheet" href="([^"]+)"', client.get("/masuk/").text)

    assert [re.sub(r"\.\w{12}\.", ".", satu) for satu in tautan()] == ["/static/css/site.css"]


def test_each_sheet_is_linked_while_developing(client, db):
    halaman = client.get("/masuk/").text

    assert [satu in halaman for satu in lembar()] == [True] * len(lembar())


def test_second_release_is_the_same(released):
    semula = {satu.name for satu in released.glob("css/*")}
    call_command("collectstatic", interactive=False, verbosity=0)

    assert {satu.name for satu in released.glob("css/*")} == semula


def test_sheet_of_another_folder_that_asks_for_a_file_is_refused(settings, tmp_path):
    (tmp_path / "css" / "lain").mkdir(parents=True)
    (tmp_path / SITE_SHEET).write_text('@import url("/static/css/lain/a.css");')
    (tmp_path / "css" / "lain" / "a.css").write_text("b { background: url(c.png) }")
    settings.STATICFILES_DIRS = [tmp_path]
    finders.get_finder.cache_clear()
    try:
        with pytest.raises(ValueError, match="asks for a file"):
            flatten(SITE_SHEET)
    finally:
        finders.get_finder.cache_clear()


def test_every_sheet_of_a_component_is_linked():
    nama = {satu.split("/")[-1] for satu in lembar()}
    ada = {satu.name for satu in Path(finders.find("css/components")).glob("*.css")}

    assert ada - nama == {"field.css"}


def lembar():
    """The imports in order."""
    return IMPORT.findall(isi(SITE_SHEET))
