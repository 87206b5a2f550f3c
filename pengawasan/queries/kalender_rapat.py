"""A meeting as a calendar file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, vText

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from pengawasan.models import Kegiatan, Rapat

DASAR = "Pasal 6 Peraturan Wali Kota tentang kerja sama daerah"


def ics(rapat: Rapat, kegiatan: Sequence[Kegiatan]) -> bytes:
    """Of the meeting as `kegiatan`, those the reader may see, are concerned.

    The UID never changes; SEQUENCE rises with each change, so that a calendar replaces what it
    has, and a meeting called off is a CANCEL.
    """
    kalender, acara = Calendar(), Event()
    kalender.add("prodid", "-//Pengawasan Kerja Sama//ID")
    kalender.add("version", "2.0")
    kalender.add("method", "CANCEL" if rapat.dibatalkan_pada else "PUBLISH")
    acara.add("uid", f"rapat-{rapat.pk}@{urlsplit(settings.SITE_URL).hostname}")
    acara.add("sequence", rapat.urutan_kalender)
    acara.add("dtstamp", rapat.dibuat_pada)
    acara.add("summary", "Rapat pengawasan kerja sama")
    acara.add("status", "CANCELLED" if rapat.dibatalkan_pada else "CONFIRMED")
    _waktu(acara, rapat)
    acara["location"] = vText(", ".join(filter(None, (rapat.tempat, rapat.alamat))))
    acara.add("description", _uraian(rapat, kegiatan))
    acara.add("url", f"{settings.SITE_URL}{rapat.get_absolute_url()}")
    kalender.add_component(acara)
    return bytes(kalender.to_ical())


def _waktu(acara: Event, rapat: Rapat) -> None:
    """The whole day while the hour is not known."""
    if rapat.mulai is None:
        acara.add("dtstart", rapat.tanggal)
        return
    mulai = _saat(rapat, rapat.mulai)
    acara.add("dtstart", mulai)
    acara.add("dtend", _saat(rapat, rapat.selesai) if rapat.selesai else mulai + timedelta(hours=2))


def _saat(rapat: Rapat, jam: time) -> datetime:
    """In universal time, which needs no table of zones in the file."""
    setempat = timezone.make_aware(datetime.combine(rapat.tanggal, jam))
    return setempat.astimezone(UTC)


def _uraian(rapat: Rapat, kegiatan: Sequence[Kegiatan]) -> str:
    baris = [f"Dasar: {DASAR}.", *[f"– {k}" for k in kegiatan]]
    if rapat.agenda:
        baris.append(f"Agenda: {rapat.agenda}")
    if rapat.tautan:
        baris.append(f"Daring: {rapat.tautan}")
    return "\n".join(baris)
