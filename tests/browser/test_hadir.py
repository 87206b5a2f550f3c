"""Checking in on a phone: the code on the officer's screen, a signature, the line in the list."""

import math

import pytest

from pengawasan.models import Hadirin
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import RapatFactory, SesiHadirFactory, hari

SANDI = "sandi-uji-9"


@pytest.fixture
def petugas(situs, masuk, page):
    """Someone of the team, signed in on this page."""
    orang = PenggunaFactory(tim=True)
    orang.set_password(SANDI)
    orang.save()
    masuk(situs, orang.username, SANDI)
    return orang


def gambar(page):
    """A wave over the pad, drawn with the mouse."""
    bidang = page.locator("[data-signature-pad] canvas")
    bidang.scroll_into_view_if_needed()
    kotak = bidang.bounding_box()
    tengah = kotak["y"] + kotak["height"] / 2
    page.mouse.move(kotak["x"] + 20, tengah)
    page.mouse.down()
    for langkah in range(50):
        page.mouse.move(kotak["x"] + 20 + langkah * 5, tengah + 30 * math.sin(langkah / 4))
    page.mouse.up()


def isi(page):
    page.fill("[name=nama]", "Ani Lestari")
    page.fill("[name=instansi]", "Dinas Lingkungan Hidup")
    page.get_by_label("Perangkat Daerah").check()


def test_a_signature_drawn_on_a_phone_arrives_in_the_list(
    page, situs, petugas, browser, assert_axe_clean, settings
):
    settings.SITE_URL = situs
    rapat = RapatFactory(tanggal=hari(), mulai=None)
    page.goto(f"{situs}{rapat.get_absolute_url()}")
    page.click("text=Buka daftar hadir dengan QR")
    assert_axe_clean(page)
    page.locator("main").get_by_role("button", name="Buka daftar hadir dengan QR").click()
    alamat = page.locator(".qr-address").inner_text()
    assert_axe_clean(page)
    page.goto(f"{situs}{rapat.get_absolute_url()}")

    ponsel = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    ponsel.goto(alamat)
    assert_axe_clean(ponsel)
    isi(ponsel)
    gambar(ponsel)
    assert ponsel.evaluate("document.documentElement.scrollWidth") <= 390
    ponsel.get_by_role("button", name="Catat kehadiran saya").click()
    ponsel.wait_for_selector("text=Kehadiran tercatat")
    assert_axe_clean(ponsel)

    # The officer's page asks again by itself.
    page.wait_for_selector("text=Ani Lestari")
    assert page.locator("#hadirin svg.signature-image path").get_attribute("d").startswith("M")
    assert_axe_clean(page)
    goresan = Hadirin.objects.get().tanda.goresan
    assert len(goresan[0]) > 40


def test_somebody_who_cannot_draw_checks_in_with_the_keyboard(page, situs, assert_axe_clean):
    sesi = SesiHadirFactory()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{situs}{sesi.get_absolute_url()}")
    page.focus("[name=nama]")
    for ketik in ("Budi", "Direktur", "PT Mitra"):
        page.keyboard.type(ketik)
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    while not page.evaluate("document.activeElement.name === 'tanpa_tanda_tangan'"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    page.wait_for_selector("text=hadir tanpa tanda tangan")
    assert_axe_clean(page)
    assert Hadirin.objects.get().tanda.tanpa_tanda_tangan


def test_a_drawing_is_cleared_and_its_lack_is_named(page, situs):
    sesi = SesiHadirFactory()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{situs}{sesi.get_absolute_url()}")
    isi(page)
    gambar(page)
    page.get_by_role("button", name="Hapus gambar").click()
    page.get_by_role("button", name="Catat kehadiran saya").click()

    page.wait_for_selector("text=Gambar tanda tangan, atau centang")
    assert page.input_value("[name=nama]") == "Ani Lestari"
    assert not Hadirin.objects.exists()
