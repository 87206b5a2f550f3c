"""Every signing day of forty years: 58,440 due dates against a calendar that is read, not computed.

The other tests take the hard days by name (31 August, 29 February); this one leaves none out.
"""

from calendar import Calendar
from datetime import date, timedelta

from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus
from pengawasan.domain.tempo import susun, terbuka
from pengawasan.enums import JenisKegiatan

PERTAMA, TERAKHIR = date(2000, 1, 1), date(2039, 12, 31)
GILIRAN = 4
KEBIJAKAN = KebijakanSiklus()


def days_of(bulan_sejak_nol: int) -> list[int]:
    """The days that a month has, as a wall calendar prints them."""
    tahun, bulan = divmod(bulan_sejak_nol, 12)
    return [hari for hari in Calendar().itermonthdays(tahun, bulan + 1) if hari]


def expected(ttd: date) -> list[date]:
    """Every six months on the day of signing, or on the last day of a month that lacks it."""
    tanggal = []
    for giliran in range(1, GILIRAN + 1):
        bulan = ttd.year * 12 + ttd.month - 1 + 6 * giliran
        hari = max(hari for hari in days_of(bulan) if hari <= ttd.day)
        tanggal.append(date(bulan // 12, bulan % 12 + 1, hari))
    return tanggal


def test_every_signing_day_of_forty_years_falls_due_on_its_own_day():
    jenis = [JenisKegiatan.PEMANTAUAN, JenisKegiatan.EVALUASI] * (GILIRAN // 2)
    salah, diperiksa = [], 0
    for n in range((TERAKHIR - PERTAMA).days + 1):
        ttd = PERTAMA + timedelta(days=n)
        rencana = terbuka(susun(FaktaNaskah(ttd), (), KEBIJAKAN, sampai=ttd + timedelta(days=800)))[
            :GILIRAN
        ]
        if [(k.jenis, k.jatuh_tempo) for k in rencana] != list(
            zip(jenis, expected(ttd), strict=True)
        ):
            salah.append(ttd)
        diperiksa += len(rencana)

    assert salah == []
    assert diperiksa == 58_440
