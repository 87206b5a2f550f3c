"""An addendum before it is recorded: everything that it would change, and nothing written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from inti.putusan import AturanDilanggar, semua, wajib
from kerjasama.domain.addendum import (
    AKHIR,
    KOLOM,
    biasa,
    memperpanjang,
    periksa_akhir,
    periksa_isi,
    periksa_pihak,
    periksa_status,
    periksa_tanggal,
    terbaca,
)
from kerjasama.domain.naskah import periksa_masa
from kerjasama.enums import AksiBaris, StatusNaskah
from kerjasama.models import Addendum, Naskah
from kerjasama.services import baris_addendum, butir_addendum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kerjasama.services.baris_addendum import Langkah

    PerubahanBaris = Mapping[str, Sequence[dict[str, Any]]]


@dataclass(frozen=True)
class Rancangan:
    """The addendum as it would be recorded, and what becomes of each row."""

    addendum: Addendum
    baris: dict[str, list[Langkah]]
    butir: list[Langkah]

    @property
    def sidik(self) -> str:
        """Differs where another old or new value would be written."""
        satu = self.addendum
        isi = [satu.perubahan, satu.perubahan_baris, satu.perubahan_butir, satu.tanggal_ttd]
        teks = json.dumps(isi, cls=DjangoJSONEncoder, sort_keys=True)
        return hashlib.sha256(teks.encode()).hexdigest()[:32]


def rancang(
    naskah: Naskah,
    data: dict[str, Any],
    *,
    perubahan: dict[str, Any],
    baris: PerubahanBaris | None = None,
) -> Rancangan:
    """What these changes make of the naskah as it stands; the arguments are those of `catat`.

    `baris` holds changes of `pihak`, `perangkat_daerah` and `butir`. The items of a mitra that
    leaves end with it, where nothing else becomes of them.

    Raises AturanDilanggar when the rules forbid it, or nothing changes.
    """
    terakhir, tanggal = naskah.addendum.berlaku().last(), data["tanggal_ttd"]
    beda = _beda(naskah, perubahan)
    baris = baris or {}
    langkah = {
        jenis: baris_addendum.rancang(naskah, jenis, baris.get(jenis, ()), tanggal=tanggal)
        for jenis in baris_addendum.JENIS
    }
    keluar = {s.baris.mitra_id for s in langkah["pihak"] if s.catatan["aksi"] == AksiBaris.AKHIRI}
    semua_butir = butir_addendum.milik_yang_keluar(naskah, keluar, baris.get("butir", ()))
    langkah_butir = butir_addendum.rancang(naskah, semua_butir, tanggal=tanggal)
    banyak = sum(map(len, langkah.values())) + len(langkah_butir)
    _periksa(naskah, data, beda, terakhir, baris=banyak)
    _periksa_pihak(naskah, langkah["pihak"], langkah_butir, keluar)
    addendum = Addendum(
        **data,
        naskah=naskah,
        ke=terakhir.ke + 1 if terakhir else 1,
        perubahan=beda,
        perubahan_baris={j: [s.catatan for s in semua] for j, semua in langkah.items() if semua},
        perubahan_butir=[s.catatan for s in langkah_butir],
        memperpanjang=memperpanjang(beda),
    )
    return Rancangan(addendum, langkah, langkah_butir)


def _beda(naskah: Naskah, perubahan: dict[str, Any]) -> dict[str, list[Any]]:
    """What was and what is of the columns that differ; other columns have doors of their own."""
    baru = {k: v for k, v in perubahan.items() if k in KOLOM and getattr(naskah, k) != v}
    return {k: [biasa(getattr(naskah, k)), biasa(v)] for k, v in baru.items()}


def _periksa(
    naskah: Naskah,
    data: dict[str, Any],
    beda: dict[str, list[Any]],
    terakhir: Addendum | None,
    *,
    baris: int,
) -> None:
    status, tanggal = StatusNaskah(naskah.status), data["tanggal_ttd"]
    sesudah = {k: terbaca(k, beda[k][1]) if k in beda else getattr(naskah, k) for k in KOLOM}
    lain = data.get("perubahan_lain", "")
    wajib(
        semua(
            periksa_status(status),
            periksa_isi(beda, perubahan_lain=lain, sesudah=sesudah, baris=baris),
            periksa_tanggal(
                tanggal,
                ttd=naskah.tanggal_ttd,
                sebelumnya=terakhir.tanggal_ttd if terakhir else None,
                hari_terakhir=naskah.hari_terakhir,
                per=timezone.localdate(),
            ),
            periksa_akhir(sesudah[AKHIR] if AKHIR in beda else None, tanggal=tanggal),
        )
    )
    if AKHIR in beda:
        wajib(periksa_masa(status, naskah.alasan_berakhir))


def _periksa_pihak(
    naskah: Naskah, pihak: Sequence[Langkah], butir: Sequence[Langkah], keluar: set[int]
) -> None:
    """Somebody stays, and no item is left with who leaves."""
    if not pihak:
        return
    tetap = set(naskah.pihak.aktif().values_list("mitra", flat=True)) - keluar
    masuk = {s.baris.mitra_id for s in pihak if s.catatan["aksi"] == AksiBaris.TAMBAH}
    wajib(periksa_pihak(tersisa=len(tetap | masuk)))
    for satu in butir:
        if satu.baris.mitra_id in keluar and satu.baris.diakhiri_pada is None:
            raise AturanDilanggar(
                f"Butir “{satu.baris}” masih menyebut {satu.baris.mitra}, yang keluar menurut "
                "addendum ini. Pilih mitra lain, atau akhiri butirnya."
            )
