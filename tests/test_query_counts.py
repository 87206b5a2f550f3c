"""No page asks the database more than twelve times; a list as often for three rows as for one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from inti.enums import Peran
from kerjasama.models import Impor, PerangkatDaerah
from pelaporan.enums import JenisDokumen
from pelaporan.models import Laporan
from pelaporan.services import dokumen, publikasi
from pengawasan.models import Kegiatan
from pengawasan.services import tindak_lanjut
from tests.factories.adegan import bangun
from tests.factories.inti import (
    BerkasKarantinaFactory,
    BerkasRusakFactory,
    PemerintahFactory,
    PenggunaFactory,
    beri_kursi,
)
from tests.factories.kalender import satu_setiap_jenis
from tests.factories.kebijakan import DrafKebijakanFactory
from tests.factories.kerjasama import (
    KeanggotaanFactory,
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
    kini,
)
from tests.factories.pengendalian import PengendalianFactory
from tests.factories.penundaan import PenundaanJadwalFactory
from tests.factories.teguran import SuratTeguranFactory
from tests.permissions_matrix import MATRIKS, ORANG
from tests.test_permissions import isi, peramban, url

pytestmark = pytest.mark.django_db
TERBANYAK = 12


def butir_tindak_lanjut():
    rekomendasi = RekomendasiFactory(disetujui=True)
    tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)


def laporan_menunggu(kegiatan=None):
    nomor = NomorSuratFactory()
    Laporan.objects.create(
        kegiatan=kegiatan or KegiatanFactory(dilaporkan=True),
        disusun_oleh=PenggunaFactory(),
        status="dikirim",
        versi=1,
        nomor=nomor,
        tanggal=nomor.tanggal,
        dikirim_oleh=PenggunaFactory(),
        dikirim_pada=timezone.now(),
    )


def rekomendasi_walikota():
    kegiatan = KegiatanFactory(dilaksanakan=True)
    RekomendasiFactory(
        baris__matrik__kegiatan=kegiatan, jenis="f", diputus=True, status="menunggu_walikota"
    )
    kini(kegiatan, "dilaporkan")
    laporan_menunggu(kegiatan)


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
    ("berkas-rusak-daftar", "staf", BerkasRusakFactory),
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

    assert jumlah[0] == jumlah[1] <= TERBANYAK


def test_no_page_of_any_role_asks_more_than_twelve_times(settings):
    settings.PUBLIK_PER_MENIT = settings.HADIR_PER_MENIT = settings.KEASLIAN_PER_MENIT = 0
    settings.TANDA_TANGAN = "unggah"
    adegan, dihitung, terlalu = bangun(), 0, []
    for siapa in ORANG:
        klien = peramban(adegan, siapa)
        for nama, (cara, status) in MATRIKS.items():
            if cara != "GET" or status[siapa] != 200:
                continue
            with CaptureQueriesContext(connection) as kueri:
                isi(klien.get(url(adegan, nama)))
            dihitung += 1
            if len(kueri) > TERBANYAK:
                terlalu.append(f"{nama} as {siapa}: {len(kueri)}")

    assert terlalu == []
    assert dihitung > 1000


SKENARIO = "tambah=30&unit_baru={unit}&tanpa={orang}&interval_pemantauan=4&sisi=skenario"


def keadaan(adegan):
    """States that the addresses of the matrix do not open, and who opens them."""
    staf, pd = peramban(adegan, "staf"), peramban(adegan, "pd")
    for kegiatan in Kegiatan.objects.terlihat_oleh(adegan.orang["pd"]):
        SuratTugasFactory(kegiatan=[kegiatan])
        yield from ((kegiatan.get_absolute_url(), klien) for klien in (staf, pd))
    orang, unit = adegan.orang["staf"], PerangkatDaerah.objects.first()
    for nama in ("simulasi", "simulasi-usulan", "simulasi-baris"):
        kueri = SKENARIO.format(unit=unit.pk, orang=orang.pk)
        yield f"{reverse(f'pengawasan:{nama}')}?{kueri}", staf
    for peran in (Peran.ADMIN, Peran.PD, Peran.TIM, Peran.KETUA):
        beri_kursi(orang, peran)
    unit = adegan.orang["pd"].keanggotaan.get().perangkat_daerah
    KeanggotaanFactory(pengguna=orang, perangkat_daerah=unit)
    yield reverse("beranda"), staf


def test_no_state_of_a_page_asks_more_than_twelve_times():
    adegan, terlalu = bangun(), []
    for alamat, klien in keadaan(adegan):
        with CaptureQueriesContext(connection) as kueri:
            isi(klien.get(alamat))
        if len(kueri) > TERBANYAK:
            terlalu.append(f"{alamat}: {len(kueri)}")

    assert terlalu == []
