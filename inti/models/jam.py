"""Moments that were written down, read by a clock that may have gone back since.

A clock jumps: a battery is empty, a machine comes out of a snapshot. What it wrote ahead of time
must hold nothing up, and make nothing look alive, until that time comes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Case, F, Q, When

# Clocks of two machines differ; what lies further ahead than this, a wrong clock wrote.
SELISIH_JAM = timedelta(hours=1)


def basi(kolom: str, now: datetime, selama: timedelta) -> Q:
    """A claim of so long ago, or from so far ahead: whoever made it is not at it any more."""
    return Q(**{f"{kolom}__lt": now - selama}) | Q(**{f"{kolom}__gt": now + selama})


def segar(now: datetime, selama: timedelta) -> tuple[datetime, datetime]:
    """Between which moments a sign of life counts that must come at least so often."""
    return now - selama, now + min(selama, SELISIH_JAM)


def tanpa_kelak(kolom: str, now: datetime) -> Case:
    """The column as it is, empty where a wrong clock wrote it."""
    return Case(When(**{f"{kolom}__gt": now + SELISIH_JAM}, then=None), default=F(kolom))
