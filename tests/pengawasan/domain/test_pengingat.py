"""The ladder of reminders."""

from datetime import date, timedelta

import pytest

from pengawasan.domain.pengingat import TANGGA, ambang_terakhir

TEMPO = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("selisih", "ambang"),
    [
        (-31, None),
        (-30, -30),
        (-29, -30),
        (-15, -30),
        (-14, -14),
        (-1, -7),
        (0, 0),
        (6, 0),
        (7, 7),
        (29, 14),
        (30, 30),
        (400, 30),
    ],
)
def test_the_latest_rung_reached_is_told(selisih, ambang):
    assert ambang_terakhir(TEMPO, per=TEMPO + timedelta(days=selisih)) == ambang


def test_nights_that_were_missed_are_caught_up_with_one_rung():
    malam = [TEMPO + timedelta(days=n) for n in (-31, -2)]  # none in between

    assert [ambang_terakhir(TEMPO, per=satu) for satu in malam] == [None, -7]


def test_each_rung_is_reached_on_its_own_day():
    assert [ambang_terakhir(TEMPO, per=TEMPO + timedelta(days=n)) for n in TANGGA] == list(TANGGA)
