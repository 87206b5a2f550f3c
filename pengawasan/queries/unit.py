"""Which unit of the government a written name means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kerjasama.models import NamaPerangkatDaerah, PerangkatDaerah

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Kamus = Mapping[str, PerangkatDaerah]


def kamus_unit() -> dict[str, PerangkatDaerah]:
    """Each name by which exactly one unit is known, folded: present, short, or former.

    A present name goes before an abbreviation, an abbreviation before a former name.
    """
    semua = list(PerangkatDaerah.objects.all())
    per_pk = {satu.pk: satu for satu in semua}
    lama = NamaPerangkatDaerah.objects.values_list("nama", "perangkat_daerah")
    return (
        _tunggal((nama, per_pk[pk]) for nama, pk in lama)
        | _tunggal((satu.singkatan, satu) for satu in semua if satu.singkatan)
        | _tunggal((satu.nama, satu) for satu in semua)
    )


def baca_unit(kamus: Kamus, teks: str) -> dict[str, Any]:
    """The columns of a person's unit: the one that is meant, or the words as they are."""
    unit = kamus.get(_lipat(teks))
    return {"perangkat_daerah": unit, "instansi": "" if unit else teks}


def _tunggal(nama: Iterable[tuple[str, PerangkatDaerah]]) -> dict[str, PerangkatDaerah]:
    """Without the names that may mean one unit or another."""
    hasil: dict[str, PerangkatDaerah] = {}
    ganda = set()
    for satu, unit in nama:
        kunci = _lipat(satu)
        if hasil.setdefault(kunci, unit) != unit:
            ganda.add(kunci)
    return {kunci: unit for kunci, unit in hasil.items() if kunci not in ganda}


def _lipat(teks: str) -> str:
    return " ".join(teks.casefold().split())
