"""Reading the meeting, with a fingerprint of what was read."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce

from inti.formats import tanggal_indonesia
from inti.queries.hitung import Hitung
from pengawasan.models import Hadirin, Kegiatan, KeputusanRapat, Rapat

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pengawasan.models import Notulensi
    from pengawasan.models.rapat import RapatQuerySet


def daftar(pengguna: Pengguna, hari_ini: date) -> RapatQuerySet:
    """Meetings one may see, each with those of its kegiatan one may see, and how many came."""
    terlihat = Kegiatan.objects.terlihat_oleh(pengguna).select_related("naskah").order_by("pk")
    per_rapat = Hadirin.objects.filter(rapat=OuterRef("pk")).order_by().values("rapat")
    jumlah = per_rapat.annotate(n=Count("pk")).values("n")
    rapat: RapatQuerySet = (
        Rapat.objects.terlihat_oleh(pengguna)
        .berkeadaan(hari_ini)
        .annotate(jumlah_hadirin=Coalesce(Subquery(jumlah), 0))
        .prefetch_related(Prefetch("kegiatan", terlihat, to_attr="kegiatan_terlihat"))
    )
    return rapat


def berdokumen() -> QuerySet[Rapat]:
    """Meetings with what tells of their papers: number, minutes, how many came and signed."""
    hadir = Hadirin.objects.filter(rapat=OuterRef("pk"))
    bertanda = hadir.filter(tanda__tanpa_tanda_tangan=False)
    return Rapat.objects.select_related("nomor_undangan", "notulensi").annotate(
        jumlah_hadirin=Hitung(hadir.values("pk")), jumlah_bertanda=Hitung(bertanda.values("pk"))
    )


def kegiatan_rapat(kegiatan: Kegiatan) -> list[Kegiatan]:
    """All kegiatan of its meeting; itself where there is none yet."""
    if kegiatan.rapat_id is None:
        return [kegiatan]
    semua = Kegiatan.objects.filter(rapat=kegiatan.rapat_id).select_related("naskah")
    return list(semua.order_by("pk"))


def awal_notulensi(kegiatan: Kegiatan) -> dict[str, Any]:
    """What minutes begin with: the meeting as it was planned, or else the kegiatan."""
    rapat = kegiatan.rapat
    if rapat and not rapat.dibatalkan_pada:
        kolom = ("tanggal", "mulai", "selesai", "tempat", "pimpinan", "agenda")
        return {n: getattr(rapat, n) for n in kolom}
    return {
        "tanggal": kegiatan.tanggal_pelaksanaan or kegiatan.tanggal_rencana,
        "mulai": kegiatan.waktu_rencana,
        "tempat": kegiatan.tempat,
    }


def keputusan(notulensi: Notulensi, kegiatan: Collection[Kegiatan]) -> QuerySet[KeputusanRapat]:
    """The decisions that concern these kegiatan, in one query."""
    semua = KeputusanRapat.objects.filter(notulensi=notulensi).menyangkut(kegiatan)
    return semua.select_related("perangkat_daerah", "mitra", "kegiatan__naskah")


def keputusan_kata(notulensi: Notulensi) -> list[str]:
    """Each decision on one line."""
    semua = KeputusanRapat.objects.filter(notulensi=notulensi)
    return [kata_keputusan(k) for k in semua.select_related("perangkat_daerah", "mitra")]


def kata_keputusan(satu: KeputusanRapat) -> str:
    """What, who, until when."""
    tenggat = f", paling lambat {tanggal_indonesia(satu.tenggat)}" if satu.tenggat else ""
    return f"{satu.uraian} – {satu.pihak}{tenggat}"


def sidik_hadirin(hadirin: Iterable[Hadirin]) -> str:
    """Differs when anyone was added, changed, moved or taken out."""
    isi = [[h.nama, h.jabatan, h.instansi, h.unsur] for h in hadirin]
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()[:32]


def pisahkan_hadirin(
    semua: Sequence[Hadirin], diketahui: Collection[int] | None
) -> tuple[list[Hadirin], list[Hadirin]]:
    """Those that were on the page, and those who checked in by QR while it was open."""
    if diketahui is None:
        return list(semua), []
    datang = [h for h in semua if hasattr(h, "tanda") and h.pk not in diketahui]
    return [h for h in semua if h not in datang], datang


def sidik_notulensi(notulensi: Notulensi | None) -> str:
    """The moment of the last writing; empty before the first."""
    return notulensi.dicatat_pada.isoformat() if notulensi else ""
