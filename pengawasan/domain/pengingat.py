"""The ladder of reminders; compared with <=, so a missed night catches up with one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

# Days after the due date; negative is before it.
TANGGA = (-30, -14, -7, 0, 7, 14, 30)


def ambang_terakhir(jatuh_tempo: date, *, per: date, tangga: Iterable[int] = TANGGA) -> int | None:
    """The latest rung reached on the day; None before the first."""
    tercapai = [ambang for ambang in tangga if ambang <= (per - jatuh_tempo).days]
    return max(tercapai, default=None)
