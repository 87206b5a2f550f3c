"""When supervision falls due: the cycle of Pasal 6 ayat (3) and (5), as a pure function.

The rules, and how the silent places are read:

- A date is counted from its anchor, never from the previous date, and clipped to the month's
  last day. The periodic event of a turn, held on its due date, keeps the anchor, and the months
  of both kinds add up from it; held on any other date, it becomes the anchor.
- An evaluasi satisfies what is due, even a pemantauan (whoever evaluates has looked): always
  when it is insidental, and as well when it is periodic but held before its turn. It restarts
  the count from its date, with a pemantauan.
- An insidental pemantauan counts only if marked `menggantikan`, and restarts the count likewise.
  No pemantauan satisfies or postpones an evaluasi that is due.
- Two events of one kind on one day are one event told twice; the periodic one stands. A
  pemantauan and an evaluasi on one day were held in that order. What lies before signing does
  not count.
- The identity of an obligation is its turn `ke`, counted over both kinds, never its date.
- A turn is governed by the version of the policy in force on the day it arises (see domain.fakta).
- Nothing falls due after the last day; what fell due on or before it stays owed.
- `mulai_pengawasan` only starts a naskah without known history: one event before it makes the
  history known, and the count begins at signing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inti.kalender import tambah_bulan
from pengawasan.enums import JenisKegiatan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pengawasan.domain.fakta import AturanSiklus, FaktaNaskah, KebijakanSiklus, Peristiwa

PENANDATANGANAN = "penandatanganan"
PASAL = {
    JenisKegiatan.PEMANTAUAN: "Pasal 6 ayat (3)",
    JenisKegiatan.EVALUASI: "Pasal 6 ayat (5)",
}
INTERVAL_PERATURAN = 6


@dataclass(frozen=True)
class Dasar:
    """Why something is due. `jangkar` plus `bulan` months is the due date, nothing else needed."""

    pasal: str
    acuan: str
    tanggal_acuan: date
    acuan_terlaksana: bool
    jangkar: date
    jangkar_apa: str
    jangkar_dokumen: str
    bulan: int
    interval: int
    sumber_interval: str
    kebijakan: str
    mulai_pengawasan: date | None = None
    acuan_terverifikasi: bool = True
    jangkar_kegiatan: int | None = None


@dataclass(frozen=True)
class Kewajiban:
    """One turn of the cycle; `dipenuhi` is the event that satisfied it, None while owed."""

    ke: int
    jenis: JenisKegiatan
    jatuh_tempo: date
    dasar: Dasar
    dipenuhi: Peristiwa | None = None


def jatuh_tempo(jangkar: date, bulan: int) -> date | None:
    """The anchor plus months; None past the last year a calendar can write."""
    try:
        return tambah_bulan(jangkar, bulan)
    except ValueError:
        return None


def hitung_ulang(dasar: Dasar) -> date:
    """The due date from the explanation alone."""
    return tambah_bulan(dasar.jangkar, dasar.bulan)


def sumber_interval(
    sendiri: int | None, klausul: str, berlaku: int, *, pasal: str, versi: str
) -> str:
    """Who set the interval: the naskah's clause, the regulation, or a later policy."""
    if sendiri:
        return klausul or "naskah"
    return pasal if berlaku == INTERVAL_PERATURAN else f"kebijakan versi {versi}"


def susun(
    fakta: FaktaNaskah,
    peristiwa: Iterable[Peristiwa],
    kebijakan: AturanSiklus,
    *,
    sampai: date,
) -> list[Kewajiban]:
    """Every turn satisfied so far, then the one owed and those that follow up to `sampai`.

    Those that follow are dated as if each is done on its day.
    """
    selesai, giliran = _jalani(fakta, peristiwa, kebijakan)
    return selesai + list(_rencana(giliran, sampai))


def susun_berturut(
    fakta: FaktaNaskah, peristiwa: Iterable[Peristiwa], kebijakan: AturanSiklus, *, bulan: int
) -> list[Kewajiban]:
    """The same, with those that follow within so many months after the one that is owed.

    Counted from what is owed and not from today, the plan moves with the facts alone.
    """
    selesai, giliran = _jalani(fakta, peristiwa, kebijakan)
    kini = giliran.kewajiban()
    if kini is None:
        return selesai
    return selesai + list(_rencana(giliran, jatuh_tempo(kini.jatuh_tempo, bulan) or date.max))


