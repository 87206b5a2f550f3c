"""Rows of a report and the due rows they speak of."""

from datetime import date
from decimal import Decimal

import pytest

from kerjasama.domain.pernyataan import (
    BarisKewajiban,
    BarisUang,
    Jatuh,
    padankan,
    persen_uang,
    uraian_kewajiban,
    uraian_uang,
)

MARET, APRIL = date(2025, 3, 31), date(2025, 4, 30)
KONTRIBUSI = Jatuh(1, 1, MARET, "Menyetor kontribusi tahunan")
BAGI_HASIL = Jatuh(2, 1, MARET, "Bagi hasil parkir")


def baris(uraian="Kontribusi", jatuh_tempo=MARET):
    return BarisUang(uraian, jatuh_tempo, 5, 0)


@pytest.mark.parametrize(
    ("uang", "jatuh", "butir"),
    [
        ([baris()], [KONTRIBUSI], [1]),
        ([baris("Apa pun")], [KONTRIBUSI], [1]),
        ([baris(jatuh_tempo=APRIL)], [KONTRIBUSI], []),
        ([baris("KONTRIBUSI tahunan")], [KONTRIBUSI, BAGI_HASIL], [1]),
        ([baris("Setoran")], [KONTRIBUSI, BAGI_HASIL], []),
        ([baris("")], [KONTRIBUSI, BAGI_HASIL], []),
        ([baris(), baris()], [KONTRIBUSI], [1]),
        ([baris("Bagi hasil"), baris("Kontribusi")], [KONTRIBUSI, BAGI_HASIL], [2, 1]),
    ],
)
def test_row_speaks_of_the_due_row_of_its_date_and_wording(uang, jatuh, butir):
    pasangan, tanpa = padankan(uang, jatuh)

    assert [j.butir for _, j in pasangan] == butir
    assert len(pasangan) + len(tanpa) == len(uang)


@pytest.mark.parametrize(
    ("dibayar", "tunggakan", "persen"),
    [(0, 0, None), (0, 5, "0"), (5, 0, "100"), (1, 2, "33.33"), (10**15 - 1, 1, "100")],
)
def test_percent_paid_by_the_mitra_s_own_figures(dibayar, tunggakan, persen):
    assert persen_uang(dibayar, tunggakan) == (None if persen is None else Decimal(persen))


def test_what_a_report_says_is_kept_in_words():
    assert uraian_kewajiban(BarisKewajiban(1, None, "189 ton", "A.pdf")) == "189 ton\nBukti: A.pdf"
    assert uraian_kewajiban(BarisKewajiban(1)) == ""
    assert uraian_uang(baris()) == "Kontribusi: dibayar Rp5, tunggakan Rp0."
