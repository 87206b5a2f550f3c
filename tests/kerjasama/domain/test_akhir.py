"""Windows of months before an end, and the last day to ask for more."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.domain.akhir import (
    Tenggang,
    akhir_terjauh,
    ambang_bulan,
    batas_pengajuan,
    sisa,
    tenggang,
)

BAKU = Tenggang(3, "kebijakan 2021-1")
HARI = st.dates(date(1945, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("sendiri", "kerja_sama", "bulan", "sumber"),
    [
        (None, "ksdpk", 3, "kebijakan 2021-1"),
        (4, "ksdpk", 4, "tenggang naskah ini"),
        (None, "", 3, "kebijakan 2021-1"),
        (None, "ksdpl", 6, "KSDPL/KSDLL, Permendagri 25/2020"),
        (2, "ksdll", 6, "KSDPL/KSDLL, Permendagri 25/2020"),
        (9, "ksdll", 9, "tenggang naskah ini"),
    ],
)
def test_lead_time_is_the_naskah_s_own_or_the_policy_s_and_abroad_six_at_least(
    sendiri, kerja_sama, bulan, sumber
):
    assert tenggang(sendiri, kerja_sama, baku=BAKU) == Tenggang(bulan, sumber)


def test_a_lead_time_says_its_source():
    assert BAKU.kalimat() == "3 bulan sebelum berakhir (kebijakan 2021-1)"


@pytest.mark.parametrize(
    ("akhir", "bulan", "batas"),
    [
        (date(2027, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 5, 15), 12, date(2026, 5, 15)),
        (date(9999, 12, 31), 6, date(9999, 6, 30)),
        (date(1, 1, 1), 6, date.min),
    ],
)
def test_the_last_day_to_ask_is_clipped_to_its_month(akhir, bulan, batas):
    assert batas_pengajuan(akhir, bulan) == batas


@given(HARI, HARI, st.integers(1, 24))
def test_the_window_holds_exactly_what_is_to_be_asked_for_by_the_day(per, akhir, bulan):
    assert (akhir <= akhir_terjauh(per, bulan)) == (batas_pengajuan(akhir, bulan) <= per)


@pytest.mark.parametrize(
    ("per", "ambang"),
    [
        (date(2026, 5, 14), None),
        (date(2026, 5, 15), 12),
        (date(2026, 11, 14), 12),
        (date(2026, 11, 20), 6),
        (date(2027, 2, 15), 3),
        (date(2027, 3, 15), 2),
        (date(2027, 4, 15), 1),
        (date(2027, 5, 15), 1),
        (date(2027, 5, 16), 0),
        (date(2030, 1, 1), 0),
    ],
)
def test_a_rung_reached_stays_reached_until_the_next(per, ambang):
    assert ambang_bulan(date(2027, 5, 15), per=per) == ambang


@pytest.mark.parametrize(
    ("hari", "kata"), [(3, "Berakhir dalam 3 hari"), (0, "Berakhir hari ini"), (-2, "Lewat 2 hari")]
)
def test_what_is_left_is_said_in_words(hari, kata):
    assert sisa(date(2027, 5, 15), per=date(2027, 5, 15 - hari)) == kata
