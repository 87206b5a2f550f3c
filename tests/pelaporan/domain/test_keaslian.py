"""Where an issued document stands, and how its code is read."""

import pytest

from pelaporan.domain.keaslian import baca_kode, keadaan

KODE = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("digantikan", "dicabut", "kini"),
    [
        (False, False, "berlaku"),
        (True, False, "digantikan"),
        (False, True, "dicabut"),
        (True, True, "dicabut"),
    ],
)
def test_what_was_revoked_stays_revoked(digantikan, dicabut, kini):
    assert keadaan(digantikan=digantikan, dicabut=dicabut) == kini


@pytest.mark.parametrize(
    "teks", [KODE, KODE.upper(), " ".join(KODE), f"{KODE[:8]}-{KODE[8:]}\n"], ids=str.strip
)
def test_a_code_is_read_as_people_type_it(teks):
    assert baca_kode(teks) == KODE


@pytest.mark.parametrize("teks", ["", KODE[:-1], f"{KODE}0", f"{KODE[:-1]}g", "٣" * 32, "١" * 32])
def test_what_cannot_be_a_code_is_none(teks):
    assert baca_kode(teks) == ""
