"""Of which day control may be noted."""

from datetime import date

import pytest

from pengawasan.domain.pengendalian import periksa_pengendalian

TTD, HARI_INI = date(2025, 1, 10), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("tanggal", "ttd", "berlaku", "alasan"),
    [
        (TTD, TTD, True, ""),
        (HARI_INI, TTD, True, ""),
        (date(2025, 1, 9), TTD, True, "sebelum naskah ditandatangani"),
        (date(2026, 3, 2), TTD, True, "masa depan"),
        (HARI_INI, TTD, False, "setelah naskah berlaku"),
        (HARI_INI, None, True, "setelah naskah berlaku"),
    ],
)
def test_periksa_pengendalian(tanggal, ttd, berlaku, alasan):
    putusan = periksa_pengendalian(tanggal, tanggal_ttd=ttd, berlaku=berlaku, hari_ini=HARI_INI)

    assert (bool(putusan), alasan in putusan.alasan) == (not alasan, True)
