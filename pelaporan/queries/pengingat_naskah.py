"""What was said to whom about one naskah, and whether it arrived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from inti.models import Notifikasi
from pelaporan.models import PengingatLaporan
from pengawasan.models import Pengingat, PengingatAkhir, PengingatTenggat

if TYPE_CHECKING:
    from datetime import date, datetime

    from inti.models import Pengguna
    from kerjasama.models import Naskah

TERBANYAK = 100


@dataclass(frozen=True)
class Terkirim:
    """One reminder to one person; without a notice it was about somebody who had left."""

    pada: datetime
    tentang: str
    tenggat: date
    anak_tangga: str
    penerima: Pengguna
    pesan: Notifikasi | None


def terkirim(naskah: Naskah) -> list[Terkirim]:
    """The newest hundred, newest first; five queries however many."""
    baris = [*_jadwal(naskah), *_tenggat(naskah), *_laporan(naskah), *_akhir(naskah)]
    baris.sort(key=lambda satu: satu[0].dibuat_pada, reverse=True)
    baris = baris[:TERBANYAK]
    pesan = _pesan([satu for satu, *_ in baris])
    return [
        Terkirim(
            satu.dibuat_pada,
            tentang,
            tenggat,
            anak,
            satu.penerima,
            pesan.get((satu.jejak_id, satu.penerima_id)),
        )
        for satu, tentang, tenggat, anak in baris
    ]


def _pesan(pengingat: list[Any]) -> dict[tuple[int, int], Notifikasi]:
    semua = Notifikasi.objects.filter(
        jejak__in={p.jejak_id for p in pengingat}, kepada__in={p.penerima_id for p in pengingat}
    ).select_related("kiriman_webhook")
    return {(n.jejak_id, n.kepada_id): n for n in semua}


def _jadwal(naskah: Naskah) -> list[tuple[Any, str, date, str]]:
    semua = Pengingat.objects.filter(jadwal__naskah=naskah).select_related("jadwal", "penerima")
    return [
        (p, f"{p.jadwal.get_jenis_display()} ke-{p.jadwal.ke}", p.tenggat, _hari(p.ambang))
        for p in semua.order_by("-pk")[:TERBANYAK]
    ]


def _tenggat(naskah: Naskah) -> list[tuple[Any, str, date, str]]:
    semua = PengingatTenggat.objects.filter(
        Q(tindak_lanjut__naskah=naskah) | Q(surat__teguran__naskah=naskah)
    ).select_related("tindak_lanjut", "surat__nomor", "penerima")
    return [
        (p, str(p.tindak_lanjut or p.surat), p.tenggat, _hari(p.ambang))
        for p in semua.order_by("-pk")[:TERBANYAK]
    ]


def _laporan(naskah: Naskah) -> list[tuple[Any, str, date, str]]:
    semua = PengingatLaporan.objects.filter(kewajiban__naskah=naskah)
    semua = semua.select_related("kewajiban__mitra", "penerima").order_by("-pk")[:TERBANYAK]
    return [(p, str(p.kewajiban), p.tenggat, _hari(p.ambang)) for p in semua]


def _akhir(naskah: Naskah) -> list[tuple[Any, str, date, str]]:
    semua = PengingatAkhir.objects.filter(Q(naskah=naskah) | Q(lampiran__naskah=naskah))
    semua = semua.select_related("lampiran", "penerima").order_by("-pk")[:TERBANYAK]
    return [
        (
            p,
            f"Lampiran {p.lampiran}" if p.lampiran_id else "Naskah berakhir",
            p.akhir,
            f"{p.ambang} bulan sebelumnya" if p.ambang else "sudah lewat",
        )
        for p in semua
    ]


def _hari(ambang: int) -> str:
    """`H-7`, `hari H`, `H+14`."""
    return f"H{ambang:+d}" if ambang else "hari H"
