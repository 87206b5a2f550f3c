"""The form as data: what may be written, what is missing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelaporan.domain.formulir import (
    BARIS_TERBANYAK,
    ButirKewajiban,
    Isian,
    IsianSalahError,
    baca,
    bersihkan,
    bersihkan_baris,
    bersihkan_semua,
    kurang,
)
from pelaporan.enums import JenisIsian

BAWAAN = Path(__file__).parents[3] / "fixtures" / "reference" / "07_formulir.json"
KEWAJIBAN = Isian(
    kode="kewajiban",
    label="Pelaksanaan kewajiban",
    jenis=JenisIsian.TABEL,
    wajib=True,
    per_kewajiban=True,
    kolom=(
        Isian("realisasi", "Realisasi", JenisIsian.TEKS, wajib=True),
        Isian("persen", "Persen", JenisIsian.PERSEN),
    ),
)
SETORAN = Isian(
    kode="setoran",
    label="Setoran",
    jenis=JenisIsian.TABEL,
    kolom=(Isian("dibayar", "Dibayar", JenisIsian.RUPIAH, wajib=True),),
)
BUTIR = (ButirKewajiban(7, "Membangun gedung"), ButirKewajiban(9, "Melaporkan hasil"))


def isian(jenis: JenisIsian, **lain: object) -> Isian:
    return Isian("x", "X", jenis, **lain)


@pytest.mark.parametrize(
    ("jenis", "tertulis", "tersimpan"),
    [
        (JenisIsian.TEKS, "  Laporan  ", "Laporan"),
        (JenisIsian.TEKS, "", ""),
        (JenisIsian.TEKS, "a\u202eb\x00c", "abc"),
        (JenisIsian.URAIAN, "satu\r\ndua", "satu\ndua"),
        (JenisIsian.ANGKA, "", None),
        (JenisIsian.ANGKA, "0", "0"),
        (JenisIsian.ANGKA, "1.250.000", "1250000"),
        (JenisIsian.ANGKA, "1.250,50", "1250.5"),
        (JenisIsian.ANGKA, "12,5", "12.5"),
        (JenisIsian.ANGKA, "12.5", "12.5"),
        (JenisIsian.ANGKA, "-3", "-3"),
        (JenisIsian.PERSEN, "11,9 %", "11.9"),
        (JenisIsian.PERSEN, "120", "120"),
        (JenisIsian.RUPIAH, "Rp1.250.000,-", 1250000),
        (JenisIsian.RUPIAH, "Rp. 1.250.000,00", 1250000),
        (JenisIsian.RUPIAH, "1250000", 1250000),
        (JenisIsian.RUPIAH, 0, 0),
        (JenisIsian.TANGGAL, "2026-02-28", "2026-02-28"),
        (JenisIsian.TANGGAL, date(2026, 2, 28), "2026-02-28"),
        (JenisIsian.TANGGAL, "", None),
    ],
)
def test_value_is_read_as_it_is_stored(jenis, tertulis, tersimpan):
    assert bersihkan(isian(jenis), tertulis) == tersimpan


@pytest.mark.parametrize(
    ("jenis", "tertulis"),
    [
        (JenisIsian.TEKS, "a" * 301),
        (JenisIsian.URAIAN, "a" * 10_001),
        (JenisIsian.ANGKA, "banyak"),
        (JenisIsian.ANGKA, "1,250.00"),
        (JenisIsian.ANGKA, "1.25,5"),
        (JenisIsian.ANGKA, "0.125"),
        (JenisIsian.ANGKA, "1e9"),
        (JenisIsian.ANGKA, "١٢"),
        (JenisIsian.ANGKA, "9" * 16),
        (JenisIsian.PERSEN, "-1"),
        (JenisIsian.PERSEN, "1000"),
        (JenisIsian.RUPIAH, "1.000,50"),
        (JenisIsian.RUPIAH, "-1"),
        (JenisIsian.TANGGAL, "28/02/2026"),
        (JenisIsian.TANGGAL, "2026-02-30"),
        (JenisIsian.TANGGAL, "0206-02-03"),
        (JenisIsian.PILIHAN, "lain"),
        (JenisIsian.BERKAS, "x.pdf"),
    ],
)
def test_value_that_does_not_fit_is_refused_with_a_sentence(jenis, tertulis):
    with pytest.raises(IsianSalahError, match=r"\.$"):
        bersihkan(isian(jenis, pilihan=(("ya", "Ya"),)), tertulis)


def test_choice_is_one_of_its_values():
    assert bersihkan(isian(JenisIsian.PILIHAN, pilihan=(("ya", "Ya"),)), "ya") == "ya"


@given(
    st.sampled_from([JenisIsian.TEKS, JenisIsian.ANGKA, JenisIsian.PERSEN, JenisIsian.RUPIAH]),
    st.one_of(
        st.text(max_size=40),
        st.decimals(min_value=0, max_value=10**12, places=2).map(str),
        st.integers(min_value=0, max_value=10**14),
    ),
)
def test_reading_a_stored_value_again_changes_nothing(jenis, tertulis):
    try:
        tersimpan = bersihkan(isian(jenis), tertulis)
    except IsianSalahError:
        return
    assert bersihkan(isian(jenis), tersimpan) == tersimpan
    assert json.loads(json.dumps(tersimpan)) == tersimpan


def test_rows_per_kewajiban_keep_the_wording_of_the_naskah():
    tertulis = [
        {"kewajiban": 9, "uraian": "diubah", "realisasi": "Selesai"},
        {"kewajiban": 99, "realisasi": "milik orang lain"},
        {"uraian": "Kewajiban lain", "realisasi": "Berjalan"},
    ]

    assert bersihkan_baris(KEWAJIBAN, tertulis, BUTIR) == [
        {"kewajiban": 7, "uraian": "Membangun gedung", "realisasi": "", "persen": None},
        {"kewajiban": 9, "uraian": "Melaporkan hasil", "realisasi": "Selesai", "persen": None},
        {"uraian": "Kewajiban lain", "realisasi": "Berjalan", "persen": None},
    ]


def test_rows_per_kewajiban_are_free_where_the_naskah_lists_none():
    tertulis = [{"uraian": "Menyetor", "realisasi": "Ya", "persen": "100"}, {"uraian": " "}]

    assert bersihkan_baris(KEWAJIBAN, tertulis, ()) == [
        {"uraian": "Menyetor", "realisasi": "Ya", "persen": "100"}
    ]


def test_free_table_drops_empty_rows_and_caps_their_number():
    assert bersihkan_baris(SETORAN, [{"dibayar": ""}, {"dibayar": "0"}], ()) == [{"dibayar": 0}]
    with pytest.raises(IsianSalahError):
        bersihkan_baris(SETORAN, [{"dibayar": "1"}] * (BARIS_TERBANYAK + 1), ())


def test_unknown_fields_are_dropped():
    definisi = baca({"bagian": [{"judul": "A", "isian": [_teks("judul")]}]})

    assert bersihkan_semua(definisi, {"judul": " x ", "status": "diterima"}, ()) == {"judul": "x"}


def test_kurang_names_every_missing_field_in_order():
    definisi = baca(json.loads(BAWAAN.read_text())[0]["fields"]["definisi"])
    isi = {
        "judul": "Laporan",
        "kewajiban": [{"kewajiban": 7, "uraian": "a", "realisasi": ""}],
        "setoran": [{"uraian": "b", "jatuh_tempo": "2026-01-01", "dibayar": 0, "tunggakan": None}],
    }

    assert [k.kalimat for k in kurang(definisi, isi, jumlah_berkas=0)] == [
        "Latar belakang belum diisi.",
        "Maksud, tujuan, dan sasaran belum diisi.",
        "Ruang lingkup belum diisi.",
        "Perkembangan dan hasil belum diisi.",
        "Pelaksanaan kewajiban mitra, baris 1: realisasi belum diisi.",
        "Setoran atau kompensasi kepada pemerintah daerah, baris 1: tunggakan (Rp) belum diisi.",
        "Hambatan belum diisi.",
        "Rencana tindak lanjut belum diisi.",
    ]


@pytest.mark.parametrize(("jumlah", "banyaknya"), [(0, 1), (1, 0)])
def test_required_files_are_counted(jumlah, banyaknya):
    berkas = {"kode": "b", "label": "Berkas", "jenis": "berkas", "wajib": True}
    definisi = baca({"bagian": [{"judul": "A", "isian": [berkas]}]})

    assert len(kurang(definisi, {}, jumlah_berkas=jumlah)) == banyaknya


@pytest.mark.parametrize(
    "rusak",
    [
        {},
        {"bagian": [{"judul": "A"}]},
        {"bagian": [{"judul": "A", "isian": [{"kode": "a", "label": "A", "jenis": "lagu"}]}]},
    ],
)
def test_malformed_definition_is_refused(rusak):
    with pytest.raises((KeyError, ValueError)):
        baca(rusak)


def test_definition_with_a_repeated_code_is_refused():
    with pytest.raises(ValueError, match="tunggal"):
        baca({"bagian": [{"judul": "A", "isian": [_teks("judul"), _teks("judul")]}]})


def _teks(kode: str) -> dict[str, str]:
    return {"kode": kode, "label": kode, "jenis": "teks"}
