"""Whether what was owed was done by its day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q
from django.db.models.lookups import Exact
from django.utils import timezone

from pengawasan.enums import Ketepatan, StatusJadwal, StatusKegiatan
from pengawasan.models import Kegiatan
from pengawasan.models.jadwal import TENGGAT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pengawasan.models.jadwal import JadwalQuerySet

# First and last day.
Masa = tuple[date, date]
PerHari = dict[date, int]


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
    selesai = selesai.annotate(batas=TENGGAT)
    return selesai.filter(Exists(tepat) if ketepatan == Ketepatan.TEPAT else ~Exists(tepat))


def dilaksanakan_menurut(
    jadwal: JadwalQuerySet, masa: Sequence[Masa]
) -> list[dict[Ketepatan, int]]:
    """How many were done by their day and after it, in each of these spans: all in one pass.

    The same as counting `berketepatan` of each, since one kegiatan at most stands for a turn.
    """
    berhari = FilteredRelation("kegiatan", condition=Q(kegiatan__tanggal_pelaksanaan__isnull=False))
    # Not by ~Q, which allows for a status that is null: no partial index would be recognised.
    hidup = ~Exact(F("hidup__status"), StatusKegiatan.DIBATALKAN)
    selesai = (
        jadwal.filter(status=StatusJadwal.TERLAKSANA)
        .jatuh_antara(min(awal for awal, _ in masa), max(akhir for _, akhir in masa))
        .alias(hidup=berhari)
        .filter(hidup, hidup__tanggal_pelaksanaan__isnull=False)
    )
    tepat = Q(hidup__tanggal_pelaksanaan__lte=TENGGAT)
    semua, tepat_waktu = _per_hari(selesai, Count("pk"), Count("pk", filter=tepat))
    tepat_jumlah = dalam_masa(tepat_waktu, masa)
    return [
        {Ketepatan.TEPAT: n, Ketepatan.LEWAT: seluruhnya - n}
        for seluruhnya, n in zip(dalam_masa(semua, masa), tepat_jumlah, strict=True)
    ]


def terbuka_per_hari(jadwal: JadwalQuerySet) -> PerHari:
    """How many are owed by each day.

    Whatever is asked of spans of days follows from it: as many rows as `jatuh_antara` of one has.
    """
    [semua] = _per_hari(jadwal.terbuka(), Count("pk"))
    return semua


def dalam_masa(per_hari: PerHari, masa: Sequence[Masa]) -> list[int]:
    """How many lie in each of these spans, the ends included."""
    return [sum(n for hari, n in per_hari.items() if a <= hari <= z) for a, z in masa]


def _per_hari(jadwal: JadwalQuerySet, *angka: Count) -> list[PerHari]:
    """These counts, each by the day that counts."""
    kolom = {f"n{ke}": satu for ke, satu in enumerate(angka)}
    kelompok = jadwal.order_by().values(hari=TENGGAT).annotate(**kolom)
    baris = list(kelompok.values_list("hari", *kolom))
    return [{hari: n[ke] for hari, *n in baris} for ke in range(len(angka))]
