"""Fulfilment of hak dan kewajiban: when an item falls due, how far it is fulfilled, what is owed.

Dates in, numbers out. Money is whole rupiah as int: exact, however many rows are added up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date
from decimal import Decimal
from typing import TYPE_CHECKING

from inti.kalender import tambah_bulan
from kerjasama.enums import JenisButir, JenisNaskah, KeadaanSetoran, Kekerapan, StatusPemenuhan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# What counts towards fulfilment: a hak of one side is the kewajiban of the other.
DIPENUHI = (JenisButir.KEWAJIBAN, JenisButir.TUGAS)
BERTUGAS = (JenisNaskah.KESEPAKATAN_BERSAMA, JenisNaskah.NOTA_KESEPAKATAN)
LANGKAH = {
    Kekerapan.BULANAN: 1,
    Kekerapan.TRIWULANAN: 3,
    Kekerapan.SEMESTERAN: 6,
    Kekerapan.TAHUNAN: 12,
}
# A naskah without an end owes no more turns than these can hold.
TAHUN_TERBANYAK = 50
SERATUS = Decimal(100)


def sebutan_butir(jenis: JenisNaskah) -> str:
    """What the items of a naskah are called."""
    return "Tugas dan kewenangan" if jenis in BERTUGAS else "Hak dan kewajiban"


def jenis_butir(jenis: JenisNaskah) -> tuple[JenisButir, JenisButir]:
    """The kinds of its items: first what counts towards fulfilment, then what stands opposite."""
    if jenis in BERTUGAS:
        return JenisButir.TUGAS, JenisButir.KEWENANGAN
    return JenisButir.KEWAJIBAN, JenisButir.HAK


# --- When it falls due ------------------------------------------------------------------------


def hari_terakhir(berakhir: date | None, diakhiri: date | None) -> date | None:
    """The last day in force: the end of the term, or the day it was ended before that."""
    return min((t for t in (berakhir, diakhiri) if t), default=None)


def giliran(
    kekerapan: Kekerapan, pertama: date, *, akhir: date | None = None, sampai: date | None = None
) -> list[date]:
    """The due dates of an item in order, each counted from the first and clipped to its month.

    31 August, 28 February, 31 August: never drifting. None falls after `akhir`, the last day of
    the naskah, or after `sampai`.
    """
    paling_jauh = tambah_bulan(pertama, 12 * min(TAHUN_TERBANYAK, MAXYEAR - pertama.year))
    batas = min(t for t in (akhir, sampai, paling_jauh) if t)
    langkah = LANGKAH.get(kekerapan)
    if langkah is None:
        return [pertama] if pertama <= batas else []
    bulan = (batas.year - pertama.year) * 12 + batas.month - pertama.month
    semua = (tambah_bulan(pertama, n) for n in range(0, bulan + 1, langkah))
    return [tanggal for tanggal in semua if tanggal <= batas]


# --- How far it is fulfilled -------------------------------------------------------------------


@dataclass(frozen=True)
class Capaian:
    """The figure of a side: percent, and over how many of how many items it was stated."""

    persen: Decimal | None
    dinilai: int
    jumlah: int


def persen_pernyataan(
    status: StatusPemenuhan,
    *,
    persen: Decimal | None = None,
    nilai: Decimal | None = None,
    target: Decimal | None = None,
) -> Decimal | None:
    """The percent a statement amounts to; None where it holds no figure.

    What was stated in percent goes first, then the value against its target, then the status.
    """
    if persen is not None:
        return persen
    if nilai is not None and target:
        return round(nilai * SERATUS / target, 2)
    return {
        StatusPemenuhan.TERPENUHI: SERATUS,
        StatusPemenuhan.BELUM_TERPENUHI: Decimal(0),
    }.get(status)


def status_dari_persen(persen: Decimal | None) -> StatusPemenuhan:
    """The status that a bare percent means."""
    if persen is None:
        return StatusPemenuhan.DIURAIKAN
    if persen >= SERATUS:
        return StatusPemenuhan.TERPENUHI
    return StatusPemenuhan.SEBAGIAN if persen else StatusPemenuhan.BELUM_TERPENUHI


def persen_butir(
    utuh: Decimal | None, per_giliran: Mapping[int, Decimal | None], *, jatuh_tempo: int
) -> Decimal | None:
    """The percent of one item by one side.

    A statement on the whole item goes first. Otherwise the mean over the turns that have fallen
    due, where a turn nobody spoke of counts as nought; each turn counts for at most 100.
    """
    if utuh is not None:
        return utuh
    angka = [p for p in per_giliran.values() if p is not None]
    if not angka:
        return None
    return round(_jumlah(angka) / max(jatuh_tempo, len(angka)), 2)


def capaian(persen: Sequence[Decimal | None]) -> Capaian:
    """The mean over the items that were stated; what is over 100 does not hide what is under."""
    dinilai = [p for p in persen if p is not None]
    rata = round(_jumlah(dinilai) / len(dinilai), 1) if dinilai else None
    return Capaian(rata, len(dinilai), len(persen))


def berbeda(persen: Iterable[Decimal | None]) -> bool:
    """Whether the sides state different figures; who states none contradicts nobody."""
    return len({p for p in persen if p is not None}) > 1


def _jumlah(persen: Iterable[Decimal]) -> Decimal:
    return sum((min(p, SERATUS) for p in persen), Decimal(0))


# --- What is owed ------------------------------------------------------------------------------


@dataclass(frozen=True)
class BarisSetoran:
    """One due row: `jumlah` None where it is not set yet; `dibayar` is what was confirmed."""

    jatuh_tempo: date
    jumlah: int | None
    dibayar: int = 0
    menunggu: int = 0

    @property
    def tunggakan(self) -> int:
        """What is still to be paid, due or not."""
        return max((self.jumlah or 0) - self.dibayar, 0)

    @property
    def lebih(self) -> int:
        """What was paid over; nothing while the amount is not set."""
        return max(self.dibayar - self.jumlah, 0) if self.jumlah is not None else 0


@dataclass(frozen=True)
class Total:
    """Rupiah of many rows on one day.

    `jatuh_tempo` + `di_muka` = `dibayar` + `tunggakan`, where `di_muka` is what was paid over or
    before its day.
    """

    jatuh_tempo: int = 0
    dibayar: int = 0
    menunggu: int = 0
    tunggakan: int = 0
    di_muka: int = 0

    def __add__(self, lain: Total) -> Total:
        return Total(
            self.jatuh_tempo + lain.jatuh_tempo,
            self.dibayar + lain.dibayar,
            self.menunggu + lain.menunggu,
            self.tunggakan + lain.tunggakan,
            self.di_muka + lain.di_muka,
        )


def total(baris: Iterable[BarisSetoran], *, per: date) -> Total:
    """The sums on the day `per`; a row due on that very day is due."""
    return sum((_total_baris(b, sudah=b.jatuh_tempo <= per) for b in baris), Total())


def _total_baris(baris: BarisSetoran, *, sudah: bool) -> Total:
    # Where no amount is set, what was paid is what was owed.
    jumlah = baris.dibayar if baris.jumlah is None else baris.jumlah
    return Total(
        jatuh_tempo=jumlah if sudah else 0,
        dibayar=baris.dibayar,
        menunggu=baris.menunggu,
        tunggakan=baris.tunggakan if sudah else 0,
        di_muka=max(baris.dibayar - jumlah, 0) if sudah else baris.dibayar,
    )


def keadaan_setoran(baris: BarisSetoran, *, per: date) -> KeadaanSetoran:
    """Where a due row stands on a day, in one word."""
    if baris.jumlah is not None and baris.tunggakan == 0:
        return KeadaanSetoran.LUNAS
    if baris.menunggu and baris.menunggu >= baris.tunggakan:
        return KeadaanSetoran.MENUNGGU_KONFIRMASI
    if baris.jatuh_tempo > per:
        return KeadaanSetoran.MENDATANG
    if baris.jumlah is None:
        return KeadaanSetoran.BELUM_DITETAPKAN
    return KeadaanSetoran.TERLAMBAT if baris.jatuh_tempo < per else KeadaanSetoran.JATUH_TEMPO
