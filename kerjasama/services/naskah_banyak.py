"""Many new naskah at once, each as `services.naskah.catat` records it, by the same rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.putusan import wajib
from kerjasama.domain.naskah import kurang_untuk_berlaku, periksa, tujuan
from kerjasama.enums import AksiNaskah, StatusNaskah
from kerjasama.models import Naskah, NaskahPerangkatDaerah, ParaPihak
from kerjasama.services.mitra import pegang as pegang_mitra
from kerjasama.services.naskah import draf, wajib_riwayat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.audit import Kejadian
    from inti.models import Pengguna


@dataclass(frozen=True)
class NaskahBaru:
    """What one is recorded from; as for `catat`, each mitra and unit named once."""

    data: dict[str, Any]
    pihak: Sequence[dict[str, Any]]
    perangkat_daerah: Sequence[dict[str, Any]]


def catat_banyak(
    semua: Sequence[NaskahBaru], *, oleh: Pengguna
) -> list[tuple[Naskah, list[Kejadian]]]:
    """Write them all in a few statements, in the caller's transaction.

    For naskah that stand under no other and replace none: nothing but their own rows changes, and
    without items nothing is due. The lines of the trail are given back, because whoever has
    written one holds its end and must not wait for anybody.

    Raises AturanDilanggar for one that the rules refuse, and IntegrityError where a number is
    taken; the transaction is then of no more use.
    """
    hasil = [_satu(baru, oleh=oleh) for baru in semua]
    pegang_mitra({p["mitra"] for baru in semua for p in baru.pihak})
    Naskah.objects.bulk_create(naskah for naskah, _ in hasil)
    pasangan = [(naskah, baru) for (naskah, _), baru in zip(hasil, semua, strict=True)]
    ParaPihak.objects.bulk_create(
        ParaPihak(naskah=naskah, **_berkunci(satu, "mitra"))
        for naskah, baru in pasangan
        for satu in baru.pihak
    )
    NaskahPerangkatDaerah.objects.bulk_create(
        NaskahPerangkatDaerah(naskah=naskah, **_berkunci(satu, "perangkat_daerah"))
        for naskah, baru in pasangan
        for satu in baru.perangkat_daerah
    )
    return hasil


def _satu(baru: NaskahBaru, *, oleh: Pengguna) -> tuple[Naskah, list[Kejadian]]:
    naskah, berlaku = draf(baru.data, oleh=oleh)
    wajib_riwayat(naskah)
    jejak: list[Kejadian] = [("naskah.catat", naskah, {"judul": naskah.judul[:200]})]
    if berlaku:
        dari, aksi = StatusNaskah(naskah.status), AksiNaskah.BERLAKUKAN
        kurang = kurang_untuk_berlaku(
            tanggal_ttd=naskah.tanggal_ttd, jumlah_mitra=len(baru.pihak), per=timezone.localdate()
        )
        wajib(periksa(dari, aksi, kurang=kurang))
        naskah.status = ke = tujuan(dari, aksi, diperpanjang=False)
        naskah.versi_fakta += 1
        jejak.append((f"naskah.{aksi}", naskah, {"dari": dari, "ke": ke}))
    return naskah, jejak


def _berkunci(baris: dict[str, Any], kunci: str) -> dict[str, Any]:
    return {f"{nama}_id" if nama == kunci else nama: isi for nama, isi in baris.items()}
