"""Indonesian dates, numbers and money."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.formats import (
    hari_tanggal,
    rangkai,
    ribuan,
    rupiah,
    tanggal_indonesia,
    tanggal_kata,
    terbilang,
)


@pytest.mark.parametrize(
    ("angka", "kata"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (101, "seratus satu"),
        (1000, "seribu"),
        (1_000_000, "satu juta"),
        (2016, "dua ribu enam belas"),
        (-7, "minus tujuh"),
        (1_250_000_000, "satu miliar dua ratus lima puluh juta"),
    ],
)
def test_terbilang(angka, kata):
    assert terbilang(angka) == kata


def test_terbilang_says_where_it_ends():
    with pytest.raises(ValueError, match="triliun"):
        terbilang(10**15)


def test_tanggal_as_people_and_a_berita_acara_write_it():
    hari = date(2016, 10, 26)

    assert tanggal_indonesia(hari) == "26 Oktober 2016"
    assert hari_tanggal(hari) == "Rabu, 26 Oktober 2016"
    assert tanggal_kata(hari) == (
        "hari Rabu tanggal Dua Puluh Enam bulan Oktober tahun Dua Ribu Enam Belas"
    )


@pytest.mark.parametrize(
    ("angka", "teks"),
    [
        (0, "Rp0"),
        (1_250_000, "Rp1.250.000"),
        (Decimal("1250000.50"), "Rp1.250.000,50"),
        (-500, "-Rp500"),
    ],
)
def test_rupiah(angka, teks):
    assert rupiah(angka) == teks


@given(st.integers(-(10**14), 10**14))
def test_figures_and_words_hold_nothing_twice(angka):
    assert int(ribuan(angka).replace(".", "")) == angka
    assert "  " not in terbilang(angka)


@pytest.mark.parametrize(
    ("nama", "expected"),
    [([], ""), (["A"], "A"), (["A", "B"], "A dan B"), (["A", "B", "C"], "A, B, dan C")],
)
def test_rangkai_names_as_a_sentence_does(nama, expected):
    assert rangkai(nama) == expected
