"""The database keeps what was put before the chair, whoever asks it (0002_matrik_terkunci)."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from pengawasan.models import Rekomendasi
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import RekomendasiFactory

pytestmark = pytest.mark.django_db

REKOMENDASI, BARIS = "pengawasan_rekomendasi", "pengawasan_barismatrik"
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
