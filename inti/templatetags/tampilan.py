"""Indonesian dates, numbers and money in templates."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone

from inti import formats
from inti.peramban import sebutan

register = template.Library()
register.filter("peramban", sebutan)


@register.filter
def tanggal(nilai: date | datetime | None) -> str:
    """`28 Februari 2022`; a dash for nothing."""
    if nilai is None:
        return "–"
    if isinstance(nilai, datetime):
        nilai = timezone.localtime(nilai).date()
    return formats.tanggal_indonesia(nilai)


@register.filter
def hari_tanggal(nilai: date | None) -> str:
    """`Senin, 28 Februari 2022`; a dash for nothing."""
    return formats.hari_tanggal(nilai) if nilai else "–"


@register.filter
def waktu(nilai: datetime | None) -> str:
    """`28 Februari 2022 pukul 14.05`; a dash for nothing."""
    if nilai is None:
        return "–"
    lokal = timezone.localtime(nilai)
    return f"{formats.tanggal_indonesia(lokal.date())} pukul {lokal:%H.%M}"


@register.filter
def waktu_sampai(awal: datetime, akhir: datetime) -> str:
    """`28 Februari 2022 pukul 14.05–14.20`: what both ends share is said once."""
    dari, hingga = timezone.localtime(awal), timezone.localtime(akhir)
    if dari.date() != hingga.date():
        return f"{waktu(awal)} sampai {waktu(akhir)}"
    jam = f"{dari:%H.%M}"
    return waktu(akhir) if jam == f"{hingga:%H.%M}" else f"{waktu(awal)}–{hingga:%H.%M}"


@register.filter
def rupiah(nilai: Any) -> str:
    """`Rp1.250.000`; a dash for nothing."""
    return "–" if nilai in (None, "") else formats.rupiah(nilai)


@register.filter
def ribuan(nilai: Any) -> str:
    """`1.250`; a dash for nothing. Keys in addresses are never written so."""
    return "–" if nilai in (None, "") else formats.ribuan(nilai)


@register.filter
def persen(nilai: Any) -> str:
    """`11,9%`; a dash for nothing."""
    return "–" if nilai in (None, "") else f"{formats.ribuan(Decimal(str(nilai)))}%"


@register.filter
def hari_dari(nilai: date, hari_ini: date) -> str:
    """`5 hari lagi`, `hari ini`, `terlambat 3 hari`."""
    selisih = (nilai - hari_ini).days
    if selisih == 0:
        return "hari ini"
    return f"{selisih} hari lagi" if selisih > 0 else f"terlambat {-selisih} hari"


@register.filter
def equals(nilai: Any, lain: Any) -> bool:
    """`{% tab "…" active=tab|equals:"belum" %}`: a comparison where a tag takes a value."""
    return bool(nilai == lain)


@register.filter
def ukuran(nilai: int) -> str:
    """`1,4 MB`."""
    if nilai < 1024 * 1024:
        return f"{max(1, nilai // 1024)} KB"
    return f"{nilai / 1024 / 1024:.1f}".replace(".", ",").removesuffix(",0") + " MB"
