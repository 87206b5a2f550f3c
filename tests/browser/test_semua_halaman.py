"""Every kind of page that a role can reach: no barrier and no sideways scroll."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from playwright.sync_api import expect

from tests.browser.jelajah import jelajahi

TELEPON, LAYAR = {"width": 320, "height": 800}, {"width": 1280, "height": 900}
# Who sees most first: each kind of page is looked at once, the first page for every role.
PERAN = ("staf", "mitra", "pd", "ketua", "admin", "tim", "walikota")
GALAT = ("400", "403", "404", "429", "500")
SIDEWAYS = "document.documentElement.scrollWidth"


@pytest.fixture
def periksa(page, assert_axe_clean):
    """What is wrong with the page that is shown, at both widths unless told otherwise."""

    def temuan(semua=(LAYAR, TELEPON)):
        galat = []
        for ukuran in semua:
            page.set_viewport_size(ukuran)
            lebar = page.evaluate(SIDEWAYS)
            if lebar > ukuran["width"]:
                galat.append(f"{page.url} is {lebar} wide at {ukuran['width']}")
            try:
                assert_axe_clean(page)
            except AssertionError as error:
                galat.append(f"at {ukuran['width']}: {error}")
        page.set_viewport_size(LAYAR)
        return galat

    return temuan


@pytest.mark.lambat
def test_each_kind_of_page_of_each_role(page, situs_contoh, masuk, periksa):
    sudah, galat = set(), []
    for peran in PERAN:
        masuk(situs_contoh, peran)
        sudah.discard("beranda")
        for nama in jelajahi(page, situs_contoh, sudah):
            galat += [f"{peran} {nama}: {satu}" for satu in periksa((TELEPON,))]

    assert galat == []
    assert len(sudah) > 60


@pytest.mark.parametrize("kode", GALAT)
def test_error_pages(page, situs, periksa, rf, kode):
    request = rf.get("/galat/")
    request.user = AnonymousUser()
    isi = render_to_string(f"{kode}.html", {"pesan": "Permintaan tidak terbaca."}, request=request)
    page.route("**/galat/", lambda rute: rute.fulfill(body=isi, content_type="text/html"))

    page.goto(f"{situs}/galat/")

    assert periksa() == []
    expect(page.locator("h1")).to_have_count(1)


def test_the_first_press_of_tab_leads_past_the_menu(page, situs_contoh, masuk):
    masuk(situs_contoh, "staf")
    page.goto(f"{situs_contoh}/kerja-sama/naskah/")

    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#isi")).to_be_focused()


@pytest.mark.parametrize(
    "alamat",
    [
        "/kerja-sama/mitra/tambah/",
        "/kerja-sama/naskah/tambah/",
        "/pelaporan/surat/pesan/",
        "/akun/sandi/",
    ],
)
def test_a_refused_form_puts_the_focus_on_its_first_error(
    page, situs_contoh, masuk, periksa, alamat
):
    masuk(situs_contoh, "staf")
    page.goto(f"{situs_contoh}{alamat}")
    page.eval_on_selector_all("main form", "semua => semua.forEach(f => (f.noValidate = true))")

    page.click("main form [type=submit] >> nth=-1")
    page.wait_for_selector("main .is-invalid, main [aria-invalid=true]")

    diisi = page.evaluate("document.activeElement.matches('.is-invalid, [aria-invalid=true]')")
    assert diisi, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    assert periksa() == []
