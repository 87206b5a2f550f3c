"""The ledger of a naskah as it is read: items with what each side states, sums per side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.urls import reverse

from kerjasama.domain.pemenuhan import (
    DIPENUHI,
    BarisSetoran,
    Capaian,
    Total,
    berbeda,
    capaian,
    giliran,
    persen_butir,
    persen_pernyataan,
    total,
)
from kerjasama.enums import PihakButir, SisiPernyataan, StatusPemenuhan
from kerjasama.models import BuktiPernyataan, Butir, PernyataanPemenuhan, Setoran

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from decimal import Decimal

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models import Naskah

    Pernyataan = Sequence[PernyataanPemenuhan]


@dataclass(frozen=True)
class Suara:
    """What one side says of one item: the figure, and the statement it said last."""

    sisi: SisiPernyataan
    persen: Decimal | None
    terakhir: PernyataanPemenuhan | None


@dataclass(frozen=True)
class BarisButir:
    """One item with the three sides next to each other."""

    butir: Butir
    suara: tuple[Suara, ...]
    total: Total
    giliran: tuple[date, ...]

    @property
    def berbeda(self) -> bool:
        """Whether the sides state different figures."""
        return berbeda(s.persen for s in self.suara)

    @property
    def dinyatakan(self) -> set[SisiPernyataan]:
        """The sides that state a figure."""
        return {s.sisi for s in self.suara if s.persen is not None}


@dataclass(frozen=True)
class CapaianSisi:
    """How far the items of a party are fulfilled by one side's word, and where its rows are."""

    sisi: SisiPernyataan
    angka: Capaian
    tautan: str


@dataclass(frozen=True)
class RingkasanPihak:
    """The figures of one party: fulfilment by each side's word, and its money."""

    pihak: PihakButir
    capaian: tuple[CapaianSisi, ...]
    total: Total
    beruang: bool
    setoran: str

    @property
    def jumlah(self) -> int:
        """The items that count towards fulfilment."""
        return self.capaian[0].angka.jumlah


@dataclass(frozen=True)
class Ledger:
    """The whole page of one naskah."""

    baris: list[BarisButir]
    ringkasan: list[RingkasanPihak] = field(default_factory=list)

    def saring(self, *, pihak: str = "", sisi: str = "") -> list[BarisButir]:
        """The rows behind a figure; all of them where none is asked for."""
        baris = [b for b in self.baris if not pihak or b.butir.pihak == pihak]
        if sisi:
            return [b for b in baris if sisi in b.dinyatakan and b.butir.jenis in DIPENUHI]
        return baris


def ledger(naskah: Naskah, pengguna: Pengguna, *, per: date) -> Ledger:
    """Three queries, however many items, statements and due rows there are."""
    butir = list(
        Butir.objects.terlihat_oleh(pengguna).filter(naskah=naskah).select_related("mitra")
    )
    pernyataan = _kelompok(
        PernyataanPemenuhan.objects.terlihat_oleh(pengguna).filter(butir__naskah=naskah).terkini()
    )
    uang: dict[int, list[BarisSetoran]] = defaultdict(list)
    terbuka = Setoran.objects.terbuka().filter(butir__naskah=naskah)
    for satu in terbuka.only("butir", "jatuh_tempo", "jumlah", "dibayar", "menunggu"):
        uang[satu.butir_id].append(satu.angka)
    baris = [
        _baris(b, naskah, pernyataan[b.pk], total(uang[b.pk], per=per), per=per) for b in butir
    ]
    return Ledger(baris, [_ringkasan(naskah, p, baris) for p in PihakButir])


def jatuh_tempo(butir: Butir, naskah: Naskah, *, per: date) -> list[date]:
    """The turns of an item that have fallen due by the day."""
    jadwal = butir.jadwal
    if jadwal.jangkar is None:
        return []
    sampai = min(filter(None, (per, jadwal.tenggat)))
    return giliran(jadwal.kekerapan, jadwal.jangkar, akhir=naskah.hari_terakhir, sampai=sampai)


