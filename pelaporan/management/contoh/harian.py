"""What belongs to the working day: an address of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelaporan.enums import LingkupLangganan
from pelaporan.services import langganan_kalender

if TYPE_CHECKING:
    from inti.models import Pengguna


def lengkapi(orang: dict[str, Pengguna]) -> None:
    """The staff has the calendar on a phone already; nobody was told its address."""
    langganan_kalender.terbitkan(
        nama="Ponsel dinas",
        lingkup=LingkupLangganan.ORANG,
        perangkat_daerah=None,
        mitra=None,
        oleh=orang["staf"],
    )
