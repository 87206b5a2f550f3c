"""Closing an obligation."""

from datetime import date

import pytest

from pengawasan.domain.jadwal import periksa_tutup
from pengawasan.enums import StatusJadwal

AKHIR = date(2025, 12, 31)


def tutup(status=StatusJadwal.TERBUKA, **kolom):
    dasar = {
        "berakhir": AKHIR,
        "hari_ini": date(2026, 1, 1),
        "berkegiatan": False,
        "alasan": "Mitra dibubarkan.",
    }
    return periksa_tutup(status, **(dasar | kolom))


@pytest.mark.parametrize("status", StatusJadwal)
def test_only_what_is_owed_is_closed(status):
    assert bool(tutup(status)) is (status == StatusJadwal.TERBUKA)


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [
        ({"hari_ini": AKHIR}, "masih berlaku"),  # in force through the whole of its last day
        ({"berakhir": None}, "masih berlaku"),
        ({"berkegiatan": True}, "mempunyai kegiatan"),
        ({"alasan": ""}, "disertai alasan"),
    ],
)
def test_closing_needs_the_end_of_the_naskah_no_event_and_a_reason(kolom, sebab):
    assert sebab in tutup(**kolom).alasan
