"""The database keeps what was put before the chair, whoever asks it (0002 and 0004)."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from pengawasan.models import BarisMatrik, Rekomendasi
from pengawasan.services import kegiatan as kegiatan_services
from pengawasan.services import matrik as matrik_services
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import (
    BarisMatrikFactory,
    KegiatanFactory,
    RekomendasiFactory,
    kini,
)

pytestmark = pytest.mark.django_db

REKOMENDASI, BARIS = "pengawasan_rekomendasi", "pengawasan_barismatrik"
MATRIK, KEGIATAN = "pengawasan_matrik", "pengawasan_kegiatan"
KATA = ("jenis = 'e'", "uraian = 'Lain'", "tenggat = '2031-01-01'")
KETUA = ("catatan_ketua = 'Lain'", "diputuskan_pada = '2031-01-01 00:00:00+00'")
SEL = ("dasar = 'Lain'", "solusi = 'Lain'", "urutan = 99", "perangkat_daerah_id = NULL")
# What each state is made with; a refusal also needs who refused, added in `buat`.
TERKUNCI = {
    "diajukan": {"status": "diajukan"},
    "menunggu_walikota": {"diputus": True, "status": "menunggu_walikota", "jenis": "f"},
    "disetujui": {"diputus": True, "status": "disetujui"},
    "ditolak": {"diputus": True, "status": "ditolak", "jenis": "h"},
}
TERBUKA = {
    "saran": {"status": "saran"},
    "dikembalikan": {"diputus": True, "status": "dikembalikan", "catatan_ketua": "Lengkapi."},
}


def buat(status):
    kolom = (TERKUNCI | TERBUKA)[status]
    if status == "ditolak":
        kolom = kolom | {"walikota_oleh": PenggunaFactory(), "walikota_pada": timezone.now()}
    return RekomendasiFactory(**kolom)


def ubah(tabel, isi, pk):
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(f"UPDATE {tabel} SET {isi} WHERE id = %s", [pk])
        return kursor.rowcount


def ditolak(tabel, isi, pk):
    with pytest.raises(DatabaseError, match="terkunci"):
        ubah(tabel, isi, pk)


@pytest.mark.parametrize("status", TERKUNCI)
def test_words_put_before_the_chair_stay(status):
    satu = buat(status)

    for isi in KATA:
        ditolak(REKOMENDASI, isi, satu.pk)
    for isi in SEL:
        ditolak(BARIS, isi, satu.baris_id)
    with pytest.raises(DatabaseError, match="terkunci"), transaction.atomic():
        satu.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        satu.baris.delete()

    assert Rekomendasi.objects.get() == satu


@pytest.mark.parametrize("status", ["menunggu_walikota", "disetujui", "ditolak"])
def test_a_decision_is_neither_changed_nor_taken_back(status):
    satu = buat(status)

    for isi in (*KETUA, "status = 'diajukan'", "status = 'dikembalikan'", "status = 'saran'"):
        ditolak(REKOMENDASI, isi, satu.pk)


@pytest.mark.parametrize("status", TERBUKA)
def test_what_is_a_saran_or_was_returned_is_open(status):
    satu = buat(status)

    assert all(ubah(REKOMENDASI, isi, satu.pk) for isi in KATA)
    assert all(ubah(BARIS, isi, satu.baris_id) for isi in SEL)


def test_what_was_returned_is_mended_and_never_removed():
    satu = buat("dikembalikan")

    with pytest.raises(DatabaseError, match="terkunci"), transaction.atomic():
        satu.delete()


def test_order_and_author_of_a_save_are_not_content():
    satu = buat("disetujui")

    assert ubah(BARIS, "versi = versi + 1", satu.baris_id) == 1


# --- Nothing new in it --------------------------------------------------------------------


@pytest.fixture(params=["dilaporkan", "diputuskan"])
def terkirim(request):
    """A row whose saran nothing else would keep, in the matrix of a report that was sent."""
    satu = buat("saran")
    kini(satu.baris.matrik.kegiatan, request.param)
    return satu


def test_matrix_of_a_sent_report_takes_no_row_and_no_recommendation(terkirim):
    lain = buat("saran")

    for baru in (
        lambda: BarisMatrikFactory(matrik=terkirim.baris.matrik, urutan=2),
        lambda: RekomendasiFactory(baris=terkirim.baris),
    ):
        with pytest.raises(DatabaseError, match="terkunci"), transaction.atomic():
            baru()
    ditolak(BARIS, f"matrik_id = {terkirim.baris.matrik_id}, urutan = 2", lain.baris_id)
    ditolak(REKOMENDASI, f"baris_id = {terkirim.baris_id}", lain.pk)

    assert BarisMatrik.objects.filter(matrik=terkirim.baris.matrik).get() == terkirim.baris


def test_matrix_of_a_sent_report_loses_none_and_keeps_its_words(terkirim):
    lain = buat("saran")

    ditolak(BARIS, f"matrik_id = {lain.baris.matrik_id}, urutan = 2", terkirim.baris_id)
    ditolak(REKOMENDASI, f"baris_id = {lain.baris_id}", terkirim.pk)
    ditolak(MATRIK, f"kegiatan_id = {KegiatanFactory().pk}", terkirim.baris.matrik_id)
    for isi in SEL:
        ditolak(BARIS, isi, terkirim.baris_id)
    for tabel, pk in ((REKOMENDASI, terkirim.pk), (BARIS, terkirim.baris_id)):
        with (
            pytest.raises(DatabaseError, match="terkunci"),
            transaction.atomic(),
            connection.cursor() as kursor,
        ):
            kursor.execute(f"DELETE FROM {tabel} WHERE id = %s", [pk])


def test_kegiatan_that_was_decided_is_not_opened_again():
    kegiatan = KegiatanFactory(diputuskan=True)

    for status in ("dilaksanakan", "dilaporkan"):
        ditolak(KEGIATAN, f"status = '{status}'", kegiatan.pk)
    assert ubah(KEGIATAN, "tempat = 'Aula'", kegiatan.pk) == 1


@pytest.mark.parametrize("kembali", [kegiatan_services.kembalikan, kegiatan_services.tarik])
def test_matrix_of_a_returned_report_is_open_again(kembali):
    satu, oleh = buat("saran"), PenggunaFactory()
    kegiatan = satu.baris.matrik.kegiatan
    kini(kegiatan, "dilaporkan")

    kembali(kegiatan.pk, oleh=oleh)
    isi = {"solusi": "Baru", "perangkat_daerah": None}
    matrik_services.simpan_baris(kegiatan.pk, data=isi, rekomendasi=[{"jenis": "d"}], oleh=oleh)

    assert Rekomendasi.objects.milik(kegiatan).count() == 2
