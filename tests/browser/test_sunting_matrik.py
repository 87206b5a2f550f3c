"""The editor of the matrix: keyboard, several people, signal lost, a block from a sheet."""

import pytest
from playwright.sync_api import expect

from pengawasan.models import BarisMatrik
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import MatrikFactory

SANDI = "kata-sandi-panjang-uji"


@pytest.fixture
def matrik(situs):
    return MatrikFactory(baris=3)


@pytest.fixture
def buka(situs, masuk, matrik):
    """`buka(page)`: the editor, as somebody of the team; axe finds nothing on it."""

    def sunting(page, nama="ani"):
        orang = PenggunaFactory(tim=True, username=nama, nama=nama.title())
        orang.set_password(SANDI)
        orang.save()
        page.goto(f"{situs}/masuk/")
        page.fill("[name=login]", nama)
        page.fill("[name=password]", SANDI)
        page.click("main [type=submit], form [type=submit]")
        page.wait_for_url(lambda url: "/masuk/" not in url)
        page.goto(f"{situs}/pengawasan/matrik/{matrik.kegiatan_id}/sunting/")

    return sunting


def buka_baris(page, nomor, kolom="solusi"):
    page.locator("li.matrix-row").nth(nomor - 1).locator(f"[data-cell={kolom}]").click()
    page.locator(".matrix-form").wait_for()


def keadaan(page):
    return page.locator("[data-state]")


def test_a_row_is_entered_moved_and_closed_by_keyboard_alone(page, buka, matrik, assert_axe_clean):
    buka(page)
    page.locator("[data-open]").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-open]").nth(1)).to_be_focused()

    page.keyboard.press("Control+Enter")
    page.locator(".matrix-form").wait_for()
    page.keyboard.type("Pasal 9")
    page.keyboard.press("Tab")
    page.keyboard.type("Kewajiban baru")
    expect(keadaan(page)).to_contain_text("Baris 4 tersimpan")
    page.keyboard.press("Alt+ArrowUp")
    expect(keadaan(page)).to_contain_text("dipindahkan ke nomor 3")
    assert_axe_clean(page)
    page.keyboard.press("Escape")

    expect(page.locator(".matrix-form")).to_have_count(0)
    assert_axe_clean(page)
    baris = matrik.baris.get(dasar="Pasal 9")
    assert (baris.urutan, baris.materi_evaluasi) == (3, "Kewajiban baru")


def test_two_people_on_different_rows_are_both_saved(page, browser, buka, matrik):
    lain = browser.new_context(locale="id-ID").new_page()
    buka(page, "ani")
    buka(lain, "budi")
    buka_baris(page, 1)
    buka_baris(lain, 2)

    page.fill("[name=solusi]", "Dari Ani")
    lain.fill("[name=solusi]", "Dari Budi")

    expect(keadaan(page)).to_contain_text("Baris 1 tersimpan")
    expect(keadaan(lain)).to_contain_text("Baris 2 tersimpan")
    assert [b.solusi for b in matrik.baris.all()][:2] == ["Dari Ani", "Dari Budi"]


def test_two_people_on_one_row_see_both_wordings_and_choose(
    page, browser, buka, matrik, assert_axe_clean
):
    lain = browser.new_context(locale="id-ID").new_page()
    buka(page, "ani")
    buka(lain, "budi")
    buka_baris(page, 1)
    buka_baris(lain, 1)
    lain.fill("[name=solusi]", "Dari Budi")
    expect(keadaan(lain)).to_contain_text("tersimpan")

    page.fill("[name=solusi]", "Dari Ani")
    expect(keadaan(page)).to_contain_text("Bentrok")
    expect(page.locator("[data-conflict]")).to_contain_text("Budi menyimpan baris 1 (solusi)")
    assert_axe_clean(page)
    page.locator("[name=pilih-solusi][value=gabung]").check()
    page.get_by_role("button", name="Simpan", exact=True).click()

    expect(page.locator("[name=solusi]")).to_have_value("Dari Budi\nDari Ani")
    assert matrik.baris.get(urutan=1).solusi == "Dari Budi\nDari Ani"


def test_what_was_typed_without_signal_is_saved_when_it_returns(page, buka, matrik):
    buka(page)
    buka_baris(page, 1)

    page.context.set_offline(True)
    page.fill("[name=solusi]", "Tanpa sinyal")
    expect(keadaan(page)).to_contain_text("sambungan terputus")
    page.context.set_offline(False)

    expect(keadaan(page)).to_contain_text("Baris 1 tersimpan")
    assert matrik.baris.get(urutan=1).solusi == "Tanpa sinyal"


def test_what_could_not_be_sent_is_there_after_a_reload(page, buka, matrik):
    buka(page)
    buka_baris(page, 2)
    page.route("**/ubah/", lambda route: route.abort() if route.request.method == "POST" else None)
    page.fill("[name=solusi]", "Sebelum dimuat ulang")
    expect(keadaan(page)).to_contain_text("sambungan terputus")
    page.unroute("**/ubah/")
    page.on("dialog", lambda dialog: dialog.accept())

    page.reload()

    expect(keadaan(page)).to_contain_text("Baris 2 tersimpan")
    assert matrik.baris.get(urutan=2).solusi == "Sebelum dimuat ulang"


def test_a_block_from_a_sheet_is_shown_before_it_is_saved(page, buka, matrik, assert_axe_clean):
    buka(page)
    blok = "Pasal 5\tSetoran\tMenunggak\tMenagih\tSurat\tDinas Awan\tLunas\td\tsisa"

    page.evaluate(
        """teks => {
            const data = new DataTransfer();
            data.setData("text/plain", teks);
            const isi = { clipboardData: data, bubbles: true, cancelable: true };
            document.body.dispatchEvent(new ClipboardEvent("paste", isi));
        }""",
        blok,
    )

    expect(page.locator("main")).to_contain_text("“sisa” tidak punya kolom")
    expect(page.locator("main")).to_contain_text("“Dinas Awan” bukan perangkat daerah")
    assert_axe_clean(page)
    assert BarisMatrik.objects.count() == 3
    page.get_by_role("button", name="Simpan 1 baris").click()
    expect(page.locator("li.matrix-row")).to_have_count(4)
    assert matrik.baris.get(urutan=4).dasar == "Pasal 5"
