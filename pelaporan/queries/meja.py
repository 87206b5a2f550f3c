"""What waits on the desks of those who decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from inti.enums import Peran, SifatPemangku
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from pelaporan.enums import StatusBundel
from pelaporan.models import Bundel, Laporan
from pengawasan.enums import StatusRekomendasi
from pengawasan.models import BarisMatrik, Rekomendasi

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from inti.models import Jabatan


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


def kursi_diserahkan(pengguna: Pengguna) -> Jabatan | None:
    """The chair's seat that this person holds and may leave to a Plh.; a Plh. may not."""
    for satu in pengguna.kedudukan:
        if satu.jabatan.peran == Peran.KETUA and satu.sifat != SifatPemangku.PLH:
            return satu.jabatan
    return None


def calon_pelaksana(pengguna: Pengguna) -> QuerySet[Pengguna]:
    """People of the government's own side who hold a seat today, without the chair."""
    peran = (Peran.STAF, Peran.TIM, Peran.PD)
    orang = Pengguna.objects.berperan(*peran, pada=timezone.localdate())
    calon: QuerySet[Pengguna] = orang.exclude(pk=pengguna.pk).order_by("nama")
    return calon


def pelaksana_harian(kursi: Jabatan | None, hari_ini: date) -> list[str]:
    """Who acts in the seat now or later, and until when."""
    if kursi is None:
        return []
    plh = kursi.pemangku.filter(sifat=SifatPemangku.PLH, selesai__gte=hari_ini)
    return [
        f"{p.pengguna} bertindak sebagai Plh. {tanggal_indonesia(p.mulai)} sampai dengan "
        f"{tanggal_indonesia(p.selesai)} ({p.dasar})."
        for p in plh.select_related("pengguna").order_by("mulai")
        if p.selesai
    ]


def rekomendasi_walikota(pengguna: Pengguna) -> QuerySet[Rekomendasi]:
    """Huruf f and h that wait for the head of government; whether their bundle was revoked."""
    return (
        Rekomendasi.objects.terlihat_oleh(pengguna)
        .menunggu_walikota()
        .select_related(
            "baris__perangkat_daerah",
            "baris__matrik__kegiatan__naskah",
            "baris__matrik__kegiatan__laporan",
            "diputuskan_oleh",
        )
        .annotate(
            bundel_dicabut=Exists(
                Bundel.objects.dicabut().filter(
                    laporan__kegiatan=OuterRef("baris__matrik__kegiatan")
                )
            )
        )
        .order_by("diputuskan_pada")
    )
