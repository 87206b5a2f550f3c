"""Finding a mitra by what somebody types: the name it carries, or any it carried."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Q

from kerjasama.domain.kunci import kunci_nama, lipat
from kerjasama.domain.saran import awalan, paling_mirip
from kerjasama.models import Mitra, NamaMitra

if TYPE_CHECKING:
    from collections.abc import Collection

SARAN_TERBANYAK = 12
MUNGKIN_TERBANYAK = 3
# So many unknown names are looked at; more of them are no misspelling.
DITEBAK_TERBANYAK = 10
CALON_TERBANYAK = 200


class PencariMitra:
    """Finds the mitra of many typed names in a constant number of queries."""

    def __init__(self, nama: Collection[str]) -> None:
        self._nama = list(nama)

    def cari(self, nama: str) -> Mitra | None:
        """Who carries or carried the name, or had it from a merged twin."""
        return self._ada.get(kunci_nama(nama))

    def mungkin(self, nama: str) -> list[str]:
        """A few names that may have been meant."""
        return paling_mirip(nama, self._calon, terbanyak=MUNGKIN_TERBANYAK)

    @cached_property
    def _ada(self) -> dict[str, Mitra]:
        kunci = {kunci_nama(n) for n in self._nama} - {""}
        lama = NamaMitra.objects.filter(kunci__in=kunci, mitra__digabung_ke=None)
        lama = lama.select_related("mitra").order_by("-pk")
        kini = Mitra.objects.aktif().filter(kunci__in=kunci)
        return {n.kunci: n.mitra for n in lama} | {m.kunci: m for m in kini}

    @cached_property
    def _calon(self) -> list[str]:
        """Every name that begins a word as one of the unknown names does; one query for all."""
        asing = [n for n in self._nama if n.strip() and self.cari(n) is None]
        potongan = {a for n in asing[:DITEBAK_TERBANYAK] for a in awalan(n)}
        if not potongan:
            return []
        syarat = _salah_satu(potongan)
        return list(
            Mitra.objects.aktif().filter(syarat).values_list("nama", flat=True)[:CALON_TERBANYAK]
        )


def _salah_satu(potongan: Collection[str]) -> Q:
    hasil = Q()
    for satu in sorted(potongan):
        hasil |= Q(kunci__contains=satu)
    return hasil


def saran(teks: str) -> list[tuple[str, str]]:
    """For the list below a field: a name as it may be typed, and today's if it is another."""
    kata = lipat(teks).split()
    if not kata:
        return []
    mitra = Mitra.objects.aktif().prefetch_related("riwayat_nama").order_by("nama", "pk")
    for satu in kata:
        mitra = mitra.bernama(satu)
    return [_sebutan(m, kata) for m in mitra[:SARAN_TERBANYAK]]


def _sebutan(mitra: Mitra, kata: list[str]) -> tuple[str, str]:
    """By today's name if it holds every word, else by the first other one that does."""
    semua = [mitra.nama, *(n.nama for n in mitra.riwayat_nama.all())]
    cocok = [n for n in semua if all(k in lipat(n) for k in kata)]
    tertulis = cocok[0] if cocok else mitra.nama
    return tertulis, "" if tertulis == mitra.nama else mitra.nama