def _jalani(
    fakta: FaktaNaskah, peristiwa: Iterable[Peristiwa], kebijakan: AturanSiklus
) -> tuple[list[Kewajiban], _Giliran]:
    """The turns that were satisfied, and the turn at which the cycle stands after them."""
    urut = _berurutan(fakta, peristiwa)
    giliran = _Giliran.awal(fakta, kebijakan, urut)
    selesai = []
    for satu in urut:
        kini = giliran.kewajiban()
        if kini is None:
            break
        if _memenuhi(satu, kini.jenis):
            selesai.append(replace(kini, dipenuhi=satu))
            giliran = giliran.setelah(satu, kini)
    return selesai, giliran


def terbuka(kewajiban: Iterable[Kewajiban]) -> list[Kewajiban]:
    """What is still owed, nearest first."""
    return [k for k in kewajiban if k.dipenuhi is None]


def batas_tanpa_evaluasi(
    fakta: FaktaNaskah, peristiwa: Iterable[Peristiwa], kebijakan: AturanSiklus
) -> date | None:
    """The last day before the alarm of Pasal 1 angka 12, from the last evaluasi or from signing.

    None past the last year a calendar can write.
    """
    evaluasi = [
        p.tanggal
        for p in peristiwa
        if p.jenis == JenisKegiatan.EVALUASI and fakta.tanggal_ttd <= p.tanggal
    ]
    terakhir = max(evaluasi, default=fakta.tanggal_ttd)
    return jatuh_tempo(terakhir, kebijakan.pada(terakhir).batas_tanpa_evaluasi)


def lewat_12_bulan(
    fakta: FaktaNaskah, peristiwa: Iterable[Peristiwa], kebijakan: AturanSiklus, *, per: date
) -> bool:
    """More than 12 months since the last evaluasi, or since signing (Pasal 1 angka 12).

    Judged on the day alone, whatever else is on time.
    """
    sampai_kini = [p for p in peristiwa if p.tanggal <= per]
    batas = batas_tanpa_evaluasi(fakta, sampai_kini, kebijakan)
    return batas is not None and per > batas


def lewat_mulai(
    fakta: FaktaNaskah, peristiwa: Iterable[Peristiwa], kebijakan: AturanSiklus
) -> date | None:
    """From which day on it is past 12 months; None if the naskah ends before that.

    What has ended is judged on its last day: the months after it are nobody's omission.
    """
    batas, akhir = batas_tanpa_evaluasi(fakta, peristiwa, kebijakan), fakta.tanggal_berakhir
    if batas is None or batas == date.max or (akhir is not None and akhir <= batas):
        return None
    return batas + timedelta(days=1)


def perlu_evaluasi_akhir(
    fakta: FaktaNaskah, peristiwa: Iterable[Peristiwa], kebijakan: AturanSiklus, *, per: date
) -> bool:
    """From H-90 to the last day an evaluasi akhir is proposed, until one is held in that time."""
    akhir = fakta.tanggal_berakhir
    if akhir is None:
        return False
    mulai = akhir - timedelta(days=kebijakan.pada(per).ambang_evaluasi_akhir)
    sudah = any(p.jenis == JenisKegiatan.EVALUASI and mulai <= p.tanggal <= per for p in peristiwa)
    return mulai <= per <= akhir and not sudah


@dataclass(frozen=True)
class _Tonggak:
    """A dated event that months are counted from, or that a turn follows on."""

    apa: str
    tanggal: date
    dokumen: str = ""
    terlaksana: bool = True
    terverifikasi: bool = True
    kegiatan: int | None = None


