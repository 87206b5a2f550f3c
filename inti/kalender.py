"""Month arithmetic. Pure: no Django, no clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def tambah_bulan(jangkar: date, bulan: int) -> date:
    """`jangkar` plus whole months, clipped to the month's last day: 31 August + 6 is 28 February.

    Counted from the anchor, so 31 August + 12 is 31 August again. Raises ValueError outside the
    years that dates can hold.
    """
    tahun, sisa = divmod(jangkar.year * 12 + jangkar.month - 1 + bulan, 12)
    return date(tahun, sisa + 1, min(jangkar.day, monthrange(tahun, sisa + 1)[1]))
