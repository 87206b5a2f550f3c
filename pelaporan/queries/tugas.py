"""The shapes of the first page: a piece of work, where such work comes from, a figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pengawasan.models import Kegiatan, TindakLanjut

BARIS_PER_SUMBER = 6
# One statement each; with what every page asks, the first page takes twelve at most.
SUMBER_DIBACA = 8
DARI_DAFTAR = "Dikerjakan satu per satu dari daftarnya"


@dataclass(frozen=True)
class Tugas:
    """One piece of work with its one action, and where there is another way its second."""

    judul: str
    keterangan: str
    tautan: str
    tindakan: str
    tenggat: date | None = None
    terlambat: bool = False
    tautan_lain: str = ""
    tindakan_lain: str = ""


@dataclass(frozen=True)
class Sumber:
    """Rows that wait for this person, most urgent first, and how each is told.

    With `ringkas` they are one piece of work, told by their number without reading them. `daftar`
    is what they are called and where they are listed: on a day when more kinds of work wait than
    can be read, they are told so.
    """

    baris: QuerySet[Any]
    tugas: Callable[[Any], Tugas]
    berikutnya: str = ""
    ringkas: bool = False
    daftar: tuple[str, str] = ("", "")

    def diringkas(self) -> Sumber:
        """The same as one piece of work."""
        apa, tautan = self.daftar

        def semua(jumlah: int) -> Tugas:
            return Tugas(f"{jumlah} {apa}", DARI_DAFTAR, tautan, "Buka daftarnya")

        return replace(self, tugas=semua, ringkas=True)


@dataclass(frozen=True)
class Petak:
    """A figure: the number of `baris`, which `tautan` shows."""

    label: str
    baris: QuerySet[Any]
    tautan: str
    nada: str = ""
    jumlah: int = 0

    @property
    def nada_tampil(self) -> str:
        """Nothing waiting is no alarm."""
        return self.nada if self.jumlah else ""


def alamat(nama: str, saringan: str) -> str:
    """The list with its filter."""
    return f"{reverse(nama)}?{saringan}"


def tugas_kegiatan(
    kegiatan: Kegiatan, keterangan: str, tindakan: str, hari_ini: date, *, tautan: str = ""
) -> Tugas:
    """A kegiatan that waits for its planned day."""
    return Tugas(
        judul=f"{kegiatan.get_jenis_display()}: {kegiatan.naskah.judul}",
        keterangan=f"{keterangan} · {kegiatan.naskah}",
        tautan=tautan or kegiatan.get_absolute_url(),
        tindakan=tindakan,
        tenggat=kegiatan.tanggal_rencana,
        terlambat=kegiatan.tanggal_rencana < hari_ini,
    )


def tugas_tindak_lanjut(butir: TindakLanjut, tindakan: str, hari_ini: date) -> Tugas:
    """A follow-up that waits for its owner, or to be closed."""
    return Tugas(
        judul=butir.uraian,
        keterangan=f"Tindak lanjut {butir.perangkat_daerah} · {butir.naskah}",
        tautan=butir.get_absolute_url(),
        tindakan=tindakan,
        tenggat=butir.tenggat,
        terlambat=butir.tenggat < hari_ini,
    )
