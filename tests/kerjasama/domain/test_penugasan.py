from datetime import date

import pytest

from kerjasama.domain.penugasan import periksa_akhiri, periksa_bebas, periksa_tugaskan

HARI_INI = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("mulai", "selesai"),
    [
        (date(2026, 3, 10), date(2026, 3, 10)),
        (date(2026, 1, 1), date(2026, 3, 10)),
        (date(2026, 3, 10), date(2027, 3, 10)),
    ],
)
def test_period_that_is_not_over_is_taken(mulai, selesai):
    assert periksa_tugaskan(mulai, selesai, per=HARI_INI)


@pytest.mark.parametrize(
    ("mulai", "selesai", "kata"),
    [
        (date(2026, 3, 11), date(2026, 3, 10), "sebelum mulainya"),
        (date(2026, 1, 1), date(2026, 3, 9), "sudah lewat"),
        (date(2026, 3, 10), date(2027, 3, 12), "paling lama satu tahun"),
    ],
)
def test_period_that_cannot_be_is_refused(mulai, selesai, kata):
    assert kata in periksa_tugaskan(mulai, selesai, per=HARI_INI).alasan


LAIN = [(date(2026, 4, 1), date(2026, 4, 30))]


@pytest.mark.parametrize(
    ("mulai", "selesai", "bebas"),
    [
        (date(2026, 3, 1), date(2026, 3, 31), True),
        (date(2026, 5, 1), date(2026, 5, 2), True),
        (date(2026, 3, 1), date(2026, 4, 1), False),
        (date(2026, 4, 30), date(2026, 5, 2), False),
        (date(2026, 3, 1), date(2026, 5, 2), False),
    ],
)
def test_two_assignments_of_one_person_share_no_day(mulai, selesai, bebas):
    assert bool(periksa_bebas("Budi", mulai, selesai, lain=LAIN)) is bebas


@pytest.mark.parametrize(
    ("selesai", "sampai", "kata"),
    [
        (date(2026, 3, 9), date(2026, 3, 9), "sudah berakhir"),
        (date(2026, 4, 1), date(2026, 3, 8), "diakhiri mundur"),
        (date(2026, 4, 1), date(2026, 4, 1), "catat penugasan baru"),
    ],
)
def test_end_that_is_refused_says_why(selesai, sampai, kata):
    putusan = periksa_akhiri(date(2026, 3, 1), selesai, sampai=sampai, per=HARI_INI)

    assert kata in putusan.alasan


@pytest.mark.parametrize("sampai", [date(2026, 3, 9), date(2026, 3, 20)])
def test_assignment_may_end_at_once_or_on_a_day_ahead(sampai):
    assert periksa_akhiri(date(2026, 3, 1), date(2026, 4, 1), sampai=sampai, per=HARI_INI)
