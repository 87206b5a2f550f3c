"""Follow-up, warnings, control and what-if at a desk and on a phone."""

import pytest
from django.urls import reverse

from kerjasama.models import Mitra
from pengawasan.models import PerataanRencana
from pengawasan.services import tindak_lanjut
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_pd
from tests.factories.pengawasan import (
    JadwalFactory,
    KebijakanFactory,
    RekomendasiFactory,
    hari,
)
from tests.factories.pengendalian import PengendalianFactory
from tests.factories.teguran import SuratTeguranFactory

SANDI = "sandi-uji-yang-panjang"
LAYAR = [{"width": 1280, "height": 900}, {"width": 390, "height": 844}]


@pytest.fixture
def sebagai(page, live_server, transactional_db, masuk):
    """`sebagai(orang)`: sign in; returns the address of the site."""
    PemerintahFactory()
    KebijakanFactory()

    def sign_in(orang):
        orang.set_password(SANDI)
        orang.save()
        masuk(live_server.url, orang.username, SANDI)
        return live_server.url

    return sign_in


def lebar_berlebih(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.mark.parametrize("layar", LAYAR, ids=["meja", "ponsel"])
def test_pages_are_accessible_and_fit_the_screen(page, sebagai, layar, assert_axe_clean):
    surat = SuratTeguranFactory()
    butir = tindak_lanjut.terbitkan(RekomendasiFactory(disetujui=True), oleh=PenggunaFactory())
    catatan = PengendalianFactory(naskah=surat.teguran.naskah)
    JadwalFactory(jatuh_tempo=hari(-9))
    page.set_viewport_size(layar)
    situs = sebagai(PenggunaFactory(staf=True))

    for alamat in (
        butir.get_absolute_url(),
        surat.teguran.get_absolute_url(),
        catatan.get_absolute_url(),
        reverse("pengawasan:pengendalian-daftar"),
        reverse("pengawasan:simulasi") + "?tambah=30",
        reverse("pengawasan:simulasi-usulan"),
        reverse("kerjasama:naskah-akhiri", args=[butir.naskah_id]),
        reverse("pelaporan:dokumen-daftar"),
    ):
        page.goto(situs + alamat)
        assert_axe_clean(page)
        assert not lebar_berlebih(page), alamat


@pytest.mark.parametrize("layar", LAYAR, ids=["meja", "ponsel"])
def test_a_unit_notes_control_of_its_naskah(page, sebagai, layar, assert_axe_clean):
    naskah = NaskahFactory()
    page.set_viewport_size(layar)
    situs = sebagai(anggota_pd(naskah.perangkat_daerah.get()))
    page.goto(situs + reverse("pengawasan:pengendalian-tambah", args=[naskah.pk]))
    assert_axe_clean(page)

    page.locator("[name=tanggal]").fill(hari(-1).isoformat())
    page.locator("[name=objek]").fill("Setoran triwulan")
    page.locator("[name=temuan]").fill("Lunas.")
    page.get_by_role("button", name="Simpan").click()

    page.get_by_text("Pengendalian dicatat.").wait_for()
    assert_axe_clean(page)


def test_several_mitra_are_warned_from_one_follow_up(page, sebagai, assert_axe_clean):
    naskah = NaskahFactory(mitra=MitraFactory.create_batch(2))
    rekomendasi = RekomendasiFactory(
        disetujui=True, jenis="g", baris__matrik__kegiatan__naskah=naskah
    )
    butir = tindak_lanjut.terbitkan(rekomendasi, oleh=PenggunaFactory())
    situs = sebagai(PenggunaFactory(staf=True))
    page.goto(situs + butir.get_absolute_url())

    for mitra in Mitra.objects.filter(naskah=naskah):
        page.get_by_label(mitra.nama).check()
    page.get_by_role("button", name="Buka teguran").click()

    page.get_by_text("Teguran dibuka; terbitkan SP1 masing-masing.").wait_for()
    assert_axe_clean(page)
    assert butir.teguran.count() == 2


def test_proposed_days_are_read_again_before_they_are_saved(page, sebagai, assert_axe_clean):
    JadwalFactory(jatuh_tempo=hari(-9))
    situs = sebagai(PenggunaFactory(staf=True))
    page.goto(situs + reverse("pengawasan:simulasi-usulan"))

    page.get_by_role("checkbox", name="Pilih").check()
    page.get_by_role("button", name="Tinjau yang dicentang").click()
    page.get_by_role("heading", name="Tinjau tanggal rencana").wait_for()
    assert_axe_clean(page)
    assert not PerataanRencana.objects.exists()
    page.get_by_role("button", name="Simpan 1 tanggal rencana").click()

    page.get_by_text("1 tanggal rencana disimpan.").wait_for()
    assert_axe_clean(page)
