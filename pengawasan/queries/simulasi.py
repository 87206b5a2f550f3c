"""The tables and the chart of the simulation: what is beside what would be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.lembar import Kolom
from pengawasan.domain.beban import pekan_antara, per_orang, per_pekan, per_unit

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping
    from datetime import date

    from pengawasan.domain.beban import Tugas
    from pengawasan.queries.beban import Beban

TINGGI = 160
LEBAR_PEKAN = 8


@dataclass(frozen=True)
class BarisBeban:
    """A week, a unit or a person: how many there are, and how many there would be."""

    kunci: str
    nama: str
    kini: int
    nanti: int

    @property
    def selisih(self) -> str:
        """With its sign; nothing for no difference."""
        beda = self.nanti - self.kini
        return f"{beda:+d}".replace("-", "−") if beda else ""


@dataclass(frozen=True)
class Batang:
    """One week of the chart, in its coordinates."""

    x: int
    y_kini: int
    tinggi_kini: int
    y_nanti: int
    tinggi_nanti: int


@dataclass(frozen=True)
class Grafik:
    """Weeks from left to right, what is on the left of what would be."""

    batang: list[Batang]
    lebar: int
    tinggi: int
    puncak: int
    y_kapasitas: int
    tahun: list[tuple[int, int]]


KOLOM_BEBAN = (
    Kolom("Kelompok", lambda b: b[0]),
    Kolom("Nama", lambda b: b[1].nama),
    Kolom("Sekarang", lambda b: b[1].kini),
    Kolom("Skenario", lambda b: b[1].nanti),
    Kolom("Selisih", lambda b: b[1].nanti - b[1].kini),
)
KOLOM_USULAN = (
    Kolom("Kegiatan", lambda u: u.jadwal.get_jenis_display()),
    Kolom("Giliran ke", lambda u: u.jadwal.ke),
    Kolom("Nomor naskah", lambda u: u.jadwal.naskah.nomor),
    Kolom("Tentang", lambda u: u.jadwal.naskah.judul),
    Kolom("Jatuh tempo", lambda u: u.jadwal.jatuh_tempo),
    Kolom("Ditunda sampai", lambda u: u.jadwal.ditunda_sampai),
    Kolom("Rencana sekarang", lambda u: u.kini),
    Kolom("Usulan", lambda u: u.usul),
    Kolom("Alasan", lambda u: u.alasan),
)


def tabel_pekan(beban: Beban) -> list[BarisBeban]:
    """Every week of the 24 months."""
    kini, nanti = per_pekan(beban.kini), per_pekan(beban.skenario)
    return [
        BarisBeban(senin.isoformat(), nama_pekan(senin), kini[senin], nanti[senin])
        for senin in pekan_antara(beban.awal, beban.akhir)
    ]


def tabel_unit(beban: Beban) -> list[BarisBeban]:
    """Every unit that has a share; what several share counts for each."""
    return _tabel(beban.unit, per_unit(beban.kini), per_unit(beban.skenario))


def tabel_orang(beban: Beban) -> list[BarisBeban]:
    """Every person whom a surat tugas names or who looks after a naskah."""
    return _tabel(beban.orang, per_orang(beban.kini), per_orang(beban.skenario))


def nama_pekan(senin: date) -> str:
    """`Pekan 49, 30 November 2026 – 6 Desember 2026`."""
    minggu = senin + timedelta(days=6)
    nomor = senin.isocalendar().week
    return f"Pekan {nomor}, {tanggal_indonesia(senin)} – {tanggal_indonesia(minggu)}"


def grafik(pekan: list[BarisBeban], kapasitas: int) -> Grafik:
    """Where each bar stands; the highest reaches the top."""
    puncak = max([1, kapasitas, *(b.kini for b in pekan), *(b.nanti for b in pekan)])
    tinggi = [(b.kini * TINGGI // puncak, b.nanti * TINGGI // puncak) for b in pekan]
    return Grafik(
        [
            Batang(n * LEBAR_PEKAN, TINGGI - kini, kini, TINGGI - nanti, nanti)
            for n, (kini, nanti) in enumerate(tinggi)
        ],
        lebar=len(pekan) * LEBAR_PEKAN,
        tinggi=TINGGI,
        puncak=puncak,
        y_kapasitas=TINGGI - kapasitas * TINGGI // puncak,
        tahun=[
            (n * LEBAR_PEKAN, int(b.kunci[:4]))
            for n, b in enumerate(pekan)
            if n == 0 or b.kunci[:4] != pekan[n - 1].kunci[:4]
        ],
    )


def baris_tugas(
    tugas: list[Tugas], *, senin: date | None, unit: int | None, orang: int | None
) -> list[Tugas]:
    """The obligations that a figure counts, nearest first."""
    akhir = senin + timedelta(days=6) if senin else None
    dipilih = [
        t
        for t in tugas
        if (senin is None or akhir is None or senin <= t.hari <= akhir)
        and (unit is None or unit in t.unit)
        and (orang is None or orang in t.orang)
    ]
    return sorted(dipilih, key=lambda t: (t.hari, t.jadwal or 0, t.naskah or 0, t.keterangan))


def _tabel(nama: Mapping[int, str], kini: Counter[int], nanti: Counter[int]) -> list[BarisBeban]:
    return [BarisBeban(str(k), n, kini[k], nanti[k]) for k, n in nama.items()]
