"""The ledger of a naskah as it is read: items with what each side states, sums per side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.urls import reverse

from inti.roles import Kemampuan, mampu
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
    from kerjasama.models import Mitra, Naskah

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
    def dihitung(self) -> bool:
        """Whether it counts towards fulfilment: to be fulfilled, and not ended by an addendum."""
        return self.butir.jenis in DIPENUHI and self.butir.diakhiri_pada is None

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
class RingkasanMitra:
    """The figures of one of several mitra: items that are its own or of all, and its own money."""

    mitra: Mitra
    capaian: tuple[CapaianSisi, ...]
    total: Total
    beruang: bool
    butir: str
    setoran: str
    # The day on which it left by an addendum; what was due before still counts.
    keluar: date | None = None


@dataclass(frozen=True)
class Ledger:
    """The whole page of one naskah; `per_mitra` where several stand in it."""

    baris: list[BarisButir]
    ringkasan: list[RingkasanPihak] = field(default_factory=list)
    per_mitra: list[RingkasanMitra] = field(default_factory=list)
    # Of each mitra its own rows, with what it alone said in place of the mean of all.
    baris_mitra: dict[int, list[BarisButir]] = field(default_factory=dict)

    def saring(self, *, pihak: str = "", sisi: str = "", mitra: int = 0) -> list[BarisButir]:
        """The rows behind a figure; all of them where none is asked for."""
        semua = self.baris_mitra.get(mitra, self.baris)
        baris = [b for b in semua if not pihak or b.butir.pihak == pihak]
        if sisi:
            return [b for b in baris if sisi in b.dinyatakan and b.dihitung]
        return baris


def baris_nyata(
    naskah: Naskah, butir: Iterable[Butir], pengguna: Pengguna, *, per: date
) -> list[BarisButir]:
    """What each side last said of these items of the naskah; without money."""
    pernyataan = _pernyataan(naskah, pengguna)
    return [_baris(b, naskah, pernyataan[b.pk], Total(), per=per) for b in butir]


def baris_ledger(naskah: Naskah, pengguna: Pengguna, *, per: date) -> list[BarisButir]:
    """Every item, what each side last said of it, and its money."""
    return _baris_beruang(naskah, pengguna, _pernyataan(naskah, pengguna), per=per)


def ledger(naskah: Naskah, pengguna: Pengguna, *, per: date) -> Ledger:
    """As many queries for a hundred items, statements and due rows as for one."""
    pernyataan = _pernyataan(naskah, pengguna)
    baris = _baris_beruang(naskah, pengguna, pernyataan, per=per)
    ringkasan = [_ringkasan(naskah, p, baris) for p in PihakButir]
    pihak = naskah.pihak.select_related("mitra").order_by("mitra__nama", "mitra")
    keluar = {p.mitra: p.diakhiri_pada for p in pihak} if _melihat_semua(pengguna) else {}
    mitra = list(keluar)
    if len(mitra) < 2:
        return Ledger(baris, ringkasan)
    milik = {m.pk: [_milik(b, m, pernyataan[b.butir.pk]) for b in baris] for m in mitra}
    per_mitra = {pk: [b for b in semua if b] for pk, semua in milik.items()}
    setiap = [_ringkasan_mitra(naskah, m, per_mitra[m.pk], hari) for m, hari in keluar.items()]
    return Ledger(baris, ringkasan, setiap, per_mitra)


def _melihat_semua(pengguna: Pengguna) -> bool:
    """Who sees the items of every mitra; a mitra learns nothing of another."""
    return mampu(pengguna.peran, Kemampuan.LIHAT_REGISTER)


def _milik(baris: BarisButir, mitra: Mitra, pernyataan: Pernyataan) -> BarisButir | None:
    """The row as that of one mitra; None where it is another's or the government's."""
    butir = baris.butir
    if butir.pihak != PihakButir.MITRA or butir.mitra_id not in {None, mitra.pk}:
        return None
    sisi = SisiPernyataan.MITRA
    sendiri = [p for p in pernyataan if p.sisi == sisi and p.mitra_id == mitra.pk]
    kata = _suara(butir, sisi, sendiri, len(baris.giliran))
    suara = tuple(kata if s.sisi == sisi else s for s in baris.suara)
    return replace(baris, suara=suara)


def jatuh_tempo(butir: Butir, naskah: Naskah, *, per: date) -> list[date]:
    """The turns of an item that have fallen due by the day."""
    jadwal = butir.jadwal
    if jadwal.jangkar is None:
        return []
    sampai = min(filter(None, (per, jadwal.tenggat)))
    return giliran(
        jadwal.kekerapan, jadwal.jangkar, akhir=butir.hari_terakhir(naskah), sampai=sampai
    )


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


def _pernyataan(naskah: Naskah, pengguna: Pengguna) -> dict[int, list[PernyataanPemenuhan]]:
    """The last words on each item, by its key."""
    hasil: dict[int, list[PernyataanPemenuhan]] = defaultdict(list)
    terlihat = PernyataanPemenuhan.objects.terlihat_oleh(pengguna)
    for satu in terlihat.filter(butir__naskah=naskah).terkini():
        hasil[satu.butir_id].append(satu)
    return hasil


def _baris_beruang(
    naskah: Naskah,
    pengguna: Pengguna,
    pernyataan: dict[int, list[PernyataanPemenuhan]],
    *,
    per: date,
) -> list[BarisButir]:
    butir = Butir.objects.terlihat_oleh(pengguna).filter(naskah=naskah).select_related("mitra")
    uang: dict[int, list[BarisSetoran]] = defaultdict(list)
    terbuka = Setoran.objects.terbuka().filter(butir__naskah=naskah)
    for satu in terbuka.only("butir", "jatuh_tempo", "jumlah", "dibayar", "menunggu"):
        uang[satu.butir_id].append(satu.angka)
    return [_baris(b, naskah, pernyataan[b.pk], total(uang[b.pk], per=per), per=per) for b in butir]


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


def _ringkasan_mitra(
    naskah: Naskah, mitra: Mitra, baris: Sequence[BarisButir], keluar: date | None
) -> RingkasanMitra:
    sendiri = [b for b in baris if b.butir.mitra_id == mitra.pk]
    alamat = f"{reverse('kerjasama:kewajiban-rincian', args=[naskah.pk])}?mitra={mitra.pk}"
    setoran = reverse("kerjasama:setoran-daftar")
    return RingkasanMitra(
        mitra,
        _capaian(baris, alamat),
        sum((b.total for b in sendiri), Total()),
        beruang=any(b.butir.sifat_uang for b in sendiri),
        butir=f"{alamat}#butir",
        setoran=f"{setoran}?naskah={naskah.pk}&mitra={mitra.pk}&keadaan=",
        keluar=keluar,
    )


def _capaian(baris: Sequence[BarisButir], alamat: str) -> tuple[CapaianSisi, ...]:
    """The figure of each side over the rows, and where they are."""
    dipenuhi = [b for b in baris if b.dihitung]
    return tuple(
        CapaianSisi(
            sisi, capaian([b.suara[i].persen for b in dipenuhi]), f"{alamat}&sisi={sisi}#butir"
        )
        for i, sisi in enumerate(SisiPernyataan)
    )


def _ringkasan(naskah: Naskah, pihak: PihakButir, baris: Sequence[BarisButir]) -> RingkasanPihak:
    milik = [b for b in baris if b.butir.pihak == pihak]
    alamat = f"{reverse('kerjasama:kewajiban-rincian', args=[naskah.pk])}?pihak={pihak}"
    setoran = reverse("kerjasama:setoran-daftar")
    return RingkasanPihak(
        pihak,
        _capaian(milik, alamat),
        sum((b.total for b in milik), Total()),
        beruang=any(b.butir.sifat_uang for b in milik),
        setoran=f"{setoran}?naskah={naskah.pk}&pihak={pihak}&keadaan=",
    )
