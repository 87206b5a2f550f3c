"""The database keeps what was submitted, whoever asks it (migration berita_acara_terkunci)."""

import pytest
from django.db import DatabaseError, connection, transaction

from pengawasan.models import BeritaAcara, PutaranBeritaAcara
from pengawasan.services import berita_acara as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import ButirFactory
from tests.factories.pengawasan import BeritaAcaraFactory, KebijakanFactory, siapkan_surat

pytestmark = pytest.mark.django_db

ANAK = {
    "pengawasan_temuan": "uraian",
    "pengawasan_angkaberitaacara": "satuan",
    "pengawasan_kesepakatanberitaacara": "uraian",
    "pengawasan_penandatangan": "nama",
    "pengawasan_fotoberitaacara": "keterangan",
}
ISI = ("tempat = 'Lain'", "jenis = 'tinjau_lokasi'", "tanggal_kejadian = '2024-01-02'", "versi = 9")


def buat(status=""):
    """One with a row of every kind."""
    satu = BeritaAcaraFactory(foto=1)
    butir = ButirFactory(naskah=satu.kegiatan.naskah)
    satu.angka.create(butir=butir, nilai_tim=1)
    satu.kesepakatan.create(uraian="Menyusul", penanggung_jawab="Mitra")
    if status:
        siapkan_surat()
        KebijakanFactory()
        services.ajukan(satu.pk, oleh=PenggunaFactory())
    if status == "diverifikasi":
        services.verifikasi(satu.pk, oleh=PenggunaFactory(staf=True))
    if status == "dikembalikan":
        services.kembalikan(satu.pk, catatan="Lengkapi.", oleh=PenggunaFactory(staf=True))
    return satu


def sql(perintah, *nilai):
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(perintah, nilai)
        return kursor.rowcount


def ditolak(perintah, *nilai, pesan="terkunci"):
    with pytest.raises(DatabaseError, match=pesan):
        sql(perintah, *nilai)


@pytest.mark.parametrize("status", ["diajukan", "diverifikasi"])
def test_content_of_a_submitted_berita_acara_stays(status):
    satu = buat(status)

    for ubah in ISI:
        ditolak(f"UPDATE pengawasan_beritaacara SET {ubah} WHERE id = %s", satu.pk)

    satu.refresh_from_db()
    assert (satu.tempat, satu.versi, satu.status) == ("Ruang rapat", 1, status)


def test_verified_berita_acara_is_not_opened_again():
    satu = buat("diverifikasi")

    for ubah in ("status = 'draf'", "status = 'dikembalikan'", "catatan_verifikasi = 'x'"):
        ditolak(f"UPDATE pengawasan_beritaacara SET {ubah} WHERE id = %s", satu.pk)


@pytest.mark.parametrize("status", ["diajukan", "dikembalikan", "diverifikasi"])
def test_received_berita_acara_is_not_removed_and_keeps_number_and_receipt(status):
    satu = buat(status)

    ditolak("DELETE FROM pengawasan_beritaacara WHERE id = %s", satu.pk)
    for ubah in ("diterima_pada = '2024-01-02 00:00:00+00'", "diterima_pada = NULL"):
        ditolak(f"UPDATE pengawasan_beritaacara SET {ubah} WHERE id = %s", satu.pk)

    assert BeritaAcara.objects.filter(pk=satu.pk).exists()


@pytest.mark.parametrize("status", ["diajukan", "diverifikasi"])
@pytest.mark.parametrize(("tabel", "kolom"), ANAK.items())
def test_rows_of_a_submitted_berita_acara_neither_come_nor_go_nor_change(status, tabel, kolom):
    satu = buat(status)
    draf = buat()
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT * FROM {tabel} WHERE berita_acara_id = %s", [satu.pk])
        nama = [k[0] for k in kursor.description if k[0] != "id"]
        kursor.execute(
            f"SELECT {', '.join(nama)} FROM {tabel} WHERE berita_acara_id = %s", [satu.pk]
        )
        isi = kursor.fetchone()
    tempat = ", ".join(["%s"] * len(nama))

    ditolak(f"INSERT INTO {tabel} ({', '.join(nama)}) VALUES ({tempat})", *isi)
    ditolak(f"UPDATE {tabel} SET {kolom} = 'Lain' WHERE berita_acara_id = %s", satu.pk)
    ditolak(f"UPDATE {tabel} SET berita_acara_id = %s WHERE berita_acara_id = %s", satu.pk, draf.pk)
    ditolak(f"UPDATE {tabel} SET berita_acara_id = %s WHERE berita_acara_id = %s", draf.pk, satu.pk)
    ditolak(f"DELETE FROM {tabel} WHERE berita_acara_id = %s", satu.pk)


@pytest.mark.parametrize("status", ["", "dikembalikan"])
@pytest.mark.parametrize(("tabel", "kolom"), ANAK.items())
def test_rows_of_a_draft_or_a_returned_one_are_open(status, tabel, kolom):
    satu = buat(status)

    diubah = sql(f"UPDATE {tabel} SET {kolom} = 'Lain' WHERE berita_acara_id = %s", satu.pk)
    dihapus = sql(f"DELETE FROM {tabel} WHERE berita_acara_id = %s", satu.pk)

    assert (diubah, dihapus) == (1, 1)


def test_round_keeps_what_was_submitted_and_what_was_answered():
    satu = buat("dikembalikan")
    putaran = satu.putaran.get()

    for ubah in ("catatan = 'x'", "hasil = ''", "ke = 7"):
        perintah = f"UPDATE pengawasan_putaranberitaacara SET {ubah} WHERE id = %s"
        ditolak(perintah, putaran.pk, pesan="tidak dapat diubah")
    ditolak(
        "DELETE FROM pengawasan_putaranberitaacara WHERE id = %s",
        putaran.pk,
        pesan="tidak dapat diubah",
    )

    assert PutaranBeritaAcara.objects.get() == putaran


def test_open_round_keeps_its_text_until_it_is_answered():
    satu = buat("diajukan")

    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        satu.putaran.update(isi={"tempat": "Lain"})


def test_draft_may_be_removed():
    satu = buat()

    satu.delete()

    assert not BeritaAcara.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_tables_can_still_be_emptied_between_tests():
    """The flush after this test must find its way past the triggers."""
    assert buat("diverifikasi").pk
