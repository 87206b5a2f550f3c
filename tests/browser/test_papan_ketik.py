"""The six main flows by the keyboard alone, from signing in to the last button."""

import pytest
from django.utils import timezone

from kerjasama.models import Naskah, PerangkatDaerah
from pelaporan.models import Laporan, LaporanMitra
from pengawasan.models import BeritaAcara, Kegiatan
from tests.browser.papan_ketik import PapanKetik

pytestmark = pytest.mark.lambat
ISIAN = "main textarea:visible, [name*=kewajiban][name$=uraian]:visible, [name$=realisasi]:visible"
SANDI = "contoh-kerjasama"


@pytest.fixture
def sebagai(page, situs_contoh):
    """`sebagai("pd", path)`: sign in by typing, then go where a link of a message would lead."""

    def masuk(akun, path):
        tangan = PapanKetik(page)
        page.goto(f"{situs_contoh}/masuk/")
        tangan.ketik(login=akun, password=SANDI)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.goto(f"{situs_contoh}{path}")
        tangan.lompat()
        return tangan

    return masuk


def test_staff_records_a_naskah(sebagai, page):
    tangan = sebagai("staf", "/kerja-sama/naskah/")
    tangan.buka("Catat naskah")

    tangan.pilih("jenis", "pks")
    tangan.ketik(nomor="119.1/77/SETDA.Ks/2026", judul="Pengolahan Sampah Pasar Kranji")
    tangan.tanggal("tanggal_ttd", timezone.localdate())
    tangan.ketik(**{"pihak-0-mitra": "PT Cakra Niaga Lestari PENANDA-MITRA"})
    tangan.pilih("pd-0-perangkat_daerah", str(PerangkatDaerah.objects.first().pk))
    tangan.tekan("Simpan draf")

    naskah = Naskah.objects.get(judul="Pengolahan Sampah Pasar Kranji")
    assert (naskah.tanggal_ttd, naskah.pihak.count()) == (timezone.localdate(), 1)


def test_staff_plans_what_is_late(sebagai, page):
    tangan = sebagai("staf", "/pengawasan/jadwal/")
    sebelum = Kegiatan.objects.count()
    tangan.buka(page.locator("main tbody a[href^='/pengawasan/jadwal/']"))
    tangan.buka("Rencanakan kegiatan")

    tangan.tanggal("tanggal_rencana", timezone.localdate())
    tangan.ketik(tempat="Ruang Rapat Setda")
    tangan.tekan("Rencanakan")

    assert Kegiatan.objects.count() == sebelum + 1


def test_a_unit_sends_a_berita_acara(sebagai, page):
    kegiatan = Kegiatan.objects.filter(
        status="ditugaskan", naskah__perangkat_daerah__keanggotaan__pengguna__username="pd"
    ).first()
    tangan = sebagai("pd", f"/pengawasan/berita-acara/tambah/{kegiatan.pk}/")

    tangan.pilih("jenis", "tinjau_lokasi")
    tangan.tanggal("tanggal_kejadian", timezone.localdate())
    tangan.ketik(
        tempat="Pasar Baru",
        **{"temuan-0-uraian": "Kios terbangun.", "penanda_tangan-0-nama": "Yusuf"},
    )
    tangan.tekan("Simpan dan ajukan")

    assert BeritaAcara.objects.filter(kegiatan=kegiatan, status="diajukan").exists()


def test_the_team_writes_a_row_of_the_matrix(sebagai, page):
    kegiatan = Kegiatan.objects.filter(jenis="evaluasi", status="dilaksanakan").first()
    sebelum = kegiatan.matrik.baris.count()
    tangan = sebagai("tim", f"/pengawasan/matrik/{kegiatan.pk}/tambah/")

    tangan.ketik(
        dasar="Pasal 3 PKS",
        materi_evaluasi="Setoran",
        permasalahan="Belum lunas.",
        solusi="Menagih kekurangannya.",
        tindak_lanjut="Surat penagihan.",
        keterangan="Dibahas dalam FGD.",
    )
    tangan.pilih("perangkat_daerah", str(kegiatan.naskah.perangkat_daerah.first().pk))
    tangan.centang("baru-d-pilih")
    tangan.tekan("Simpan baris")

    assert kegiatan.matrik.baris.count() == sebelum + 1


def test_the_chair_decides(sebagai, page):
    laporan = Laporan.objects.filter(status="dikirim").first()
    tangan = sebagai("ketua", "/pelaporan/meja-ketua/")
    tangan.buka(page.locator(f"main a[href='/pelaporan/meja-ketua/{laporan.pk}/']"))

    for satu in page.locator("input[name^=putusan_][value=setujui]").all():
        tangan.pilih(satu.get_attribute("name"), "setujui")
    tangan.tekan("Simpan putusan")

    laporan.refresh_from_db()
    assert laporan.status == "disetujui"


def test_a_partner_sends_its_report(sebagai, page):
    tangan = sebagai("mitra", "/portal/")
    tangan.tekan("Mulai mengisi")
    laporan = LaporanMitra.objects.get(pk=page.url.split("/laporan/")[1].split("/")[0])
    tangan.lompat()
    for kotak in page.locator(ISIAN).all():
        if not kotak.input_value():
            tangan.ketik(**{kotak.get_attribute("name"): "Terlaksana sesuai rencana."})
    tangan.tekan("Periksa dan sampaikan")
    tangan.lompat()
    tangan.tekan("Sampaikan")

    laporan.refresh_from_db()
    assert (laporan.status, laporan.riwayat.count()) == ("disampaikan", 1)
