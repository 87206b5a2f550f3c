"""What the register gives to a berkas lengkap: versions, ledger, money, origin; as one may see."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from inti.unggahan import PDF, Diperiksa
from kerjasama.models import BarisImpor, Impor, Naskah
from kerjasama.queries.naskah import untuk_rincian
from kerjasama.services import pembayaran, pernyataan
from pelaporan.domain.berkas_lengkap import kronologi
from pelaporan.queries.berkas_lengkap import kumpulkan
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import (
    AddendumFactory,
    ButirFactory,
    MitraFactory,
    NarahubungFactory,
    NaskahFactory,
    SetoranFactory,
    anggota_mitra,
    anggota_pd,
)

pytestmark = pytest.mark.django_db
TANGGAL = date(2025, 4, 1)


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def naskah():
    """Of two mitra."""
    return NaskahFactory(mitra=[MitraFactory(nama="PT Alfa"), MitraFactory(nama="PT Beta")])


def kumpul(naskah, orang):
    return kumpulkan(untuk_rincian(Naskah.objects).get(pk=naskah.pk), orang)


def tabel(isi, judul):
    """The rows of one section."""
    return [list(b) for bagian in isi.bagian if bagian.judul == judul for b in bagian.baris]


def kata(isi):
    """Every word of the index, the chronology and the list of files."""
    sel = [s for bagian in isi.bagian for baris in bagian.baris for s in baris]
    return "\n".join(
        [
            *sel,
            *(p.uraian for p in isi.peristiwa),
            *(f"{f.nama} {f.keterangan}" for f in isi.lampiran),
        ]
    )


def addendum(naskah, ke=1, **lain):
    return AddendumFactory(
        naskah=naskah, ke=ke, berkas=BerkasFactory(nama=f"addendum-{ke}.pdf"), **lain
    )


def pdf(nama):
    return Diperiksa(f"%PDF-1.4 {nama}".encode(), PDF, nama)


def nyatakan(butir, mitra):
    isi = {"ke": 0, "status": "sebagian", "tanggal": TANGGAL, "sumber": f"Surat {mitra}"}
    oleh = anggota_mitra(mitra)
    bukti = [pdf(f"nyata-{mitra.pk}-{butir.pk}.pdf")]
    pernyataan.nyatakan(butir.pk, isi, sisi="mitra", mitra=mitra, bukti=bukti, oleh=oleh)


def bayar(setoran, mitra, jumlah=400):
    data = {"tanggal": TANGGAL, "jumlah": jumlah, "nomor_bukti": f"STS-{setoran.pk}"}
    oleh, bukti = anggota_mitra(mitra), pdf(f"setor-{setoran.pk}.pdf")
    return pembayaran.catat(setoran.pk, data, sisi="mitra", bukti=bukti, oleh=oleh)


def berasal(naskah, oleh, nomor=7):
    impor = Impor.objects.create(nama="daftar.csv", sha256=f"{nomor:064}")
    return BarisImpor.objects.create(
        impor=impor,
        nomor_baris=nomor,
        mentah={"Tanggal": "12/72020", "Jangka waktu": "Lima (5) Tahun"},
        kunci="k",
        status="diterima",
        naskah=naskah,
        diputuskan_oleh=oleh,
        diputuskan_pada=timezone.now(),
    )


def test_addendum_has_old_and_new_its_file_and_the_version_before(naskah, staf):
    satu = addendum(naskah)

    isi = kumpul(naskah, staf)

    assert tabel(isi, f"Yang diubah {satu}") == [
        ["Tanggal berakhir", "15 Januari 2027", "15 Januari 2029"]
    ]
    assert ["Tanggal berakhir", "15 Januari 2027"] in tabel(isi, "Naskah versi ke-1")
    assert "addendum-1.pdf" in [f.nama for f in isi.lampiran]
    assert f"{satu} ditandatangani" in [p.uraian for p in isi.peristiwa]


def test_cancelled_addendum_stays_readable_and_is_no_version(naskah, staf):
    satu = addendum(
        naskah,
        status="dibatalkan",
        alasan_batal="Salah naskah",
        dibatalkan_oleh=staf,
        dibatalkan_pada=timezone.now(),
    )

    isi = kumpul(naskah, staf)

    assert len(tabel(isi, f"Yang diubah {satu} (dibatalkan)")) == 1
    assert tabel(isi, "Naskah versi ke-1") == []
    assert f"{satu} dibatalkan: Salah naskah" in [p.uraian for p in isi.peristiwa]


def test_statement_of_each_side_has_its_evidence_and_its_day(naskah, staf):
    nyatakan(ButirFactory(naskah=naskah, uraian="Membangun kios"), naskah.mitra.first())

    isi = kumpul(naskah, staf)

    ((butir, _, siapa, *_, sumber, _),) = tabel(isi, "Pernyataan pemenuhan")
    assert (butir, siapa, sumber) == ("Membangun kios", "PT Alfa", "Surat PT Alfa")
    assert [f.keterangan for f in isi.lampiran] == ["Bukti pernyataan PT Alfa: Membangun kios"]
    assert "Pernyataan pemenuhan" in [p.jenis for p in isi.peristiwa]


def test_setoran_has_its_payments_their_proof_and_who_confirmed(naskah, staf):
    setoran = SetoranFactory(butir__naskah=naskah)
    satu = bayar(setoran, naskah.mitra.first())
    pd = anggota_pd(naskah.perangkat_daerah.get())
    pembayaran.konfirmasi(satu.pk, oleh=pd)

    isi = kumpul(naskah, staf)

    (baris,) = tabel(isi, "Setoran")
    assert (baris[0], baris[4], baris[6]) == ("31 Maret 2025", "Rp1.000.000.000", "Rp400")
    ((_, hari, jumlah, nomor, *_, yang_konfirmasi, _),) = tabel(isi, "Pembayaran setoran")
    assert (hari, jumlah, nomor) == ("1 April 2025", "Rp400", f"STS-{setoran.pk}")
    assert yang_konfirmasi == str(pd)
    assert [f.nama for f in isi.lampiran] == [f"setor-{setoran.pk}.pdf"]
    uraian = [p.uraian for p in kronologi(isi.peristiwa)]
    assert uraian.index(f"{setoran} jatuh tempo") < uraian.index(f"Rp400 dibayar: {setoran}")
    assert f"{satu} dikonfirmasi: Rp400" in uraian


def test_row_of_the_list_it_came_from_is_kept_as_it_was(naskah, staf):
    berasal(naskah, staf)

    isi = kumpul(naskah, staf)

    assert tabel(isi, "Asal dari daftar: daftar.csv baris 7") == [
        ["Tanggal", "12/72020"],
        ["Jangka waktu", "Lima (5) Tahun"],
    ]
    assert "Masuk dari daftar daftar.csv baris 7" in [p.uraian for p in isi.peristiwa]


def test_origin_is_for_those_who_may_open_the_list(naskah, staf):
    berasal(naskah, staf)
    orang = [anggota_mitra(naskah.mitra.first()), anggota_pd(naskah.perangkat_daerah.get())]

    assert [o for o in orang if "12/72020" in kata(kumpul(naskah, o))] == []


def test_mitra_reads_neither_items_nor_money_nor_words_of_the_other(naskah):
    kesatu, kedua = naskah.mitra.order_by("pk")
    for satu in (kesatu, kedua):
        butir = ButirFactory(naskah=naskah, mitra=satu, uraian=f"Rahasia {satu}")
        nyatakan(butir, satu)
        setoran = SetoranFactory(butir=butir)
        bayar(setoran, satu)
        pihak = naskah.pihak.get(mitra=satu)
        NarahubungFactory(pihak=pihak, nama=f"Ibu {satu}")

    isi = kata(kumpul(naskah, anggota_mitra(kesatu)))

    for teks in ("Rahasia PT Alfa", "Ibu PT Alfa", "Surat PT Alfa"):
        assert teks in isi
    for teks in ("Rahasia PT Beta", "Ibu PT Beta", "Surat PT Beta"):
        assert teks not in isi


def test_what_a_mitra_says_of_a_shared_item_is_not_read_by_the_other(naskah):
    kesatu, kedua = naskah.mitra.order_by("pk")
    nyatakan(ButirFactory(naskah=naskah, uraian="Milik bersama"), kedua)

    isi = kata(kumpul(naskah, anggota_mitra(kesatu)))

    assert "Milik bersama" in isi
    assert "Surat PT Beta" not in isi


def test_it_does_not_depend_on_the_day(naskah, staf, time_machine):
    SetoranFactory(butir__naskah=naskah)
    ButirFactory(naskah=naskah)
    time_machine.move_to("2025-01-01")
    dulu = kumpul(naskah, staf)
    time_machine.move_to("2031-01-01")

    assert kumpul(naskah, staf) == dulu


def test_three_of_each_ask_as_often_as_one(naskah, staf):
    mitra = naskah.mitra.first()
    assert staf.peran  # read once a request
    jumlah = []
    for ke in (1, 2):
        for nomor in range(ke):
            setoran = SetoranFactory(butir__naskah=naskah)
            bayar(setoran, mitra)
            nyatakan(setoran.butir, mitra)
            addendum(naskah, ke=10 * ke + nomor)
            berasal(naskah, staf, 10 * ke + nomor)
            NarahubungFactory(mitra=mitra)
        with CaptureQueriesContext(connection) as kueri:
            kumpul(naskah, staf)
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1]
