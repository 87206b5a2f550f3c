"""When a mitra's reports are due (Pasal 9 ayat (1))."""

from datetime import date

import pytest

from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus
from pengawasan.domain.laporan import tempo_laporan

KEBIJAKAN = KebijakanSiklus()


def laporan(fakta, sampai="2023-12-31", kebijakan=KEBIJAKAN):
    return list(tempo_laporan(fakta, kebijakan, sampai=date.fromisoformat(sampai)))


@pytest.mark.parametrize(
    ("ttd", "tanggal"),
    [
        ("2021-08-31", ["2022-02-28", "2022-08-31", "2023-02-28", "2023-08-31"]),
        ("2022-08-29", ["2023-02-28", "2023-08-29"]),
        ("2020-02-29", ["2020-08-29", "2021-02-28", "2021-08-29", "2022-02-28"]),
        ("2023-07-01", []),
    ],
)
def test_each_is_counted_and_clipped_from_signing(ttd, tanggal):
    tempo = laporan(FaktaNaskah(date.fromisoformat(ttd)))

    assert [t.jatuh_tempo.isoformat() for t in tempo][:4] == tanggal


@pytest.mark.parametrize(
    ("berakhir", "jumlah"),
    [("2022-02-27", 0), ("2022-02-28", 1), ("2022-08-30", 1), ("2022-08-31", 2)],
)
def test_none_after_the_last_day_except_the_one_that_falls_on_it(berakhir, jumlah):
    assert len(laporan(FaktaNaskah(date(2021, 8, 31), date.fromisoformat(berakhir)))) == jumlah


@pytest.mark.parametrize(("sampai", "jumlah"), [("2022-02-27", 0), ("2022-02-28", 1)])
def test_the_horizon_itself_is_included(sampai, jumlah):
    assert len(laporan(FaktaNaskah(date(2021, 8, 31)), sampai)) == jumlah


def test_grace_follows_the_policy_and_never_the_end():
    fakta = FaktaNaskah(date(2021, 8, 31), date(2022, 8, 31))

    assert [(t.ke, t.batas) for t in laporan(fakta)] == [
        (1, date(2022, 3, 14)),
        (2, date(2022, 9, 14)),
    ]
    assert laporan(fakta, kebijakan=KebijakanSiklus(tenggang_laporan=30))[0].batas == date(
        2022, 3, 30
    )


def test_the_own_interval_of_the_naskah_wins_over_the_policy():
    fakta = FaktaNaskah(date(2021, 8, 31), interval_laporan=3)

    assert [t.jatuh_tempo for t in laporan(fakta, "2022-03-01")] == [
        date(2021, 11, 30),
        date(2022, 2, 28),
    ]


def test_the_backlog_does_not_move_the_reports():
    fakta = FaktaNaskah(date(2021, 8, 31), mulai_pengawasan=date(2024, 1, 1))

    assert laporan(fakta)[0].jatuh_tempo == date(2022, 2, 28)


def test_each_says_its_article_and_sum():
    fakta = FaktaNaskah(date(2024, 1, 31), interval_laporan=3, klausul="Pasal 8 PKS")

    assert laporan(fakta, "2024-12-31")[0].dasar == (
        "Pasal 9 ayat (1): laporan ke-1, penandatanganan 31 Januari 2024 + 3 bulan = "
        "30 April 2024 (hari terakhir bulan itu); interval 3 bulan menurut Pasal 8 PKS; "
        "tenggang 14 hari."
    )


def test_the_list_ends_with_the_calendar():
    tempo = laporan(FaktaNaskah(date(9999, 6, 30), interval_laporan=6), "9999-12-31")

    assert [(t.jatuh_tempo, t.batas) for t in tempo] == [(date(9999, 12, 30), date.max)]
