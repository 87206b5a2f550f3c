"""Month arithmetic."""

from datetime import date

import pytest

from inti.kalender import tambah_bulan


@pytest.mark.parametrize(
    ("jangkar", "bulan", "hasil"),
    [
        ("2021-08-31", 6, "2022-02-28"),
        ("2021-08-31", 12, "2022-08-31"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2021-12-31", 1, "2022-01-31"),
        ("2021-01-31", -11, "2020-02-29"),
        ("2021-01-15", 0, "2021-01-15"),
    ],
)
def test_months_are_added_to_the_anchor_and_clipped(jangkar, bulan, hasil):
    assert tambah_bulan(date.fromisoformat(jangkar), bulan) == date.fromisoformat(hasil)


@pytest.mark.parametrize(("jangkar", "bulan"), [(date.max, 1), (date.min, -1)])
def test_years_that_dates_cannot_hold_are_refused(jangkar, bulan):
    with pytest.raises(ValueError, match="year"):
        tambah_bulan(jangkar, bulan)
