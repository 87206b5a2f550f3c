from datetime import date, datetime, time

import pytest

from pengawasan.domain.sesi_hadir import jendela, periksa_buka, periksa_rapat, periksa_waktu
from pengawasan.enums import StatusKegiatan as Status

HARI = date(2026, 3, 2)


def saat(hari, jam, menit=0):
    """Local time, as the window is told in."""
    return datetime.combine(date(2026, 3, hari), time(jam, menit))


@pytest.mark.parametrize(
    ("mulai", "selesai", "awal", "akhir"),
    [
        (time(9), time(11), time(7), time(14)),
        (time(9), None, time(7), time(15)),
        (time(1), time(2), time(0), time(5)),  # not the day before
        (time(20), time(23), time(18), time.max),  # nor the day after
        (None, None, time.min, time.max),
    ],
)
def test_people_check_in_around_the_meeting_and_on_its_day(mulai, selesai, awal, akhir):
    assert jendela(HARI, mulai, selesai) == (
        datetime.combine(HARI, awal),
        datetime.combine(HARI, akhir),
    )


@pytest.mark.parametrize(
    ("kini", "sebut"),
    [
        (saat(2, 6, 59), "dibuka Senin, 2 Maret 2026 pukul 07.00"),
        (saat(1, 9), "dibuka Senin"),
        (saat(2, 14, 1), "sudah ditutup"),
        (saat(3, 9), "sudah ditutup"),
        (saat(2, 7), ""),
        (saat(2, 14), ""),
    ],
)
def test_out_of_its_hours_it_says_so(kini, sebut):
    putusan = periksa_waktu(kini, tanggal=HARI, mulai=time(9), selesai=time(11))

    assert bool(putusan) is (sebut == "")
    assert sebut in putusan.alasan


@pytest.mark.parametrize(
    ("status", "boleh"),
    [
        ([Status.DITUGASKAN], True),
        ([Status.DIRENCANAKAN, Status.DITUGASKAN], True),
        ([Status.DIRENCANAKAN], False),
        ([Status.DIBATALKAN], False),
        ([Status.DILAPORKAN, Status.DITUGASKAN], False),
        ([], False),
    ],
)
def test_attendance_follows_the_kegiatan_of_the_meeting(status, boleh):
    assert bool(periksa_rapat(status, dibatalkan=False)) is boleh
    assert not periksa_rapat(status, dibatalkan=True)


@pytest.mark.parametrize(("hari_ini", "boleh"), [(1, True), (2, True), (3, False)])
def test_it_is_opened_beforehand_and_never_after_the_day(hari_ini, boleh):
    assert bool(periksa_buka(date(2026, 3, hari_ini), HARI)) is boleh
