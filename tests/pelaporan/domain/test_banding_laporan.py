"""A report beside the one before it."""

import pytest

from pelaporan.domain.banding_laporan import banding, salin
from pelaporan.domain.formulir import ButirKewajiban, IsianSalahError, baca


def bentuk(*isian):
    return baca({"bagian": [{"judul": "Isi", "isian": list(isian)}]})


def isian(kode, jenis, **lain):
    return {"kode": kode, "label": kode.title(), "jenis": jenis, **lain}


TABEL = isian(
    "kewajiban",
    "tabel",
    per_kewajiban=True,
    kolom=[isian("persen", "persen"), isian("bukti", "teks")],
)


def baris(definisi, kini, dulu, definisi_dulu=None):
    (bagian,) = banding(definisi, kini, definisi_dulu or definisi, dulu)
    return [(b.label, b.dulu, b.kini, b.selisih) for b in bagian.baris]


@pytest.mark.parametrize(
    ("jenis", "dulu", "kini", "harap"),
    [
        ("rupiah", 1_000_000, 1_250_000, ("Rp1.000.000", "Rp1.250.000", "+Rp250.000")),
        ("rupiah", 500, 0, ("Rp500", "Rp0", "−Rp500")),
        ("persen", "80", "92.5", ("80 %", "92,5 %", "+12,5 poin")),
        ("angka", "7", "7", ("7", "7", "tetap")),
        ("angka", None, "7", ("–", "7", "")),
        ("teks", "Lama", "Baru", ("Lama", "Baru", "")),
        ("tanggal", "2026-01-31", None, ("31 Januari 2026", "–", "")),
    ],
)
def test_figures_have_their_difference_and_words_stand_beside_each_other(jenis, dulu, kini, harap):
    definisi = bentuk(isian("satu", jenis))

    assert baris(definisi, {"satu": kini}, {"satu": dulu}) == [("Satu", *harap)]


def test_rows_are_matched_by_their_kewajiban_whatever_their_order():
    dulu = [
        {"kewajiban": 7, "uraian": "Membangun", "persen": "10", "bukti": ""},
        {"kewajiban": 8, "uraian": "Menyetor", "persen": "50", "bukti": ""},
    ]
    kini = [
        {"kewajiban": 8, "uraian": "Menyetor", "persen": "60", "bukti": "b.pdf"},
        {"kewajiban": 7, "uraian": "Membangun kios", "persen": "10", "bukti": ""},
    ]

    assert baris(bentuk(TABEL), {"kewajiban": kini}, {"kewajiban": dulu}) == [
        ("Menyetor: Persen", "50 %", "60 %", "+10 poin"),
        ("Menyetor: Bukti", "–", "b.pdf", ""),
        ("Membangun kios: Persen", "10 %", "10 %", "tetap"),
    ]


def test_a_row_that_is_gone_and_one_that_is_new_are_both_seen():
    tabel = isian("lain", "tabel", kolom=[isian("uraian", "teks"), isian("jumlah", "angka")])
    dulu, kini = [{"uraian": "Lama", "jumlah": "1"}], [{"uraian": "Baru", "jumlah": "2"}]

    assert baris(bentuk(tabel), {"lain": kini}, {"lain": dulu}) == [
        ("Baru: Jumlah", "–", "2", ""),
        ("Lama: Jumlah", "1", "–", ""),
    ]


def test_a_field_of_another_kind_is_another_field():
    lama, baru = bentuk(isian("satu", "teks")), bentuk(isian("satu", "angka"))

    assert baris(baru, {"satu": "2"}, {"satu": "dua"}, lama) == [("Satu", "–", "2", "")]


def test_copying_takes_the_value_of_one_field():
    definisi = bentuk(isian("satu", "uraian"), isian("dua", "teks"))
    dulu = {"satu": "Seperti dulu", "dua": ""}

    assert salin(definisi, "satu", definisi, dulu, []) == {"satu": "Seperti dulu"}
    assert salin(definisi, "dua", definisi, dulu, []) == {}
    assert salin(definisi, "tiada", definisi, dulu, []) == {}


def test_copying_a_table_keeps_to_the_kewajiban_of_today():
    definisi = bentuk(TABEL)
    dulu = {"kewajiban": [{"kewajiban": 7, "uraian": "Lama", "persen": "10", "bukti": "a"}]}
    butir = [ButirKewajiban(7, "Membangun"), ButirKewajiban(9, "Merawat")]

    (tujuh, sembilan) = salin(definisi, "kewajiban", definisi, dulu, butir)["kewajiban"]

    assert tujuh == {"kewajiban": 7, "uraian": "Membangun", "persen": "10", "bukti": "a"}
    assert (sembilan["uraian"], sembilan["persen"]) == ("Merawat", None)


def test_a_choice_that_is_gone_is_refused():
    pilihan = isian("satu", "pilihan", pilihan=[["ya", "Ya"]])
    lama = isian("satu", "pilihan", pilihan=[["mungkin", "Mungkin"]])

    with pytest.raises(IsianSalahError):
        salin(bentuk(pilihan), "satu", bentuk(lama), {"satu": "mungkin"}, [])