def suara_per_giliran(butir: Butir, pernyataan: Pernyataan) -> list[tuple[int, list[Suara], bool]]:
    """Turn by turn, newest first, the three sides and whether they differ; nought is the whole."""
    per_ke = defaultdict(list)
    for satu in pernyataan:
        per_ke[satu.ke].append(satu)
    hasil = []
    for ke, milik in sorted(per_ke.items(), key=lambda i: (i[0] != 0, -i[0])):
        suara = [_suara(butir, s, [p for p in milik if p.sisi == s], 0) for s in SisiPernyataan]
        hasil.append((ke, suara, berbeda(s.persen for s in suara)))
    return hasil


def riwayat(butir: Butir, pengguna: Pengguna) -> QuerySet[PernyataanPemenuhan]:
    """Every statement on an item that the person may read, newest first, with its evidence."""
    terlihat = PernyataanPemenuhan.objects.terlihat_oleh(pengguna).filter(butir=butir)
    bukti = Prefetch("bukti", BuktiPernyataan.objects.select_related("berkas"))
    return terlihat.select_related("dinyatakan_oleh", "mitra").prefetch_related(bukti)


def terkini(riwayat: Iterable[PernyataanPemenuhan]) -> list[PernyataanPemenuhan]:
    """Of statements on one item, newest first: the last word of each side on each turn."""
    terakhir: dict[tuple[int, str, int | None], PernyataanPemenuhan] = {}
    for satu in riwayat:
        terakhir.setdefault((satu.ke, satu.sisi, satu.mitra_id), satu)
    return list(terakhir.values())


def _kelompok(pernyataan: Iterable[PernyataanPemenuhan]) -> dict[int, list[PernyataanPemenuhan]]:
    hasil: dict[int, list[PernyataanPemenuhan]] = defaultdict(list)
    for satu in pernyataan:
        hasil[satu.butir_id].append(satu)
    return hasil


def _baris(
    butir: Butir, naskah: Naskah, pernyataan: Pernyataan, uang: Total, *, per: date
) -> BarisButir:
    jatuh = jatuh_tempo(butir, naskah, per=per)
    suara = (
        _suara(butir, sisi, [p for p in pernyataan if p.sisi == sisi], len(jatuh))
        for sisi in SisiPernyataan
    )
    return BarisButir(butir, tuple(suara), uang, tuple(jatuh))


def _suara(butir: Butir, sisi: SisiPernyataan, milik: Pernyataan, jatuh: int) -> Suara:
    """One side's figure; where several mitra speak of one item, their mean."""
    per_mitra: dict[int | None, list[PernyataanPemenuhan]] = defaultdict(list)
    for satu in milik:
        per_mitra[satu.mitra_id].append(satu)
    persen = [_persen(butir, p, jatuh) for p in per_mitra.values()]
    angka = persen[0] if len(persen) == 1 else capaian(persen).persen
    return Suara(sisi, angka, max(milik, key=lambda p: p.pk, default=None))


def _persen(butir: Butir, milik: Pernyataan, jatuh: int) -> Decimal | None:
    angka = {
        p.ke: persen_pernyataan(
            StatusPemenuhan(p.status), persen=p.persen, nilai=p.nilai, target=butir.target_angka
        )
        for p in milik
    }
    return persen_butir(angka.pop(0, None), angka, jatuh_tempo=jatuh)


def _ringkasan(naskah: Naskah, pihak: PihakButir, baris: Sequence[BarisButir]) -> RingkasanPihak:
    milik = [b for b in baris if b.butir.pihak == pihak]
    dipenuhi = [b for b in milik if b.butir.jenis in DIPENUHI]
    alamat = reverse("kerjasama:kewajiban-rincian", args=[naskah.pk])
    capaian_sisi = (
        CapaianSisi(
            sisi,
            capaian([b.suara[i].persen for b in dipenuhi]),
            f"{alamat}?pihak={pihak}&sisi={sisi}#butir",
        )
        for i, sisi in enumerate(SisiPernyataan)
    )
    setoran = reverse("kerjasama:setoran-daftar")
    return RingkasanPihak(
        pihak,
        tuple(capaian_sisi),
        sum((b.total for b in milik), Total()),
        beruang=any(b.butir.sifat_uang for b in milik),
        setoran=f"{setoran}?naskah={naskah.pk}&pihak={pihak}&keadaan=",
    )
