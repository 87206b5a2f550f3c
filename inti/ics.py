"""Events as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

if TYPE_CHECKING:
    from collections.abc import Iterable

PRODID = "-//Pengawasan Kerja Sama//ID"


@dataclass(frozen=True)
class Acara:
    """One event: `uid` never changes, `urutan` rises with every change of the plan.

    `mulai` and `selesai` are moments with a zone, or dates for a whole day (`selesai` excluded).
    """

    uid: str
    judul: str
    mulai: date | datetime
    selesai: date | datetime
    diubah_pada: datetime
    urutan: int = 0
    tempat: str = ""
    uraian: str = ""
    tautan: str = ""
    batal: bool = False


def kalender(acara: Iterable[Acara], *, nama: str = "") -> bytes:
    """The events as a file; one that holds only cancelled ones cancels them in the calendar.

    `nama` is what a program calls a calendar that it subscribes to, and says that it should ask
    again each hour.
    """
    semua = list(acara)
    hasil = Calendar()
    hasil.add("prodid", PRODID)
    hasil.add("version", "2.0")
    if nama:
        hasil.add("x-wr-calname", nama)
        hasil.add("refresh-interval", timedelta(hours=1), parameters={"value": "DURATION"})
    hasil.add("method", "CANCEL" if semua and all(a.batal for a in semua) else "PUBLISH")
    for satu in semua:
        hasil.add_component(_event(satu))
    return bytes(hasil.to_ical())


def _event(acara: Acara) -> Event:
    event = Event()
    event.add("uid", acara.uid)
    event.add("sequence", acara.urutan)
    event.add("dtstamp", acara.diubah_pada)
    event.add("dtstart", acara.mulai)
    event.add("dtend", acara.selesai)
    event.add("summary", acara.judul)
    event.add("status", "CANCELLED" if acara.batal else "CONFIRMED")
    for nama, isi in (
        ("location", acara.tempat),
        ("description", acara.uraian),
        ("url", acara.tautan),
    ):
        if isi:
            event.add(nama, isi)
    return event
