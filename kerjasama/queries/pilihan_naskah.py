"""Finding a naskah by what somebody types: its number, or words of its number or title."""

from __future__ import annotations

import re

from django.db.models import Q

from kerjasama.domain.kunci import kunci_nomor
from kerjasama.models import Naskah

SARAN_TERBANYAK = 12
KATA_TERBANYAK = 6
# How a naskah without a number is named in a field, so that it is found again.
TANPA_NOMOR = re.compile(r"\(naskah (\d{1,9})\)$")


def sebutan(naskah: Naskah) -> str:
    """What a field that names a naskah shows of it."""
    return naskah.nomor or f"{' '.join(naskah.judul[:150].split())} (naskah {naskah.pk})"


def cari_naskah(teks: str) -> Naskah | None:
    """The one of that number, of that name in a field, or alone of that title."""
    semua = Naskah.objects.order_by("-pk")
    if (kunci := kunci_nomor(teks)) and (naskah := semua.filter(kunci_nomor=kunci).first()):
        return naskah
    if cocok := TANPA_NOMOR.search(teks.strip()):
        return semua.filter(pk=int(cocok[1])).first()
    berjudul = list(semua.filter(judul__iexact=teks.strip())[:2])
    return berjudul[0] if len(berjudul) == 1 else None


def saran_naskah(teks: str) -> list[tuple[str, str]]:
    """For the list below a field: how to name each naskah that holds every word, and its title."""
    kata = teks.split()[:KATA_TERBANYAK]
    if not kata:
        return []
    naskah = Naskah.objects.only("nomor", "judul").order_by("-pk")
    for satu in kata:
        naskah = naskah.filter(Q(nomor__icontains=satu) | Q(judul__icontains=satu))
    return [(sebutan(n), " ".join(n.judul[:120].split())) for n in naskah[:SARAN_TERBANYAK]]