@dataclass(frozen=True)
class _Giliran:
    """Where the cycle stands: the turn, what it follows on, the anchor and the months from it."""

    fakta: FaktaNaskah
    kebijakan: AturanSiklus
    acuan: _Tonggak
    jangkar: _Tonggak
    bulan: int = 0
    ke: int = 1
    jenis: JenisKegiatan = JenisKegiatan.PEMANTAUAN
    mulai_pengawasan: date | None = None
    # When it arises, if not with the event it follows: a backlog, when its supervision begins.
    timbul: date | None = None

    @classmethod
    def awal(
        cls, fakta: FaktaNaskah, kebijakan: AturanSiklus, peristiwa: Sequence[Peristiwa]
    ) -> _Giliran:
        """At signing; a backlog without known history starts at a later multiple."""
        ttd = _Tonggak(PENANDATANGANAN, fakta.tanggal_ttd, fakta.dokumen)
        awal = cls(fakta, kebijakan, acuan=ttd, jangkar=ttd)
        mulai = fakta.mulai_pengawasan
        if mulai is None or any(p.tanggal < mulai for p in peristiwa):
            return awal
        awal, bulan = replace(awal, timbul=max(mulai, ttd.tanggal)), 0
        while (t := jatuh_tempo(ttd.tanggal, bulan + awal.interval)) and t < mulai:
            bulan += awal.interval
        return replace(awal, bulan=bulan, mulai_pengawasan=mulai if bulan else None)

    @property
    def berlaku(self) -> KebijakanSiklus:
        """The version of the policy in force on the day this turn arose."""
        return self.kebijakan.pada(self.timbul or self.acuan.tanggal)

    @property
    def interval(self) -> int:
        """Months to the event of this turn."""
        return self.fakta.interval(self.jenis) or self.berlaku.interval(self.jenis)

    def kewajiban(self) -> Kewajiban | None:
        """What this turn owes; None when it would fall after the last day."""
        bulan = self.bulan + self.interval
        tanggal = jatuh_tempo(self.jangkar.tanggal, bulan)
        akhir = self.fakta.tanggal_berakhir
        if tanggal is None or (akhir is not None and tanggal > akhir):
            return None
        return Kewajiban(self.ke, self.jenis, tanggal, self._dasar(bulan))

    def _dasar(self, bulan: int) -> Dasar:
        pasal, versi = PASAL[self.jenis], self.berlaku.versi
        sendiri = self.fakta.interval(self.jenis)
        return Dasar(
            pasal=pasal,
            acuan=self.acuan.apa,
            tanggal_acuan=self.acuan.tanggal,
            acuan_terlaksana=self.acuan.terlaksana,
            jangkar=self.jangkar.tanggal,
            jangkar_apa=self.jangkar.apa,
            jangkar_dokumen=self.jangkar.dokumen,
            bulan=bulan,
            interval=self.interval,
            sumber_interval=sumber_interval(
                sendiri, self.fakta.klausul, self.interval, pasal=pasal, versi=versi
            ),
            kebijakan=versi,
            mulai_pengawasan=self.mulai_pengawasan,
            acuan_terverifikasi=self.acuan.terverifikasi,
            jangkar_kegiatan=self.jangkar.kegiatan,
        )

    def setelah(self, peristiwa: Peristiwa, kini: Kewajiban) -> _Giliran:
        """The next turn, after an event that satisfied this one."""
        acuan = _Tonggak(
            peristiwa.jenis.value,
            peristiwa.tanggal,
            peristiwa.dokumen,
            terverifikasi=peristiwa.terverifikasi,
            kegiatan=peristiwa.kegiatan,
        )
        berikut = self._berikut(peristiwa.jenis, acuan)
        rutin = peristiwa.berkala and peristiwa.jenis == kini.jenis
        if rutin and peristiwa.tanggal == kini.jatuh_tempo:
            return replace(berikut, bulan=kini.dasar.bulan)
        return replace(berikut, jangkar=acuan, bulan=0)

    def direncanakan(self, kini: Kewajiban) -> _Giliran:
        """The next turn, if this one is done on its day."""
        acuan = _Tonggak(kini.jenis.value, kini.jatuh_tempo, terlaksana=False)
        return replace(self._berikut(kini.jenis, acuan), bulan=kini.dasar.bulan)

    def _berikut(self, dari: JenisKegiatan, acuan: _Tonggak) -> _Giliran:
        evaluasi = dari == JenisKegiatan.PEMANTAUAN
        jenis = JenisKegiatan.EVALUASI if evaluasi else JenisKegiatan.PEMANTAUAN
        lanjut = replace(self, ke=self.ke + 1, jenis=jenis, acuan=acuan)
        return replace(lanjut, mulai_pengawasan=None, timbul=None)


def _berurutan(fakta: FaktaNaskah, peristiwa: Iterable[Peristiwa]) -> list[Peristiwa]:
    """Since signing, by date, pemantauan before evaluasi; each kind once a day."""
    urut = sorted(
        (p for p in peristiwa if p.tanggal >= fakta.tanggal_ttd),
        key=lambda p: (
            p.tanggal,
            p.jenis == JenisKegiatan.EVALUASI,
            not p.berkala,
            not p.menggantikan,
            p.dokumen,
        ),
    )
    sehari: dict[tuple[date, JenisKegiatan], Peristiwa] = {}
    for satu in urut:
        sehari.setdefault((satu.tanggal, satu.jenis), satu)
    return list(sehari.values())


def _memenuhi(peristiwa: Peristiwa, ditunggu: JenisKegiatan) -> bool:
    """Whether the event satisfies a turn of the kind."""
    if peristiwa.jenis == JenisKegiatan.EVALUASI:
        return True
    berlaku = peristiwa.berkala or peristiwa.menggantikan
    return ditunggu == JenisKegiatan.PEMANTAUAN and berlaku


def _rencana(giliran: _Giliran, sampai: date) -> Iterator[Kewajiban]:
    while (kini := giliran.kewajiban()) and kini.jatuh_tempo <= sampai:
        yield kini
        giliran = giliran.direncanakan(kini)
