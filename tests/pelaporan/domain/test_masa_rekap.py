"""Semesters, years and days, and the codes by which addresses know them."""

from datetime import date

import pytest

from pelaporan.domain.masa_rekap import (
    baca_masa,
    pilihan_masa,
    sehari,
    semester,
    semester_dari,
    setahun,
)


@pytest.mark.parametrize(
    ("kode", "awal", "akhir", "label"),
    [
        ("2026-1", date(2026, 1, 1), date(2026, 6, 30), "Semester I 2026"),
        ("2026-2", date(2026, 7, 1), date(2026, 12, 31), "Semester II 2026"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "Tahun 2026"),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "Keadaan 29 Februari 2024"),
    ],
)
def test_code_names_a_period(kode, awal, akhir, label):
    masa = baca_masa(kode)

    assert (masa.kode, masa.awal, masa.akhir, masa.label) == (kode, awal, akhir, label)


@pytest.mark.parametrize("kode", ["", "2026-3", "1899", "2026-02-30", "2026-2x", "26", "x" * 40])
def test_other_text_names_none(kode):
    assert baca_masa(kode) is None


@pytest.mark.parametrize(
    ("hari", "masa"),
    [
        (date(2026, 1, 1), semester(2026, 1)),
        (date(2026, 6, 30), semester(2026, 1)),
        (date(2026, 7, 1), semester(2026, 2)),
        (date(2026, 12, 31), semester(2026, 2)),
    ],
)
def test_day_lies_in_its_semester(hari, masa):
    assert semester_dari(hari) == masa


def test_choices_are_what_has_begun_newest_first():
    pilihan = pilihan_masa(date(2026, 3, 1), tahun=2)

    assert pilihan == [
        semester(2026, 1),
        setahun(2026),
        semester(2025, 2),
        semester(2025, 1),
        setahun(2025),
    ]


def test_what_is_late_is_judged_today_but_of_a_single_day_on_that_day():
    hari_ini = date(2026, 11, 26)

    assert semester(2025, 1).dinilai_pada(hari_ini) == hari_ini
    assert sehari(date(2026, 5, 1)).dinilai_pada(hari_ini) == date(2026, 5, 1)
