"""Every list asks the database as often for three rows as for one, and at most twelve times."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kerjasama.models import Impor
from pelaporan.enums import JenisDokumen
from pelaporan.models import Laporan
from pelaporan.services import dokumen, publikasi
from pengawasan.services import tindak_lanjut
from tests.factories.inti import BerkasKarantinaFactory, PemerintahFactory, PenggunaFactory
from tests.factories.kalender import satu_setiap_jenis
from tests.factories.kebijakan import DrafKebijakanFactory
from tests.factories.kerjasama import (
    LampiranFactory,
    MitraFactory,
    NaskahFactory,
    PenugasanNaskahFactory,
    PerangkatDaerahFactory,
    SetoranFactory,
)
from tests.factories.kertas_kerja import lembar
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pembinaan import KeputusanTimFactory, PembinaanFactory
from tests.factories.pengawasan import (
    JadwalFactory,
    KebijakanFactory,
    KegiatanFactory,
    NomorSuratFactory,
    RapatFactory,
    RekomendasiFactory,
    SuratTugasFactory,
    TenagaProfesionalFactory,
)
from tests.factories.pengendalian import PengendalianFactory
from tests.factories.penundaan import PenundaanJadwalFactory
from tests.factories.teguran import SuratTeguranFactory

pytestmark = pytest.mark.django_db


def butir_tindak_lanjut():
    rekomendasi = RekomendasiFactory(disetujui=True)
    tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)


def laporan_menunggu():
    nomor = NomorSuratFactory()
    Laporan.objects.create(
        kegiatan=KegiatanFactory(dilaporkan=True),
        disusun_oleh=PenggunaFactory(),
        status="dikirim",
        versi=1,
        nomor=nomor,
        tanggal=nomor.tanggal,
        dikirim_oleh=PenggunaFactory(),
        dikirim_pada=timezone.now(),
    )


def rekomendasi_walikota():
    laporan_menunggu()
    kegiatan = Laporan.objects.latest("pk").kegiatan
    RekomendasiFactory(
        baris__matrik__kegiatan=kegiatan, jenis="f", diputus=True, status="menunggu_walikota"
    )


def impor():
    Impor.objects.create(nama="daftar.csv", sha256=str(Impor.objects.count()) * 64)


def pengecualian():
    publikasi.tahan(NaskahFactory().pk, alasan="Rahasia", oleh=PenggunaFactory())


def berakhir():
    KebijakanFactory()
    akhir = timezone.localdate() + timedelta(days=40)
    LampiranFactory(naskah=NaskahFactory(tanggal_berakhir=akhir), berlaku_sampai=akhir)


def kertas_kerja():
    lembar(KegiatanFactory(ditugaskan=True))


def dokumen_resmi():
    dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=PenggunaFactory())


def permintaan():
    KewajibanLaporanFactory(terlambat=True)


DAFTAR = [
    ("kerjasama:naskah-daftar", "staf", NaskahFactory),
    ("kerjasama:setoran-daftar", "staf", SetoranFactory),
    ("kerjasama:naskah-massal", "staf", NaskahFactory),
    ("kerjasama:mitra-daftar", "staf", MitraFactory),
    ("kerjasama:perangkat-daerah-daftar", "staf", PerangkatDaerahFactory),
    ("kerjasama:impor-daftar", "staf", impor),
    ("akan-berakhir", "staf", berakhir),
    ("pengawasan:jadwal-daftar", "staf", JadwalFactory),
    ("pengawasan:kertas-kerja-daftar", "staf", kertas_kerja),
    ("pengawasan:kebijakan-daftar", "staf", DrafKebijakanFactory),
    ("pengawasan:penundaan-daftar", "staf", PenundaanJadwalFactory),
    ("pengawasan:teguran-daftar", "staf", SuratTeguranFactory),
    ("pengawasan:simulasi", "staf", JadwalFactory),
    ("pengawasan:simulasi-baris", "staf", JadwalFactory),
    ("pengawasan:simulasi-usulan", "staf", JadwalFactory),
    ("pengawasan:rapat-daftar", "staf", RapatFactory),
    ("pengawasan:pengendalian-daftar", "staf", PengendalianFactory),
    ("pengawasan:surat-tugas-daftar", "staf", SuratTugasFactory),
    ("pengawasan:anggota-naskah-daftar", "staf", PenugasanNaskahFactory),
    ("pengawasan:tenaga-profesional-daftar", "staf", TenagaProfesionalFactory),
    ("pengawasan:pembinaan-daftar", "staf", PembinaanFactory),
    ("pengawasan:keputusan-tim-daftar", "staf", KeputusanTimFactory),
    ("pengawasan:tindak-lanjut-daftar", "staf", butir_tindak_lanjut),
    ("pelaporan:laporan-daftar", "tim", laporan_menunggu),
    ("pelaporan:meja-ketua", "ketua", laporan_menunggu),
    ("pelaporan:meja-walikota", "walikota", rekomendasi_walikota),
    ("pelaporan:publikasi-daftar", "staf", pengecualian),
    ("pelaporan:dokumen-daftar", "staf", dokumen_resmi),
    ("pelaporan:surat-daftar", "staf", NomorSuratFactory),
    ("pelaporan:permintaan-daftar", "staf", permintaan),
    ("pelaporan:surat-cetak", "staf", NomorSuratFactory),
    ("pelaporan:rekap-tkksd", "staf", JadwalFactory),
    ("pelaporan:rekap-semester", "staf", NaskahFactory),
    ("pelaporan:rekap-gubernur", "staf", NaskahFactory),
    ("pelaporan:rekap-monev", "staf", JadwalFactory),
    ("pelaporan:kalender", "staf", satu_setiap_jenis),
    ("akun-daftar", "admin", PenggunaFactory),
    ("karantina-daftar", "admin", BerkasKarantinaFactory),
    ("jejak-daftar", "ketua", butir_tindak_lanjut),
]


@pytest.mark.parametrize(("nama", "peran", "satu"), DAFTAR, ids=[d[0] for d in DAFTAR])
def test_list_asks_as_often_for_three_rows_as_for_one(client, nama, peran, satu):
    PemerintahFactory()
    client.force_login(PenggunaFactory(**{peran: True}))

    jumlah = []
    for banyak in (1, 2):
        for _ in range(banyak):
            satu()
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(reverse(nama)).status_code == 200
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1] <= 12
