"""Addenda and versions, shaped to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inti.formats import tanggal_indonesia
from kerjasama.domain.addendum import AKHIR, INTERVAL, KOLOM, URUSAN, nilai_versi, terbaca
from kerjasama.models import Addendum, Naskah, Urusan

if TYPE_CHECKING:
    from collections.abc import Sequence

KOSONG = "–"


@dataclass(frozen=True)
class BarisBeda:
    """One column that an addendum changes, in words."""

    label: str
    lama: str
    baru: str


@dataclass(frozen=True)
class BarisVersi:
    """One column as of a version; `berubah` where it is no longer so today."""

    label: str
    isi: str
    berubah: bool


def label_kolom(kolom: str) -> str:
    """How the form calls the column, inside a sentence."""
    label = {f.attname: str(f.verbose_name) for f in Naskah._meta.concrete_fields}
    return label[kolom]


def judul_kolom(kolom: str) -> str:
    """The same, at the beginning of a line."""
    label = label_kolom(kolom)
    return label[:1].upper() + label[1:]


def kata(kolom: str, nilai: Any) -> str:
    """A value of the column, in words."""
    nilai = terbaca(kolom, nilai)
    if kolom in INTERVAL:
        return f"{nilai} bulan" if nilai else "menurut kebijakan"
    if kolom == URUSAN and nilai:
        return str(Urusan.objects.filter(pk=nilai).first() or KOSONG)
    if kolom == AKHIR and nilai:
        return tanggal_indonesia(nilai)
    return str(nilai) if nilai else KOSONG


def baris_beda(addendum: Addendum) -> list[BarisBeda]:
    """Old and new, in the order of the form."""
    return [
        BarisBeda(
            judul_kolom(k), kata(k, addendum.perubahan[k][0]), kata(k, addendum.perubahan[k][1])
        )
        for k in KOLOM
        if k in addendum.perubahan
    ]


def baris_versi(naskah: Naskah, rantai: Sequence[Addendum], versi: int) -> list[BarisVersi]:
    """The naskah as of a version, beside what is so today."""
    kini = {k: getattr(naskah, k) for k in KOLOM}
    dulu = nilai_versi(kini, [a.perubahan for a in rantai], versi)
    return [BarisVersi(judul_kolom(k), kata(k, dulu[k]), dulu[k] != kini[k]) for k in KOLOM]


def bergantung_pada(addendum: Addendum) -> list[Naskah]:
    """Naskah under this one that were signed in the days which only the addendum gave."""
    lama, baru = (terbaca(AKHIR, n) for n in addendum.perubahan.get(AKHIR, (None, None)))
    if not addendum.memperpanjang or lama is None:
        return []
    turunan = Naskah.objects.filter(induk=addendum.naskah_id, tanggal_ttd__gt=lama)
    return list((turunan.filter(tanggal_ttd__lte=baru) if baru else turunan).order_by("pk")[:5])
