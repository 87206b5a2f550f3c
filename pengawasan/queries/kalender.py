"""A kegiatan as an event of a calendar."""

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
    from pengawasan.models import Kegiatan

# How long a meeting is taken to last; its end is not planned.
LAMA = timedelta(hours=2)
MENGUBAH = ("kegiatan.ubah", "kegiatan.batalkan")


def acara(kegiatan: Kegiatan) -> Acara:
    """The event; its sequence is the number of times that the plan was changed."""
    ubahan = JejakAudit.objects.tentang(kegiatan).filter(aksi__in=MENGUBAH)
    waktu = list(ubahan.order_by("pk").values_list("waktu", flat=True))
    mulai, selesai = _saat(kegiatan)
    dasar = kegiatan.jadwal.dasar.get("kalimat", []) if kegiatan.jadwal else [kegiatan.alasan]
    return Acara(
        uid=f"kegiatan-{kegiatan.pk}@{urlsplit(settings.SITE_URL).hostname}",
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


def _saat(kegiatan: Kegiatan) -> tuple[date, date]:
    tanggal, jam = kegiatan.tanggal_rencana, kegiatan.waktu_rencana
    if jam is None:
        return tanggal, tanggal + timedelta(days=1)
    mulai = datetime.combine(tanggal, time(jam.hour, jam.minute), timezone.get_current_timezone())
    return mulai, mulai + LAMA
