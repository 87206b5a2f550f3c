"""Every file that hangs on a naskah is found by whoever may open it, and by nobody else."""

import pytest

from inti.models import JejakAudit, TeksBerkas
from kerjasama.models import (
    BuktiPernyataan,
    DokumenNaskah,
    IndeksNaskah,
    Naskah,
    PembayaranSetoran,
    PernyataanPemenuhan,
)
from kerjasama.queries import cari
from kerjasama.queries.berkas_dicari import khalayak
from kerjasama.services import indeks
from pelaporan.models import BerkasLaporan
from pengawasan.models import (
    BerkasJawaban,
    BerkasPerkembangan,
    BuktiTindakLanjut,
    JawabanTeguran,
    PerkembanganTindakLanjut,
    TindakLanjut,
)
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import (
    AddendumFactory,
    ButirFactory,
    LampiranFactory,
    MitraFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    SetoranFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.pengawasan import RekomendasiFactory, hari
from tests.factories.pengendalian import PengendalianFactory
from tests.factories.teguran import SuratTeguranFactory

pytestmark = pytest.mark.django_db
SEMUA = {"staf", "pd", "mitra", "mitra lain"}
DALAM = {"staf", "pd"}
SATU_MITRA = {"staf", "pd", "mitra"}


@pytest.fixture
def naskah():
    """Of two mitra; `milik` is the first."""
    satu = NaskahFactory(mitra=[MitraFactory(), MitraFactory()])
    satu.milik = satu.mitra.order_by("pk").first()
    return satu


@pytest.fixture
def orang(naskah):
    return {
        "staf": PenggunaFactory(staf=True),
        "pd": anggota_pd(naskah.perangkat_daerah.get()),
        "pd lain": anggota_pd(PerangkatDaerahFactory()),
        "mitra": anggota_mitra(naskah.milik),
        "mitra lain": anggota_mitra(naskah.mitra.order_by("pk").last()),
        "mitra luar": anggota_mitra(MitraFactory()),
        "admin": PenggunaFactory(admin=True),
    }


def berkas(teks="rahasia gempa"):
    satu = BerkasFactory()
    TeksBerkas.objects.create(sha256=satu.sha256, teks=teks)
    return satu


def pernyataan(naskah, *, butir_mitra=None, mitra=None):
    butir = ButirFactory(naskah=naskah, mitra=butir_mitra)
    satu = PernyataanPemenuhan.objects.create(
        butir=butir, sisi="mitra" if mitra else "tim", mitra=mitra, status="sebagian",
        sumber="Rapat", tanggal=hari(), dinyatakan_oleh=PenggunaFactory(),
    )  # fmt: skip
    BuktiPernyataan.objects.create(pernyataan=satu, berkas=berkas())


def pembayaran(naskah, mitra):
    setoran = SetoranFactory(butir__naskah=naskah, butir__mitra=mitra)
    PembayaranSetoran.objects.create(
        setoran=setoran, tanggal=hari(), jumlah=1, bukti=berkas(), sisi="mitra",
        dinyatakan_oleh=PenggunaFactory(),
    )  # fmt: skip


def tindak_lanjut(naskah):
    return TindakLanjut.objects.create(
        rekomendasi=RekomendasiFactory(baris__matrik__kegiatan__naskah=naskah, disetujui=True),
        naskah=naskah, perangkat_daerah=naskah.perangkat_daerah.get(), uraian="Tagih",
        tenggat=hari(30),
    )  # fmt: skip


def perkembangan(naskah):
    satu = PerkembanganTindakLanjut.objects.create(
        tindak_lanjut=tindak_lanjut(naskah), tanggal=hari(), uraian="Sudah ditagih",
        dicatat_oleh=PenggunaFactory(),
    )  # fmt: skip
    BerkasPerkembangan.objects.create(perkembangan=satu, berkas=berkas())


def jawaban(naskah):
    surat = SuratTeguranFactory(teguran__naskah=naskah, teguran__mitra=naskah.milik)
    satu = JawabanTeguran.objects.create(
        surat=surat, teks="Baik.", cara="portal", disampaikan_oleh=PenggunaFactory()
    )
    BerkasJawaban.objects.create(jawaban=satu, berkas=berkas())


def laporan(naskah, putaran=1):
    kewajiban = KewajibanLaporanFactory(naskah=naskah, mitra=naskah.milik)
    satu = LaporanMitraFactory(kewajiban=kewajiban, disampaikan=True)
    BerkasLaporan.objects.create(laporan=satu, berkas=berkas(), putaran=putaran)


@pytest.mark.parametrize(
    ("tulis", "pembaca"),
    [
        (lambda n: DokumenNaskah.objects.create(naskah=n, berkas=berkas()), SEMUA),
        (lambda n: AddendumFactory(naskah=n, berkas=berkas()), SEMUA),
        (lambda n: LampiranFactory(naskah=n, mitra=None, berkas=berkas()), SEMUA),
        (lambda n: LampiranFactory(naskah=n, mitra=n.milik, berkas=berkas()), SATU_MITRA),
        (pernyataan, SEMUA),
        (lambda n: pernyataan(n, mitra=n.milik), SATU_MITRA),
        (lambda n: pernyataan(n, butir_mitra=n.milik), SATU_MITRA),
        (lambda n: pembayaran(n, None), SEMUA),
        (lambda n: pembayaran(n, n.milik), SATU_MITRA),
        (laporan, SATU_MITRA),
        (lambda n: laporan(n, putaran=0), set()),
        (jawaban, SATU_MITRA),
        (
            lambda n: BuktiTindakLanjut.objects.create(
                tindak_lanjut=tindak_lanjut(n), berkas=berkas()
            ),
            DALAM,
        ),
        (perkembangan, DALAM),
        (lambda n: PengendalianFactory(naskah=n, berkas=berkas()), DALAM),
    ],
    ids=[
        "dokumen", "addendum", "lampiran semua pihak", "lampiran satu mitra", "bukti tim",
        "bukti satu mitra", "bukti butir satu mitra", "pembayaran", "pembayaran satu mitra",
        "laporan mitra", "laporan mitra draf", "jawaban teguran", "bukti tindak lanjut",
        "perkembangan", "pengendalian",
    ],
)  # fmt: skip
def test_a_file_is_found_and_quoted_for_those_who_may_open_it(naskah, orang, tulis, pembaca):
    tulis(naskah)
    indeks.lengkapi()
    dicari = cari.kueri("gempa")

    menemukan, membaca = set(), set()
    for nama, pengguna in orang.items():
        untuk = khalayak(pengguna)
        terlihat = Naskah.objects.terlihat_oleh(pengguna)
        if cari.cocok(terlihat, dicari, untuk=untuk).exists():
            menemukan.add(nama)
        if any(t.bagian for t in cari.temuan(terlihat, dicari, untuk=untuk)):
            membaca.add(nama)

    assert (menemukan, membaca) == (pembaca, pembaca)


def test_words_of_the_naskah_and_of_a_private_file_are_found_together(naskah, orang):
    LampiranFactory(naskah=naskah, mitra=naskah.milik, berkas=berkas())
    indeks.lengkapi()
    dicari = cari.kueri("pasar gempa")

    ditemukan = {
        nama: cari.cocok(
            Naskah.objects.terlihat_oleh(pengguna), dicari, untuk=khalayak(pengguna)
        ).count()
        for nama, pengguna in orang.items()
    }

    assert [nama for nama, n in ditemukan.items() if n] == ["staf", "pd", "mitra"]


def test_a_file_that_is_for_all_again_leaves_no_row_of_its_own(naskah):
    lampiran = LampiranFactory(naskah=naskah, mitra=naskah.milik, berkas=berkas())
    indeks.lengkapi()
    assert IndeksNaskah.objects.count() == 3

    type(lampiran).objects.update(mitra=None)
    indeks.susun_ulang()

    assert IndeksNaskah.objects.get().teks.endswith("rahasia gempa")


@pytest.mark.parametrize(
    ("jenis", "kunci"),
    [
        ("kerjasama.butir", lambda n: ButirFactory(naskah=n).pk),
        ("kerjasama.setoran", lambda n: SetoranFactory(butir__naskah=n).pk),
        ("kerjasama.lampiranbertanggal", lambda n: LampiranFactory(naskah=n).pk),
        ("pengawasan.tindaklanjut", lambda n: tindak_lanjut(n).pk),
        ("pengawasan.pengendalian", lambda n: PengendalianFactory(naskah=n).pk),
        ("pengawasan.teguran", lambda n: SuratTeguranFactory(teguran__naskah=n).teguran_id),
        (
            "pelaporan.laporanmitra",
            lambda n: LaporanMitraFactory(kewajiban__naskah=n, disampaikan=True).pk,
        ),
    ],
)
def test_a_line_about_what_files_hang_on_is_followed(naskah, jenis, kunci):
    pk = kunci(naskah)

    assert indeks._naskah_terubah([(1, jenis, pk)]) == [naskah.pk]


def test_a_draft_saved_again_and_again_costs_nothing(naskah):
    draf = LaporanMitraFactory(kewajiban__naskah=naskah)

    assert JejakAudit.objects.filter(objek_jenis="pelaporan.laporanmitra").count() == 0
    assert indeks._naskah_terubah([(1, "pelaporan.laporanmitra", draf.pk)]) == []
