"""Why an obligation no longer applies, or moved: which fact or which policy has changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inti.formats import tanggal_indonesia

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pengawasan.domain.tempo import Dasar, Kewajiban

MENUNGGU = (
    "Giliran sebelumnya lewat jatuh tempo: tanggal giliran ini dihitung lagi dari pelaksanaannya."
)
BELUM_BERLAKU = "Naskah belum berlaku, jadi belum ada yang jatuh tempo."
TANGGAL_SAMA = "Giliran ini tidak berlaku lagi setelah data naskah berubah."


def sebab_diganti(
    lama: Mapping[str, Any],
    *,
    jatuh_tempo: date,
    jenis: str,
    pengganti: Kewajiban | None,
    berakhir: date | None,
) -> str:
    """Why the plan has this turn no more.

    `lama` is the explanation that it had; `pengganti` what the plan now has for the same turn, or
    its last turn before that.
    """
    if berakhir is not None and jatuh_tempo > berakhir:
        return (
            f"Jatuh tempo {tanggal_indonesia(jatuh_tempo)} melewati hari terakhir naskah, "
            f"{tanggal_indonesia(berakhir)}."
        )
    if pengganti is None:
        return TANGGAL_SAMA
    if pengganti.jenis != jenis:
        dasar = pengganti.dasar
        acuan = f"{dasar.acuan} {tanggal_indonesia(dasar.tanggal_acuan)}"
        return f"Giliran ini kini {pengganti.jenis.label.lower()}, karena mengikuti {acuan}."
    return sebab_bergeser(lama, pengganti.dasar) or TANGGAL_SAMA


def sebab_bergeser(lama: Mapping[str, Any], baru: Dasar) -> str:
    """What makes the new sum differ from the old one; empty where nothing does."""
    interval = lama.get("interval")
    if interval and interval != baru.interval:
        versi = f"kebijakan versi {baru.kebijakan}"
        sumber = baru.sumber_interval
        if sumber != versi:
            sumber = f"{sumber} ({versi})"
        return f"Interval berubah dari {interval} menjadi {baru.interval} bulan menurut {sumber}."
    if lama.get("jangkar") != baru.jangkar.isoformat() or lama.get("bulan") != baru.bulan:
        dokumen = f" ({baru.jangkar_dokumen})" if baru.jangkar_dokumen else ""
        semula = _tanggal(lama.get("jangkar"))
        dari = f", semula dari {lama.get('jangkar_apa')} {semula}" if semula else ""
        return (
            f"Kini dihitung dari {baru.jangkar_apa} {tanggal_indonesia(baru.jangkar)}{dokumen} "
            f"+ {baru.bulan} bulan{dari}."
        )
    return ""


def _tanggal(isi: Any) -> str:
    return tanggal_indonesia(date.fromisoformat(isi)) if isinstance(isi, str) else ""
