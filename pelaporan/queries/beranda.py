"""Today: what this person must do, late first, and the figures that open to their rows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from inti.enums import Peran
from inti.models import Notifikasi
from inti.queries.hitung import hitung
from pelaporan.queries.tugas import (
    BARIS_PER_SUMBER,
    SUMBER_DIBACA,
    Petak,
    Sumber,
    Tugas,
)
from pelaporan.queries.tugas_mitra import mitra
from pelaporan.queries.tugas_perangkat_daerah import perangkat_daerah
from pelaporan.queries.tugas_pimpinan import administrator, ketua, walikota
from pelaporan.queries.tugas_staf import staf
from pelaporan.queries.tugas_tim import tim

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from inti.models import Pengguna

PENYUSUN: dict[Peran, Callable[[Pengguna, date], tuple[list[Petak], list[Sumber]]]] = {
    Peran.WALIKOTA: walikota,
    Peran.KETUA: ketua,
    Peran.STAF: staf,
    Peran.TIM: tim,
    Peran.PD: perangkat_daerah,
    Peran.MITRA: mitra,
    Peran.ADMIN: administrator,
}

# What a person takes in at a glance; the rest unfolds.
SEKALI_PANDANG = 8


@dataclass(frozen=True)
class Beranda:
    """The page of one person."""

    petak: list[Petak] = field(default_factory=list)
    tugas: list[Tugas] = field(default_factory=list)
    # Whether more waits than is shown.
    sebagian: bool = False
    # Where nothing waits: what will come next.
    berikutnya: list[str] = field(default_factory=list)
    # Unread notices, which the frame of the page shows.
    jumlah_pesan: int = 0

    @property
    def utama(self) -> list[Tugas]:
        """The work of greatest consequence."""
        return self.tugas[:SEKALI_PANDANG]

    @property
    def selebihnya(self) -> list[Tugas]:
        """The work after it."""
        return self.tugas[SEKALI_PANDANG:]


def susun(pengguna: Pengguna, hari_ini: date) -> Beranda:
    """One query for every figure, and one for each kind of work that waits.

    Late work first; then by consequence, as the sources of each role are listed; then by date.
    """
    petak: list[Petak] = []
    sumber: list[Sumber] = []
    for peran, penyusun in PENYUSUN.items():
        if peran in pengguna.peran:
            petak_peran, sumber_peran = penyusun(pengguna, hari_ini)
            petak += petak_peran
            sumber += sumber_peran
    pesan = Notifikasi.objects.untuk(pengguna).belum_dibaca()
    *angka, jumlah_pesan = hitung([*(p.baris for p in petak), *_terhitung(sumber), pesan])
    menunggu = diringkas(list(zip(sumber, angka[len(petak) :], strict=True)))
    berurut = [
        (urutan, tugas) for urutan, (satu, n) in enumerate(menunggu) for tugas in _tugas(satu, n)
    ]
    berurut.sort(key=lambda satu: (not satu[1].terlambat, satu[0], satu[1].tenggat or date.max))
    return Beranda(
        petak=[replace(p, jumlah=n) for p, n in zip(petak, angka, strict=False)],
        tugas=[satu for _, satu in berurut],
        sebagian=any(n > BARIS_PER_SUMBER for s, n in menunggu if not s.ringkas),
        berikutnya=[s.berikutnya for s, n in menunggu if s.berikutnya and not n],
        jumlah_pesan=jumlah_pesan,
    )


def _terhitung(sumber: list[Sumber]) -> list[QuerySet[Any]]:
    """What to count of each: of those that are read in any case no more than is shown, and one.

    Their number is said nowhere. The first so many kinds are read whatever else waits.
    """
    hasil, dibaca = [], 0
    for satu in sumber:
        if satu.ringkas or dibaca == SUMBER_DIBACA:
            hasil.append(satu.baris)
        else:
            hasil.append(satu.baris.order_by()[: BARIS_PER_SUMBER + 1])
            dibaca += 1
    return hasil


def diringkas(menunggu: list[tuple[Sumber, int]]) -> list[tuple[Sumber, int]]:
    """No more kinds are read than the page has time for: of the others, the number and the list.

    What matters least goes first.
    """
    lebih = sum(n > 0 and not satu.ringkas for satu, n in menunggu) - SUMBER_DIBACA
    hasil = []
    for satu, n in reversed(menunggu):
        if lebih > 0 and n and not satu.ringkas:
            lebih -= 1
            hasil.append((satu.diringkas(), n))
        else:
            hasil.append((satu, n))
    return hasil[::-1]


def _tugas(sumber: Sumber, jumlah: int) -> list[Tugas]:
    if not jumlah:
        return []
    if sumber.ringkas:
        return [sumber.tugas(jumlah)]
    return [sumber.tugas(baris) for baris in sumber.baris[:BARIS_PER_SUMBER]]
