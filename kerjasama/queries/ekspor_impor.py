"""Every row of an imported list as a file: what stood there, how it was read, what came of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from inti.lembar import Kolom
from kerjasama.domain.kolom import LABEL
from kerjasama.models import Urusan
from kerjasama.queries.impor import dibaca_sebagai, kolom_daftar, sebut_semua

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from kerjasama.models import BarisImpor, Impor

SEPOTONG = 500
UMUM = (
    Kolom("Baris", lambda s: s.baris.nomor_baris),
    Kolom("Keadaan", lambda s: s.baris.get_status_display()),
    Kolom("Perlu dilihat", lambda s: sebut_semua(s.baris.peringatan, ragu=True)),
    Kolom("Catatan lain", lambda s: sebut_semua(s.baris.peringatan, ragu=False)),
    Kolom("Sama dengan", lambda s: str(s.baris.kembar or "")),
    Kolom("Naskah", lambda s: str(s.baris.naskah or "")),
    Kolom("Diputuskan oleh", lambda s: str(s.baris.diputuskan_oleh or "")),
    Kolom("Diputuskan pada", lambda s: s.baris.diputuskan_pada),
    Kolom("Ditahan dari register publik karena", lambda s: s.baris.alasan_tahan),
)


class BarisEkspor(NamedTuple):
    """A row with its proposal in words, by column."""

    baris: BarisImpor
    dibaca: dict[str, str]


def kolom_ekspor(impor: Impor, baris: QuerySet[BarisImpor]) -> tuple[Kolom, ...]:
    """What every row has, then cell by cell the text of the file and how it is read."""
    mentah = baris.values_list("mentah", flat=True).iterator(chunk_size=SEPOTONG)
    ada = [k for k in kolom_daftar(impor, mentah) if k != "no"]
    terbaca = dibaca_sebagai({}, {})
    berdua = [(_asli(k), *([_terbaca(k)] if k in terbaca else [])) for k in ada]
    sisanya = (_terbaca(k) for k in LABEL if k in terbaca and k not in ada)
    return (*UMUM, *chain.from_iterable(berdua), *sisanya)


def baris_ekspor(baris: QuerySet[BarisImpor]) -> Iterator[BarisEkspor]:
    """The rows as they come, in flat memory."""
    urusan = dict(Urusan.objects.values_list("kode", "nama"))
    lengkap = baris.select_related("naskah", "kembar", "diputuskan_oleh")
    for satu in lengkap.iterator(chunk_size=SEPOTONG):
        yield BarisEkspor(satu, dibaca_sebagai(satu.usulan, urusan))


def _asli(kolom: str) -> Kolom:
    return Kolom(f"{LABEL.get(kolom, kolom)} (isi asli)", lambda s: s.baris.mentah.get(kolom, ""))


def _terbaca(kolom: str) -> Kolom:
    return Kolom(f"{LABEL[kolom]} (dibaca)", lambda s: s.dibaca.get(kolom, ""))
