"""Proof of diligence: what was due, what was done when, what was sent; and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from inti.formats import tanggal_indonesia

# A claim of an event that comes later than this is marked, as on the berita acara itself.
HARI_PENERIMAAN = 14


@dataclass(frozen=True)
class Tugas:
    """One thing that was due: an obligation of the supervision, or a report of a mitra.

    `kejadian`, `diterima` and `diverifikasi` are the three dates of what answered it; `ditutup`
    says why nothing has to. `diingatkan` tells how many notices it had.
    """

    nama: str
    dasar: str
    jatuh_tempo: date
    tenggat: date
    kejadian: date | None = None
    diterima: date | None = None
    diverifikasi: date | None = None
    ditutup: str = ""
    diingatkan: int = 0


@dataclass(frozen=True)
class Surat:
    """One letter: number, day, what it is, to whom, and how it is known to have arrived.

    `sampai` is empty where nobody noted that; `batal` says that it no longer stands.
    """

    nomor: str
    tanggal: date
    nama: str
    kepada: str
    sampai: str
    batal: bool = False


@dataclass(frozen=True)
class Kabar:
    """One notice to one person and what became of it; `gagal` says why it did not leave."""

    pada: date
    perihal: str
    kepada: str
    keadaan: str
    dibaca: date | None
    gagal: str = ""


def celah(
    tugas: Iterable[Tugas], surat: Iterable[Surat], kabar: Iterable[Kabar], *, per: date
) -> list[str]:
    """Every gap in a sentence of its own: first what was not done, then what did not arrive."""
    return [
        *(kata for satu in tugas for kata in _celah_tugas(satu, per)),
        *(
            f"Penyampaian {s.nama} nomor {s.nomor} kepada {s.kepada} belum dicatat."
            for s in surat
            if not s.sampai and not s.batal
        ),
        *_celah_kabar(list(kabar)),
    ]


def _celah_tugas(t: Tugas, per: date) -> Iterator[str]:
    if t.kejadian is None:
        if not t.ditutup and t.tenggat < per:
            lewat = (per - t.tenggat).days
            yield (
                f"{t.nama} jatuh tempo {tanggal_indonesia(t.jatuh_tempo)} dan belum ada; "
                f"lewat {lewat} hari."
            )
            if not t.diingatkan:
                yield f"{t.nama}: tidak ada pengingat yang tercatat."
        return
    if t.kejadian > t.tenggat:
        yield f"{t.nama} dilaksanakan {(t.kejadian - t.tenggat).days} hari setelah tenggatnya."
    if t.diterima and (t.diterima - t.kejadian).days > HARI_PENERIMAAN:
        hari = (t.diterima - t.kejadian).days
        yield f"{t.nama}: buktinya diterima {hari} hari setelah tanggal kejadian yang dinyatakan."
    if t.diterima and t.diverifikasi is None:
        yield f"{t.nama}: buktinya diterima tetapi belum diverifikasi."


def _celah_kabar(kabar: Sequence[Kabar]) -> Iterator[str]:
    for satu in kabar:
        if satu.gagal:
            pada = tanggal_indonesia(satu.pada)
            yield f"Pesan “{satu.perihal}” kepada {satu.kepada}, {pada}: {satu.gagal}."
