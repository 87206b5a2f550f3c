"""Whether what was owed was done by its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from pengawasan.enums import Ketepatan, StatusJadwal, StatusKegiatan
from pengawasan.models import Kegiatan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

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


def dilaksanakan_menurut(
    jadwal: JadwalQuerySet, masa: Sequence[Sequence[date]]
) -> list[dict[Ketepatan, int]]:
    """How many were done by their day and after it, in each of these spans: all in one pass.

    The same as counting `berketepatan` of each, since one kegiatan at most stands for a turn.
    """
    selesai = (
        jadwal.filter(status=StatusJadwal.TERLAKSANA)
        .jatuh_antara(min(awal for awal, _ in masa), max(akhir for _, akhir in masa))
        .alias(
            batas=Coalesce("ditunda_sampai", "jatuh_tempo"),
            hidup=FilteredRelation(
                "kegiatan", condition=~Q(kegiatan__status=StatusKegiatan.DIBATALKAN)
            ),
        )
        .filter(hidup__tanggal_pelaksanaan__isnull=False)
    )
    hari = F("hidup__tanggal_pelaksanaan")
    saat = {Ketepatan.TEPAT: Q(batas__gte=hari), Ketepatan.LEWAT: Q(batas__lt=hari)}
    angka = selesai.aggregate(
        **{
            f"{ketepatan}_{ke}": Count("pk", filter=bila & Q(batas__range=satu))
            for ke, satu in enumerate(masa)
            for ketepatan, bila in saat.items()
        }
    )
    return [{k: angka[f"{k}_{ke}"] for k in saat} for ke in range(len(masa))]
