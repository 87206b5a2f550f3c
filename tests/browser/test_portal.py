"""The mitra reports on a phone: the form saves itself, says what is missing, gives a receipt."""

import pytest

from pelaporan.models import LaporanMitra
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import ButirFactory, NaskahFactory, anggota_mitra
from tests.factories.pelaporan import (
    FormulirLaporanFactory,
    KewajibanLaporanFactory,
    LaporanMitraFactory,
    berkas_pdf,
)

SANDI = "sandi-uji-yang-panjang"
HP = {"width": 390, "height": 844}


@pytest.fixture
def orang(live_server, transactional_db):
    PemerintahFactory()
    FormulirLaporanFactory()
    naskah = NaskahFactory(maksud_tujuan="Melayani warga.", ruang_lingkup="Dua pasar.")
    ButirFactory(naskah=naskah, uraian="Menyetor kompensasi")
    KewajibanLaporanFactory(naskah=naskah, terlambat=True)
    satu = anggota_mitra(naskah.mitra.get())
    satu.set_password(SANDI)
    satu.save()
    return satu


def buka_formulir(page, live_server, masuk, orang):
    page.set_viewport_size(HP)
    masuk(live_server.url, orang.username, SANDI)
    page.goto(f"{live_server.url}/portal/")
    page.get_by_role("button", name="Mulai mengisi").click()
    page.wait_for_url("**/portal/laporan/*/")


def tersimpan(page):
    return page.locator("#tersimpan")


def test_report_saves_itself_and_is_sent(page, live_server, masuk, orang, assert_axe_clean):
    page.set_viewport_size(HP)
    masuk(live_server.url, orang.username, SANDI)
    page.goto(f"{live_server.url}/portal/")
    assert_axe_clean(page)
    page.get_by_role("button", name="Mulai mengisi").click()
    assert_axe_clean(page)

    page.get_by_label("Latar belakang *").fill("Kebutuhan pelayanan.")
    page.get_by_label("Dana yang digunakan (Rp)").fill("banyak")
    tersimpan(page).get_by_text("Belum tersimpan: Dana yang digunakan").wait_for()
    page.get_by_label("Dana yang digunakan (Rp)").fill("Rp1.250.000")
    tersimpan(page).get_by_text("Tersimpan pukul").wait_for()
    assert LaporanMitra.objects.get().isi["jumlah_dana"] == 1_250_000

    page.get_by_role("button", name="Periksa dan sampaikan").click()
    page.wait_for_url("**/periksa/")
    assert_axe_clean(page)
    page.get_by_role("link", name="Perkembangan dan hasil belum diisi.").click()
    for label in ("Perkembangan dan hasil *", "Realisasi *", "Hambatan *"):
        page.get_by_label(label).fill("Berjalan baik.")
    page.get_by_label("Rencana tindak lanjut *").fill("Dilanjutkan.")
    page.get_by_role("button", name="Simpan draf").click()
    berkas = {"name": "bukti.pdf", "mimeType": "application/pdf", "buffer": berkas_pdf().isi}
    page.set_input_files("[name=berkas]", berkas)
    page.get_by_role("button", name="Unggah").click()
    page.get_by_role("link", name="bukti.pdf").wait_for()
    page.get_by_role("button", name="Periksa dan sampaikan").click()
    page.get_by_role("button", name="Sampaikan laporan").click()
    page.locator("dialog").get_by_role("button").first.click()

    page.wait_for_url("**/tanda-terima/1/")
    assert page.get_by_text("belum dibaca").count() == 3
    assert page.evaluate("document.documentElement.scrollWidth") <= HP["width"]
    assert_axe_clean(page)


@pytest.mark.parametrize("tombol", ["Periksa dan sampaikan", "Simpan draf"])
def test_a_file_that_was_only_chosen_goes_with_the_report(page, live_server, masuk, orang, tombol):
    buka_formulir(page, live_server, masuk, orang)
    berkas = {"name": "bukti.pdf", "mimeType": "application/pdf", "buffer": berkas_pdf().isi}
    page.set_input_files("[name=berkas]", berkas)

    page.get_by_role("button", name=tombol).click()

    page.get_by_text("Draf tersimpan.").wait_for()
    page.get_by_role("link", name="bukti.pdf").wait_for()
    assert [b.berkas.nama for b in LaporanMitra.objects.get().berkas.all()] == ["bukti.pdf"]


def test_sending_waits_for_a_save_that_is_on_its_way(page, live_server, masuk, orang):
    buka_formulir(page, live_server, masuk, orang)
    page.route("**/simpan-otomatis/", lambda route: (page.wait_for_timeout(800), route.continue_()))
    page.get_by_label("Latar belakang *").fill("Kebutuhan pelayanan.")
    page.locator("[data-autosave].htmx-request").wait_for()
    page.get_by_label("Hambatan *").fill("Ditulis saat menyimpan.")

    page.get_by_role("button", name="Simpan draf").click()

    page.get_by_text("Draf tersimpan.").wait_for()
    assert LaporanMitra.objects.get().isi["hambatan"] == "Ditulis saat menyimpan."


def test_second_tab_is_told_instead_of_overwriting(page, live_server, masuk, orang, context):
    buka_formulir(page, live_server, masuk, orang)
    kedua = context.new_page()
    kedua.goto(page.url)
    page.get_by_label("Hambatan *").fill("Tab pertama.")
    tersimpan(page).get_by_text("Tersimpan pukul").wait_for()
    with page.expect_response("**/simpan-otomatis/"):
        page.get_by_label("Hambatan *").blur()

    kedua.get_by_label("Hambatan *").fill("Tab kedua.")

    tersimpan(kedua).get_by_text("baru saja berubah").wait_for()
    assert LaporanMitra.objects.get().isi["hambatan"] == "Tab pertama."


def test_review_page_has_no_axe_violation(page, live_server, masuk, orang, assert_axe_clean):
    staf = PenggunaFactory(staf=True)
    staf.set_password(SANDI)
    staf.save()
    laporan = LaporanMitraFactory(disampaikan=True)
    masuk(live_server.url, staf.username, SANDI)

    for alamat in ("", "belum/", f"{laporan.pk}/"):
        page.goto(f"{live_server.url}/pelaporan/laporan-mitra/{alamat}")
        assert_axe_clean(page)
    page.get_by_role("button", name="Kembalikan untuk diperbaiki").or_(
        page.get_by_text("Kembalikan untuk diperbaiki")
    ).first.click()
    page.get_by_label("Apa yang harus diperbaiki").fill("Lampirkan bukti setor.")
    page.get_by_role("button", name="Kembalikan laporan").click()

    page.get_by_text("Laporan dikembalikan dan mitra diberi tahu.").wait_for()
    laporan.refresh_from_db()
    assert laporan.status == "dikembalikan"
