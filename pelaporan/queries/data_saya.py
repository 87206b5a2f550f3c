"""What the reporting holds about one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelaporan.models import LanggananKalender

if TYPE_CHECKING:
    from inti.models import Pengguna


def bagian(pengguna: Pengguna) -> dict[str, list[dict[str, Any]]]:
    """Addresses of calendars, without what opens them."""
    langganan = LanggananKalender.objects.milik(pengguna)
    kolom = ("nama", "lingkup", "dibuat_pada", "terakhir_dipakai", "dicabut_pada")
    return {"langganan_kalender": list(langganan.values(*kolom))}
