"""A kegiatan, or a meeting of several, as an event of a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from inti.ics import Acara
from inti.models import JejakAudit
from pengawasan.enums import StatusKegiatan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pengawasan.models import Kegiatan, Rapat

# How long a meeting is taken to last; its end is not planned.
LAMA = timedelta(hours=2)
DASAR = "Pasal 6 peraturan kepala daerah tentang kerja sama daerah"
MENGUBAH = ("kegiatan.ubah", "kegiatan.batalkan")


def acara(kegiatan: Kegiatan) -> Acara:
    """The event; its sequence is the number of times that the plan was changed."""
    ubahan = JejakAudit.objects.tentang(kegiatan).filter(aksi__in=MENGUBAH)
    waktu = list(ubahan.order_by("pk").values_list("waktu", flat=True))
    mulai, selesai = saat(kegiatan.tanggal_rencana, kegiatan.waktu_rencana)
    dasar = kegiatan.jadwal.dasar.get("kalimat", []) if kegiatan.jadwal else [kegiatan.alasan]
    return Acara(
        uid=_uid("kegiatan", kegiatan.pk),
        judul=str(kegiatan),
        mulai=mulai,
        selesai=selesai,
        diubah_pada=(waktu[-1] if waktu else kegiatan.dibuat_pada).astimezone(UTC),
        urutan=len(waktu),
        tempat=kegiatan.tempat,
        uraian="\n".join([kegiatan.naskah.judul, *filter(None, dasar)]),
        tautan=settings.SITE_URL + kegiatan.get_absolute_url(),
        batal=kegiatan.status == StatusKegiatan.DIBATALKAN,
    )


def acara_rapat(rapat: Rapat, kegiatan: Sequence[Kegiatan]) -> Acara:
    """The event of a meeting as `kegiatan`, those the reader may see, are concerned."""
    mulai, selesai = saat(rapat.tanggal, rapat.mulai)
    if rapat.mulai and rapat.selesai:
        selesai, _ = saat(rapat.tanggal, rapat.selesai)
    return Acara(
        uid=_uid("rapat", rapat.pk),
        judul="Rapat pengawasan kerja sama",
        mulai=mulai,
        selesai=selesai,
        diubah_pada=rapat.dibuat_pada,
        urutan=rapat.urutan_kalender,
        tempat=", ".join(filter(None, (rapat.tempat, rapat.alamat))),
        uraian=_uraian(rapat, kegiatan),
        tautan=settings.SITE_URL + rapat.get_absolute_url(),
        batal=rapat.dibatalkan_pada is not None,
    )


def _uid(jenis: str, pk: int) -> str:
    return f"{jenis}-{pk}@{urlsplit(settings.SITE_URL).hostname}"


def saat(tanggal: date, jam: time | None) -> tuple[date, date]:
    """The whole day while the hour is not known; else in universal time.

    A local time would need the table of its zone in the file.
    """
    if jam is None:
        return tanggal, tanggal + timedelta(days=1)
    lokal = datetime.combine(tanggal, time(jam.hour, jam.minute), timezone.get_current_timezone())
    mulai = lokal.astimezone(UTC)
    return mulai, mulai + LAMA


def _uraian(rapat: Rapat, kegiatan: Sequence[Kegiatan]) -> str:
    baris = [f"Dasar: {DASAR}.", *[f"– {k}" for k in kegiatan]]
    if rapat.agenda:
        baris.append(f"Agenda: {rapat.agenda}")
    if rapat.tautan:
        baris.append(f"Daring: {rapat.tautan}")
    return "\n".join(baris)
