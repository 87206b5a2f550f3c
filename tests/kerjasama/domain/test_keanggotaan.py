"""When portal access may begin and end."""

from datetime import date, timedelta

import pytest

from kerjasama.domain.keanggotaan import periksa_buka, periksa_tutup

PER = date(2026, 3, 1)
SEHARI = timedelta(days=1)


@pytest.mark.parametrize(
    ("mulai", "boleh"), [(PER - SEHARI, False), (PER, True), (PER + SEHARI, True)]
)
def test_access_is_not_given_for_the_past(mulai, boleh):
    assert bool(periksa_buka(mulai, per=PER)) is boleh


@pytest.mark.parametrize(
    ("selesai", "sampai", "boleh"),
    [
        (None, PER - SEHARI, True),
        (None, PER, True),
        (None, PER + SEHARI, True),
        (None, PER - 2 * SEHARI, False),
        (PER, PER - SEHARI, True),
        (PER - SEHARI, PER - SEHARI, False),
    ],
)
def test_access_ends_now_or_later_and_only_once(selesai, sampai, boleh):
    assert bool(periksa_tutup(selesai, sampai=sampai, per=PER)) is boleh
