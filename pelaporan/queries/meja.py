"""What waits on the desks of those who decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from pelaporan.enums import StatusBundel
from pelaporan.models import Bundel, Laporan
from pengawasan.enums import StatusRekomendasi
from pengawasan.models import BarisMatrik, Rekomendasi

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna


def laporan_menunggu(pengguna: Pengguna) -> QuerySet[Laporan]:
    """Reports that wait for the chair, longest waiting first."""
    rekomendasi = "kegiatan__matrik__baris__rekomendasi"
    menunggu = Q(**{f"{rekomendasi}__status": StatusRekomendasi.DIAJUKAN})
    return (
        Laporan.objects.terlihat_oleh(pengguna)
        .menunggu_ketua()
        .untuk_daftar()
        .annotate(jumlah_menunggu=Count(rekomendasi, filter=menunggu))
        .order_by("dikirim_pada")
    )


@dataclass(frozen=True)
class BarisMeja:
    """One row of the matrix with what waits in it and what was decided before."""

    baris: BarisMatrik
    menunggu: list[Rekomendasi]
    diputuskan: list[Rekomendasi]


def baris_meja(laporan: Laporan) -> list[BarisMeja]:
    """The matrix as the chair reads it; empty for a pemantauan."""
    baris = (
        BarisMatrik.objects.filter(matrik__kegiatan=laporan.kegiatan_id)
        .select_related("perangkat_daerah")
        .prefetch_related("rekomendasi__diputuskan_oleh")
    )
    return [_baris(b) for b in baris]


def _baris(baris: BarisMatrik) -> BarisMeja:
    semua = list(baris.rekomendasi.all())
    menunggu = [r for r in semua if r.status == StatusRekomendasi.DIAJUKAN]
    return BarisMeja(baris, menunggu, [r for r in semua if r not in menunggu])


def bundel_terkini(laporan: Laporan) -> Bundel | None:
    """The bundle of the version that was sent last, in whatever state."""
    bundel = laporan.bundel.filter(versi=laporan.versi).select_related("berkas")
    return bundel.first()


def bundel_siap(bundel: Bundel | None) -> bool:
    """Whether the chair can open it."""
    return bundel is not None and bundel.status == StatusBundel.SIAP


def rekomendasi_walikota(pengguna: Pengguna) -> QuerySet[Rekomendasi]:
    """Huruf f and h that wait for the head of government."""
    return (
        Rekomendasi.objects.terlihat_oleh(pengguna)
        .menunggu_walikota()
        .select_related(
            "baris__perangkat_daerah",
            "baris__matrik__kegiatan__naskah",
            "baris__matrik__kegiatan__laporan",
            "diputuskan_oleh",
        )
        .order_by("diputuskan_pada")
    )
