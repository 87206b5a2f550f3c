"""Postponing and closing an obligation."""

from datetime import date

import pytest

from pengawasan.domain.jadwal import periksa_tunda, periksa_tutup
from pengawasan.enums import StatusJadwal

TEMPO, AKHIR = date(2025, 6, 30), date(2025, 12, 31)


def tunda(status=StatusJadwal.TERBUKA, *, sampai=date(2025, 7, 1), alasan="Bencana."):
    return periksa_tunda(status, jatuh_tempo=TEMPO, sampai=sampai, alasan=alasan)


def tutup(status=StatusJadwal.TERBUKA, **kolom):
    dasar = {
        "berakhir": AKHIR,
        "hari_ini": date(2026, 1, 1),
        "berkegiatan": False,
        "alasan": "Mitra dibubarkan.",
    }
    return periksa_tutup(status, **(dasar | kolom))


@pytest.mark.parametrize("status", StatusJadwal)
@pytest.mark.parametrize("tindakan", [tunda, tutup])
def test_only_what_is_owed_is_postponed_or_closed(tindakan, status):
    assert bool(tindakan(status)) is (status == StatusJadwal.TERBUKA)


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [({"sampai": TEMPO}, "setelah jatuh tempo"), ({"alasan": " "}, "disertai alasan")],
)
def test_postponement_is_later_and_has_a_reason(kolom, sebab):
    assert sebab in tunda(**kolom).alasan


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
