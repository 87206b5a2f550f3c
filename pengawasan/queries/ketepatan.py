"""Whether what was owed was done by its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.utils import timezone

from pengawasan.enums import Ketepatan, StatusJadwal, StatusKegiatan
from pengawasan.models import Kegiatan

if TYPE_CHECKING:
    from pengawasan.models.jadwal import JadwalQuerySet


def berketepatan(jadwal: JadwalQuerySet, ketepatan: Ketepatan) -> JadwalQuerySet:
    """Done by its day, done after it, or still not done although the day is over.

    The day is the one that was granted where it was postponed. What an old list says was done
    has no kegiatan and is in none of the three.
    """
    if ketepatan == Ketepatan.BELUM:
        return jadwal.terlambat_pada(timezone.localdate())
    dilaksanakan = Kegiatan.objects.filter(
        jadwal=OuterRef("pk"), tanggal_pelaksanaan__isnull=False
    ).exclude(status=StatusKegiatan.DIBATALKAN)
    tepat = dilaksanakan.filter(tanggal_pelaksanaan__lte=OuterRef("batas"))
    selesai = jadwal.filter(Exists(dilaksanakan), status=StatusJadwal.TERLAKSANA)
    selesai = selesai.annotate(batas=Coalesce("ditunda_sampai", "jatuh_tempo"))
    return selesai.filter(Exists(tepat) if ketepatan == Ketepatan.TEPAT else ~Exists(tepat))
