"""When the deadline of a mitra's report may be extended."""

from datetime import date

import pytest

from inti.putusan import BOLEH, tolak
from pelaporan.domain.perpanjangan_batas import batas_berlaku, periksa_ajukan, periksa_tanggal
from pelaporan.enums import StatusKewajibanLaporan as Status

BATAS = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("diperpanjang", "berlaku"),
    [(None, BATAS), (date(2026, 4, 1), date(2026, 4, 1)), (date(2026, 3, 1), BATAS)],
)
def test_an_extension_never_brings_the_deadline_forward(diperpanjang, berlaku):
    assert batas_berlaku(BATAS, diperpanjang) == berlaku


@pytest.mark.parametrize(
    ("status", "sampai", "hari_ini", "sebab"),
    [
        (Status.TERBUKA, date(2026, 3, 28), date(2026, 3, 1), ""),
        # The deadline has passed: it may still be asked for.
        (Status.TERBUKA, date(2026, 3, 28), date(2026, 3, 20), ""),
        (Status.TERBUKA, date(2026, 3, 28), date(2026, 3, 28), ""),
        (Status.TERBUKA, BATAS, date(2026, 3, 1), "setelah batas yang sekarang, 14 Maret 2026"),
        (Status.TERBUKA, date(2026, 3, 20), date(2026, 3, 21), "sebelum hari ini"),
        (Status.TERPENUHI, date(2026, 3, 28), date(2026, 3, 1), "Terpenuhi"),
        (Status.DIGANTIKAN, date(2026, 3, 28), date(2026, 3, 1), "Digantikan"),
    ],
)
def test_a_later_day_for_a_report_that_is_owed(status, sampai, hari_ini, sebab):
    putusan = periksa_tanggal(status, batas=BATAS, sampai=sampai, hari_ini=hari_ini)

    assert bool(putusan) is not bool(sebab)
    assert sebab in putusan.alasan


@pytest.mark.parametrize(
    ("tanggal", "alasan", "menunggu", "sebab"),
    [
        (BOLEH, "Banjir.", False, ""),
        (BOLEH, " ", False, "disertai alasan"),
        (BOLEH, "Banjir.", True, "masih menunggu putusan"),
        (tolak("Terlalu cepat."), "Banjir.", False, "Terlalu cepat."),
    ],
)
def test_asking_needs_a_reason_and_no_other_request(tanggal, alasan, menunggu, sebab):
    putusan = periksa_ajukan(tanggal, alasan=alasan, menunggu=menunggu)

    assert bool(putusan) is not bool(sebab)
    assert sebab in putusan.alasan
