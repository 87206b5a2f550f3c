"""Drafting a version of the form: codes that stay, rules, what the ledger loses, differences."""

import pytest

from pelaporan.domain.formulir import Bagian, Definisi, baca
from pelaporan.domain.rancangan_formulir import (
    beda,
    dengan_bagian,
    dengan_kolom,
    kode_baru,
    naik,
    periksa,
    peringatan,
    tanpa_bagian,
    tulis,
)
from tests.factories.pelaporan import BAWAAN

BENTUK = baca(BAWAAN["definisi"])


def isian(kode="satu", jenis="teks", **lain):
    return {"kode": kode, "label": kode.title(), "jenis": jenis, **lain}


def bentuk(*semua):
    return baca({"bagian": [{"judul": "Isi", "isian": list(semua)}]})


@pytest.mark.parametrize(
    ("label", "kode"),
    [
        ("Hasil kegiatan", "hasil_kegiatan"),
        ("Capaian (%)", "capaian"),
        ("Ada", "ada_2"),
        ("Versi", "versi_2"),
        ("Kewajiban", "kewajiban_2"),
        ("…", "isian"),
        ("x" * 200, "x" * 40),
    ],
)
def test_a_code_is_made_from_the_label_and_is_nobody_elses(label, kode):
    assert kode_baru(label, {"ada"}) == kode


def test_what_is_written_is_read_back():
    assert baca(tulis(BENTUK)) == BENTUK


def test_sections_are_put_moved_and_taken_out():
    a, b = Bagian("A", ()), Bagian("B", ())
    dua = dengan_bagian(dengan_bagian(Definisi(()), None, a), None, b)

    assert [x.judul for x in naik(dua, 1).bagian] == ["B", "A"]
    assert naik(dua, 0) == dua
    assert [x.judul for x in tanpa_bagian(dua, 0).bagian] == ["B"]
    assert [x.judul for x in dengan_bagian(dua, 0, b).bagian] == ["B", "B"]


def test_columns_belong_to_their_table_only():
    kolom = bentuk(isian("kolom")).isian
    berubah = dengan_kolom(BENTUK, "setoran", kolom)

    assert [p.kode for p in beda(BENTUK, berubah)] == ["setoran"]


@pytest.mark.parametrize(
    ("definisi", "sebab"),
    [
        (BENTUK, ""),
        (Definisi(()), "belum mempunyai bagian"),
        (Definisi((Bagian("Kosong", ()),)), "“Kosong” belum mempunyai isian"),
        (bentuk(isian(jenis="tabel")), "belum mempunyai kolom"),
        (bentuk(isian(jenis="pilihan", pilihan=[["a", "A"]])), "dua pilihan"),
        (bentuk(isian(jenis="berkas"), isian("dua", "berkas")), "Cukup satu isian berkas"),
        (
            bentuk(isian(jenis="tabel", per_kewajiban=True, kolom=[isian("uraian")])),
            "hapus kolom uraian",
        ),
    ],
)
def test_a_form_that_cannot_be_filled_in_is_refused(definisi, sebab):
    putusan = periksa(definisi)

    assert bool(putusan) is not bool(sebab)
    assert sebab in putusan.alasan


def test_the_shipped_form_tells_the_ledger_everything_and_an_empty_one_nothing():
    assert peringatan(BENTUK) == []
    assert len(peringatan(bentuk(isian()))) == 3


def test_differences_name_each_field_and_what_changed():
    lama = bentuk(isian("tetap"), isian("ganti", wajib=True), isian("hilang"))
    baru = bentuk(
        isian("tetap"), {"kode": "ganti", "label": "Baru", "jenis": "angka"}, isian("tambah")
    )

    assert [(p.kode, p.jenis, p.uraian) for p in beda(lama, baru)] == [
        (
            "ganti",
            "diubah",
            "label semula “Ganti”; jenis teks pendek menjadi angka; tidak wajib lagi",
        ),
        ("tambah", "ditambah", "pada bagian “Isi”"),
        ("hilang", "dihapus", "dari bagian “Isi”"),
    ]
