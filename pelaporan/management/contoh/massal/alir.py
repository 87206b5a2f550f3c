"""A register of any size as a stream of batches: whole histories, the same for the same seed.

Only the batch that is being written is in memory. Every batch has its own signing dates and its
own mitra, so that it depends on nothing but its number: registers grow on top of one another.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction

from inti.services.batas_waktu import tanpa_batas
from kerjasama.models import Naskah
from kerjasama.services import indeks
from pelaporan.management.contoh.massal import laporan, pengawasan
from pelaporan.management.contoh.massal.kerangka import Masa, susun
from pelaporan.management.contoh.massal.konteks import siapkan
from pelaporan.management.contoh.massal.laporan import tulis_hasil
from pelaporan.management.contoh.massal.laporan_mitra import tulis_kewajiban
from pelaporan.management.contoh.massal.naskah import tulis_mitra, tulis_naskah
from pelaporan.management.contoh.massal.pengawasan import tulis_jadwal
from pelaporan.management.contoh.massal.tabel import Kumpulan
from pelaporan.management.contoh.massal.tuang import tuang

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inti.models import Pengguna
    from pelaporan.management.contoh.massal.kerangka import Kerangka
    from pelaporan.management.contoh.massal.konteks import Tulis

# Up to here isi_contoh takes every naskah through the services, beyond it they stream.
AMBANG = 400
SEKALIGUS = 1_000
NASKAH_PER_MITRA = 10
# A prime above the naskah of a batch: those of one mitra lie apart, on different days.
LANGKAH_MITRA = 1_009
HARI, RAGAM = 25, 4
TERLAMA = date(2005, 1, 1)
# Older naskah came from a backlog, supervised since some day within this window.
TUNGGAKAN, JENDELA = timedelta(days=760), 330
# What the database locks once its owner is decided is written before its owner.
TERKUNCI = (pengawasan.TEMUAN, pengawasan.PENANDA, laporan.BARIS, laporan.REKOMENDASI)

Rencana = list[list[tuple[Masa, "Kerangka"]]]


def isi(
    orang: dict[str, Pengguna],
    *,
    banyak: int,
    benih: int,
    dari: int = 0,
    lapor: Callable[[str], None] = lambda _: None,
) -> int:
    """Add naskah `dari` to `banyak` of the stream; returns how many rows that were.

    `orang` are staf, tim and ketua; `dari` is a multiple of SEKALIGUS. Each batch is a
    transaction of its own: a million in one would hold its locks and deferred checks to the end.
    """
    if dari % SEKALIGUS:
        msg = f"aliran bertambah per {SEKALIGUS} naskah"
        raise ValueError(msg)
    while indeks.ikuti_jejak():
        pass  # what came before the stream is in the index, so that it can be told to go on
    tulis = siapkan(orang, benih=benih)
    aliran, baris, selesai, dikenali = alirkan(tulis, dari, banyak), 0, dari, 0
    while (kumpulan := _satu_transaksi(tulis, aliran)) is not None:
        baris, selesai = baris + kumpulan.banyak, selesai + kumpulan.naskah
        lapor(f"{selesai}/{banyak} naskah dialirkan, {baris} baris")
        if baris > 2 * dikenali:
            # Triggers and foreign keys go on by the plans they made of empty tables.
            dikenali = baris
            _kenali()
    with transaction.atomic():
        indeks.lompati()
    _kenali()
    return baris


@transaction.atomic
def _kenali() -> None:
    """Let the planner know how much there is by now."""
    tanpa_batas()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _satu_transaksi(tulis: Tulis, aliran: Iterator[Kumpulan]) -> Kumpulan | None:
    """Make the next batch and write it; None at the end of the stream."""
    with transaction.atomic():
        tanpa_batas()
        tulis.kunci.mulai_lagi()
        kumpulan = next(aliran, None)
        if kumpulan is not None:
            tuang(kumpulan)
    return kumpulan


def alirkan(tulis: Tulis, dari: int, sampai: int) -> Iterator[Kumpulan]:
    """One batch after the other, each made when it is asked for."""
    for awal in range(dari, sampai, SEKALIGUS):
        kumpulan = Kumpulan()
        tulis.kumpulan = kumpulan
        for tabel in TERKUNCI:
            kumpulan.baris[tabel] = []
        _batch(tulis, awal, min(awal + SEKALIGUS, sampai))
        tulis.kata_lama |= kumpulan.kata
        yield kumpulan


def _batch(tulis: Tulis, awal: int, akhir: int) -> None:
    banyak_mitra = -(-(akhir - awal) // NASKAH_PER_MITRA)
    nomor_mitra = awal // NASKAH_PER_MITRA
    mitra = [tulis_mitra(tulis, nomor_mitra + i) for i in range(banyak_mitra)]
    rencana = _rencana(tulis, awal // SEKALIGUS)
    konsep = susun(None, tulis.aturan, per=tulis.per)
    tulis.kunci.siapkan(Naskah, akhir - awal)
    for urut in range(awal, akhir):
        masa, kerangka = rencana[urut % HARI][urut // HARI % RAGAM]
        draf = urut % 50 == 10
        naskah = tulis_naskah(
            tulis,
            tulis.kunci.ambil(Naskah),
            urut,
            None if draf else masa,
            mitra[(urut - awal) * LANGKAH_MITRA % (akhir - awal) // NASKAH_PER_MITRA],
            tulis.unit[urut % len(tulis.unit)],
        )
        dipakai, berlanjut = konsep if draf else kerangka, (urut + urut // HARI) % 2 == 0
        for kegiatan in tulis_jadwal(tulis, naskah, dipakai):
            tulis_hasil(tulis, kegiatan, dilaporkan=berlanjut)
        tulis_kewajiban(tulis, naskah, dipakai, melapor=berlanjut)
    tulis.kumpulan.naskah = akhir - awal


def _rencana(tulis: Tulis, batch: int) -> Rencana:
    """The plans of a batch: a few signing dates, each with terms and ways of working."""
    acak = random.Random(f"{tulis.benih}/{batch}")  # noqa: S311 - demo data, not a secret
    semua = []
    for hari in range(HARI):
        masa = _masa(acak, tulis.per, baru=hari % 8 == 7)
        semua.append([(satu, susun(satu, tulis.aturan, per=tulis.per)) for satu in masa])
    return semua


def _masa(acak: random.Random, per: date, *, baru: bool) -> list[Masa]:
    """Of one signing date: on time, late, with an interval of its own, left undone or ended."""
    lampau = (per - TERLAMA).days
    ttd = per - timedelta(acak.randrange(5, 240) if baru else acak.randrange(250, lampau))
    tunggakan = ttd < per - TUNGGAKAN
    mulai = per - TUNGGAKAN + timedelta(acak.randrange(JENDELA)) if tunggakan else None
    akhir = [
        max(ttd + timedelta(365), per + timedelta(acak.randrange(-400, 1500))) for _ in range(RAGAM)
    ]
    putus = per - timedelta(acak.randrange(20, 120))
    diputus = putus if acak.random() < 1 / 8 and ttd < putus < akhir[3] else None
    return [
        Masa(ttd, akhir[0], mulai=mulai),
        Masa(ttd, akhir[1], mulai=mulai, selang=5, paling_banyak=2),
        Masa(ttd, akhir[2], mulai=mulai, interval=12, selang=acak.randrange(3, 20)),
        Masa(ttd, akhir[3], diputus, mulai=mulai, selang=-3, paling_banyak=2),
    ]
