"""What failed for good and is not tried again of itself: jobs, mail, imports, nightly runs.

Said without a word of what the naskah is about: the administrator reads this too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.urls import reverse

from inti.enums import TIDAK_SAMPAI
from inti.formats import ribuan
from inti.models import BerkasRusak, CatatanBerkala, Notifikasi
from inti.models.klaim import GAGAL
from kerjasama.models import Impor
from pelaporan.models import BerkasLengkap, Bundel, Dokumen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

TERBANYAK = 50
AWAL = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Gagal:
    """One of them; `kunci` is how to try it again, empty when that is done elsewhere."""

    jenis: str
    sebutan: str
    sebab: str
    milik: str
    pada: datetime | None
    kunci: str = ""
    pk: int = 0
    lanjut: str = ""
    alamat: str = ""


def dokumen_gagal() -> QuerySet[Dokumen]:
    """The newest versions that could not be made."""
    baru = Dokumen.objects.filter(
        jenis=OuterRef("jenis"), objek_id=OuterRef("objek_id"), versi__gt=OuterRef("versi")
    )
    return Dokumen.objects.filter(~Exists(baru), status=GAGAL)


def bundel_gagal() -> QuerySet[Bundel]:
    """The same of bundles."""
    baru = Bundel.objects.filter(laporan=OuterRef("laporan"), versi__gt=OuterRef("versi"))
    return Bundel.objects.filter(~Exists(baru), status=GAGAL)


def berkas_lengkap_gagal() -> QuerySet[BerkasLengkap]:
    """Those after which the same person has not asked for another."""
    baru = BerkasLengkap.objects.filter(
        naskah=OuterRef("naskah"), diminta_oleh=OuterRef("diminta_oleh"), pk__gt=OuterRef("pk")
    )
    return BerkasLengkap.objects.filter(~Exists(baru), status=GAGAL)


def surel_gagal() -> QuerySet[Notifikasi]:
    """Mail that was given up or refused, to people who still have an account."""
    return Notifikasi.objects.filter(status__in=TIDAK_SAMPAI, kepada__is_active=True)


def berkala_gagal() -> QuerySet[CatatanBerkala]:
    """Periodic jobs that failed and have not finished since."""
    return CatatanBerkala.objects.filter(
        Q(selesai_pada=None) | Q(selesai_pada__lt=F("gagal_pada")), gagal_pada__isnull=False
    )


def yang_gagal() -> list[Gagal]:
    """All of them, newest first; of each kind the newest `TERBANYAK`."""
    return sorted(_semua(), key=lambda g: g.pada or AWAL, reverse=True)


def _semua() -> Iterator[Gagal]:
    for bundel in bundel_gagal().select_related("diminta_oleh").order_by("-pk")[:TERBANYAK]:
        yield Gagal(
            "Bundel laporan",
            f"Laporan nomor {bundel.laporan_id} versi {bundel.versi}",
            bundel.kesalahan,
            str(bundel.diminta_oleh),
            bundel.diambil_pada,
            "bundel",
            bundel.pk,
        )
    for dokumen in dokumen_gagal().select_related("diminta_oleh").order_by("-pk")[:TERBANYAK]:
        yield Gagal(
            "Dokumen resmi",
            f"{dokumen.get_jenis_display()} versi {dokumen.versi}",
            dokumen.kesalahan,
            str(dokumen.diminta_oleh),
            dokumen.diambil_pada,
            "dokumen",
            dokumen.pk,
        )
    lengkap = berkas_lengkap_gagal().select_related("diminta_oleh").order_by("-pk")
    for satu in lengkap[:TERBANYAK]:
        yield Gagal(
            "Berkas lengkap",
            f"Naskah nomor {satu.naskah_id}",
            satu.kesalahan,
            str(satu.diminta_oleh),
            satu.diambil_pada,
            "berkas-lengkap",
            satu.pk,
        )
    for surel in surel_gagal().select_related("kepada").order_by("-pk")[:TERBANYAK]:
        yield Gagal(
            "Surel",
            f"Pesan nomor {surel.pk}, {surel.percobaan} kali dicoba",
            surel.kesalahan,
            str(surel.kepada),
            surel.diambil_pada,
            "surel",
            surel.pk,
        )
    for impor in Impor.objects.gagal().select_related("dibuat_oleh").order_by("-pk")[:TERBANYAK]:
        yield Gagal(
            "Impor daftar",
            impor.nama,
            impor.langkah,
            str(impor.dibuat_oleh or "Sistem"),
            impor.dibuat_pada,
            lanjut="Pembawanya melanjutkan dari halaman impornya.",
        )
    yield from _berkas_rusak()
    for catatan in berkala_gagal().order_by("nama"):
        yield Gagal(
            "Pekerjaan berkala",
            catatan.nama,
            catatan.pesan,
            "Sistem",
            catatan.gagal_pada,
            lanjut="Dicoba lagi sendiri setiap jam.",
        )


def _berkas_rusak() -> Iterator[Gagal]:
    """One row, however many they are: they have a list of their own."""
    semua = BerkasRusak.objects.aggregate(banyak=Count("pk"), terbaru=Max("ditemukan_pada"))
    if semua["banyak"]:
        yield Gagal(
            "Berkas di penyimpanan",
            f"{ribuan(semua['banyak'])} berkas",
            "Isinya hilang, berubah, atau tidak terbaca",
            "Sistem",
            semua["terbaru"],
            lanjut="Lihat berkas yang rusak",
            alamat=reverse("berkas-rusak-daftar"),
        )
