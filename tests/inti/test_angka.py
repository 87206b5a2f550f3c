"""Figures as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.angka import RUPIAH_TERBESAR, AngkaSalahError, baca_angka, baca_persen, baca_rupiah
from inti.formats import ribuan, rupiah


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("1.000.000,00", 1_000_000),
        ("1.000.000", 1_000_000),
        ("1000000", 1_000_000),
        ("Rp1.000.000", 1_000_000),
        ("Rp 1.000.000,-", 1_000_000),
        ("Rp. 1.000.000,00", 1_000_000),
        ("IDR 25.000", 25_000),
        ("1,5 M", 1_500_000_000),
        ("1.5 M", 1_500_000_000),
        ("Rp1,5 miliar", 1_500_000_000),
        ("250 juta", 250_000_000),
        ("250jt", 250_000_000),
        ("750 rb", 750_000),
        ("2 T", 2 * 10**12),
        ("999.999.999.999.999", RUPIAH_TERBESAR - 1),
        ("\u00a01.000\u00a0", 1_000),
    ],
)
def test_rupiah_is_read_as_it_is_written(teks, angka):
    assert baca_rupiah(teks) == angka


@pytest.mark.parametrize(
    ("teks", "sebut"),
    [
        ("Rp", "misalnya 1.500.000"),
        ("", "misalnya 1.500.000"),
        ("seribu", "misalnya 1.500.000"),
        ("1,5 lusin", "misalnya 1.500.000"),
        ("-5.000", "lebih dari nol"),
        ("Rp-5.000", "lebih dari nol"),
        ("(5.000)", "lebih dari nol"),
        ("0", "lebih dari nol"),
        ("Rp0,00", "lebih dari nol"),
        ("1" + "0" * 15, "terlalu besar"),
        ("1.000 T", "terlalu besar"),
        ("1,5", "pemisah ribuan"),
        ("1.5", "pemisah ribuan"),
        ("1,000,000", "pemisah ribuan"),
        ("1.00.000", "pemisah ribuan"),
        ("1.000,50", "tanpa sen"),
        ("1,2345678901 M", "tanpa sen"),
        ("١٠٠٠", "misalnya 1.500.000"),
        ("1e9", "misalnya 1.500.000"),
        ("NaN", "misalnya 1.500.000"),
    ],
)
def test_rupiah_that_is_none_or_doubtful_is_refused_in_a_sentence(teks, sebut):
    with pytest.raises(AngkaSalahError, match=sebut):
        baca_rupiah(teks)


@given(st.integers(1, RUPIAH_TERBESAR - 1))
def test_rupiah_that_was_shown_is_read_back(angka):
    assert baca_rupiah(rupiah(angka)) == baca_rupiah(ribuan(angka)) == angka


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(teks):
    try:
        angka = baca_rupiah(teks)
    except AngkaSalahError:
        return

    assert 0 < angka < RUPIAH_TERBESAR


@pytest.mark.parametrize(
    ("teks", "persen"), [("11,9", "11.9"), ("11.9 %", "11.9"), ("100%", "100"), ("0", "0")]
)
def test_percent_takes_comma_or_point(teks, persen):
    assert baca_persen(teks) == Decimal(persen)


@pytest.mark.parametrize("teks", ["-1", "1000", "1.000", "11,999", "%", "banyak", "1,2,3"])
def test_percent_out_of_range_is_refused(teks):
    with pytest.raises(AngkaSalahError):
        baca_persen(teks)


def test_figure_with_separators_of_two_kinds_is_refused():
    assert baca_angka("1.250,5") == Decimal("1250.5")
    with pytest.raises(AngkaSalahError):
        baca_angka("1.2.3,4")


def test_figure_longer_than_any_column_is_said_to_be_too_large():
    with pytest.raises(AngkaSalahError, match="terlalu besar"):
        baca_angka("1" * 23)
