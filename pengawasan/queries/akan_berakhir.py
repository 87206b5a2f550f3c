"""The expiry desk: naskah and attachments by their end, in pages that begin where one ended."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db.models import Q, prefetch_related_objects

from inti.formats import ribuan
from inti.halaman import BATAS_HITUNG
from inti.queries.hitung import hitung
from kerjasama.domain.akhir import sisa
from kerjasama.domain.lampiran import AMBANG_AKHIR
from kerjasama.enums import STATUS_BERLAKU
from kerjasama.models import LampiranBertanggal, Naskah, TundaPengingat
from kerjasama.models.pihak import pihak_dengan_mitra
from kerjasama.queries.akhir import (
    AKHIR_LAMPIRAN,
    AKHIR_NASKAH,
    lampiran_berakhir,
    naskah_berakhir,
    rentang,
    waktunya_mengajukan,
)
from kerjasama.queries.naskah import pandangan
from pengawasan.domain.fakta import Peristiwa
from pengawasan.domain.tempo import perlu_evaluasi_akhir
from pengawasan.enums import JenisKegiatan, StatusKegiatan
from pengawasan.models import Kegiatan
from pengawasan.queries.fakta import fakta_naskah, kebijakan_pada
from pengawasan.queries.perpanjangan import pengajuan, tenggang_baku

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.domain.akhir import Tenggang
    from kerjasama.models.naskah import NaskahQuerySet
    from pengawasan.domain.fakta import KebijakanSiklus
    from pengawasan.domain.perpanjangan import Pengajuan

PER_HALAMAN = 25
TAB = {
    "ajukan": "Ajukan",
    "lewat": "Lewat",
    "1": "1 bulan",
    "2": "2 bulan",
    "3": "3 bulan",
    "6": "6 bulan",
    "12": "12 bulan",
    "ditunda": "Ditunda",
}
TAB_AWAL = "12"
# Each window holds the one before it, so that no row is counted twice.
SEBELUM = {"2": "1", "3": "2", "6": "3", "12": "6"}
PENANDA = re.compile(r"(\d{4}-\d{2}-\d{2})\.(lampiran|naskah)\.(\d{1,18})")
KOLOM = {"naskah": AKHIR_NASKAH, "lampiran": AKHIR_LAMPIRAN}


@dataclass(frozen=True)
class Meja:
    """Whose desk, on which day, under which policy, and what it is narrowed to.

    `naskah` are those that the filters leave, where there are any.
    """

    pengguna: Pengguna
    terlihat: NaskahQuerySet
    per: date
    baku: Tenggang
    siklus: KebijakanSiklus
    naskah: QuerySet[Naskah] | None = None
    benda: str = ""
    batas_hitung: int = BATAS_HITUNG

    @classmethod
    def buka(
        cls, pengguna: Pengguna, per: date, *, naskah: QuerySet[Naskah] | None, benda: str
    ) -> Meja:
        """With the policy of the day."""
        baris, siklus = kebijakan_pada(per)
        lihat = pandangan(pengguna)
        return cls(
            pengguna,
            lihat.naskah,
            per,
            tenggang_baku(baris),
            siklus,
            naskah,
            benda,
            lihat.batas_hitung or BATAS_HITUNG,
        )


@dataclass(frozen=True)
class Baris:
    """One thing that ends."""

    benda: str
    objek: Any
    naskah: Naskah
    akhir: date
    sisa: str
    nada: str
    pengajuan: Pengajuan | None = None
    evaluasi: Kegiatan | None = None
    usul_akhir: bool = False
    tunda: TundaPengingat | None = None

    @property
    def penanda(self) -> str:
        """Where the page after this row begins."""
        return f"{self.akhir.isoformat()}.{self.benda}.{self.objek.pk}"


@dataclass(frozen=True)
class Halaman:
    """A page of the desk; `berikutnya` is the mark of its last row where more follows."""

    baris: list[Baris] = field(default_factory=list)
    berikutnya: str = ""


def sumber(meja: Meja, tab: str, *, setelah: str = "") -> dict[str, QuerySet[Any]]:
    """The rows of a tab, by kind of thing; what `benda` leaves out is not there.

    After another window only what this one adds to it.
    """
    ditunda = tab == "ditunda"
    naskah = naskah_berakhir(meja.terlihat, meja.per, ditunda=ditunda)
    milik = LampiranBertanggal.objects.terlihat_oleh(meja.pengguna, naskah=meja.terlihat)
    lampiran = lampiran_berakhir(milik, meja.per, ditunda=ditunda)
    if tab == "ajukan":
        naskah = waktunya_mengajukan(naskah, meja.per, baku=meja.baku.bulan)
        lampiran = lampiran.none()
    elif not ditunda:
        batas = rentang(tab, meja.per, setelah=setelah)
        naskah = naskah.filter(tanggal_berakhir__range=batas)
        lampiran = lampiran.filter(berlaku_sampai__range=batas)
    if meja.naskah is not None:
        dipilih = meja.naskah.order_by().values("pk")
        naskah, lampiran = naskah.filter(pk__in=dipilih), lampiran.filter(naskah__in=dipilih)
    semua: dict[str, QuerySet[Any]] = {"naskah": naskah, "lampiran": lampiran}
    return {b: q for b, q in semua.items() if meja.benda in ("", b)}


def jumlah_tab(meja: Meja) -> dict[str, str]:
    """How many rows each tab opens to, in one query; `1.000+` where nobody counts further."""
    semua = {tab: list(sumber(meja, tab, setelah=SEBELUM.get(tab, "")).values()) for tab in TAB}
    rata = [q for satu in semua.values() for q in satu]
    angka = iter(hitung(rata, paling=meja.batas_hitung + 1))
    hasil = {tab: sum(islice(angka, len(satu))) for tab, satu in semua.items()}
    for tab, sebelum in SEBELUM.items():
        hasil[tab] += hasil[sebelum]
    return {tab: _kata(n, meja.batas_hitung) for tab, n in hasil.items()}


def _kata(jumlah: int, batas: int) -> str:
    return str(jumlah) if jumlah <= batas else f"{ribuan(batas)}+"


def halaman(meja: Meja, tab: str, *, setelah: str = "") -> Halaman:
    """The rows after the mark, nearest end first.

    Each source is read in the order of its own index and no further than one page.
    """
    per_benda = sumber(meja, tab)
    urut = merge(*(_baca(benda, q, setelah) for benda, q in per_benda.items()), key=lambda s: s[0])
    pasangan = [(kunci[1], objek) for kunci, objek in islice(urut, PER_HALAMAN + 1)]
    baris = _rakit(meja, pasangan[:PER_HALAMAN], ditunda=tab == "ditunda")
    lebih = len(pasangan) > PER_HALAMAN
    return Halaman(baris, baris[-1].penanda if lebih else "")


def _baca(
    benda: str, queryset: QuerySet[Any], setelah: str
) -> list[tuple[tuple[date, str, int], Any]]:
    kolom = KOLOM[benda]
    urut = _sesudah(queryset, benda, kolom, setelah).order_by(kolom, "pk")
    if benda == "naskah":
        satu_halaman = _per_status(urut)
    else:
        satu_halaman = urut.select_related("naskah", "mitra")[: PER_HALAMAN + 1]
    return [((getattr(o, kolom), benda, o.pk), o) for o in satu_halaman]


def _per_status(urut: QuerySet[Naskah]) -> QuerySet[Naskah]:
    """A page of each state, in one query: the index holds the order within a state only."""
    awal = (urut.filter(status=s).values("pk")[: PER_HALAMAN + 1] for s in STATUS_BERLAKU)
    kunci = (Naskah.objects.filter(pk__in=satu).order_by().values("pk") for satu in awal)
    satu_halaman = Naskah.objects.filter(pk__in=next(kunci).union(*kunci, all=True))
    return satu_halaman.order_by(AKHIR_NASKAH, "pk")


def _sesudah(queryset: QuerySet[Any], benda: str, kolom: str, setelah: str) -> QuerySet[Any]:
    """What comes after the mark; a mark that is none begins at the beginning."""
    cocok = PENANDA.fullmatch(setelah)
    try:
        akhir = date.fromisoformat(cocok[1]) if cocok else None
    except ValueError:
        akhir = None
    if cocok is None or akhir is None:
        return queryset
    if benda < cocok[2]:
        return queryset.filter(**{f"{kolom}__gt": akhir})
    if benda > cocok[2]:
        return queryset.filter(**{f"{kolom}__gte": akhir})
    sama = Q(**{kolom: akhir}, pk__gt=int(cocok[3]))
    return queryset.filter(Q(**{f"{kolom}__gt": akhir}) | sama, **{f"{kolom}__gte": akhir})


# --- What a row says -------------------------------------------------------------------------


def _rakit(meja: Meja, pasangan: list[tuple[str, Any]], *, ditunda: bool) -> list[Baris]:
    """With lead time, evaluasi, proposal and postponement, in a constant number of queries."""
    naskah = [o for benda, o in pasangan if benda == "naskah"]
    prefetch_related_objects(naskah, pihak_dengan_mitra())
    evaluasi = {} if ditunda else _evaluasi(naskah)
    tunda = _tunda(pasangan, meja.per) if ditunda else {}
    hasil = []
    for benda, objek in pasangan:
        akhir = getattr(objek, KOLOM[benda])
        lebih: dict[str, Any] = {"tunda": tunda.get((benda, objek.pk))}
        if isinstance(objek, Naskah):
            milik = evaluasi.get(objek.pk, [])
            lebih["pengajuan"] = pengajuan(objek, per=meja.per, baku=meja.baku)
            lebih["evaluasi"] = next((k for k in milik if k.bersama_perpanjangan), None)
            lebih["usul_akhir"] = not ditunda and _usul_akhir(objek, milik, meja)
        hasil.append(
            Baris(
                benda=benda,
                objek=objek,
                naskah=objek if benda == "naskah" else objek.naskah,
                akhir=akhir,
                sisa=sisa(akhir, per=meja.per),
                nada=_nada(akhir, meja.per),
                **lebih,
            )
        )
    return hasil


def _nada(akhir: date, per: date) -> str:
    if akhir < per:
        return "terlambat"
    return "jatuh_tempo" if akhir <= per + AMBANG_AKHIR else "mendatang"


def _evaluasi(naskah: Iterable[Naskah]) -> dict[int, list[Kegiatan]]:
    semua = Kegiatan.objects.filter(naskah__in=[n.pk for n in naskah])
    hidup = semua.filter(jenis=JenisKegiatan.EVALUASI).exclude(status=StatusKegiatan.DIBATALKAN)
    hasil: dict[int, list[Kegiatan]] = {}
    for satu in hidup.order_by("-tanggal_rencana", "-pk"):
        hasil.setdefault(satu.naskah_id, []).append(satu)
    return hasil


def _usul_akhir(naskah: Naskah, evaluasi: list[Kegiatan], meja: Meja) -> bool:
    """From H-90 an evaluasi akhir is proposed, until one is planned or was held in that time."""
    fakta = fakta_naskah(naskah)
    if fakta is None or any(k.tanggal_pelaksanaan is None for k in evaluasi):
        return False
    peristiwa = [
        Peristiwa(JenisKegiatan.EVALUASI, k.tanggal_pelaksanaan)
        for k in evaluasi
        if k.tanggal_pelaksanaan
    ]
    return perlu_evaluasi_akhir(fakta, peristiwa, meja.siklus, per=meja.per)


def _tunda(pasangan: list[tuple[str, Any]], per: date) -> dict[tuple[str, int], TundaPengingat]:
    kunci = {b: [o.pk for benda, o in pasangan if benda == b] for b in KOLOM}
    milik = Q(naskah__in=kunci["naskah"]) | Q(lampiran__in=kunci["lampiran"])
    berlaku = TundaPengingat.objects.berlaku_pada(per).filter(milik)
    return {
        ("naskah", t.naskah_id) if t.naskah_id else ("lampiran", t.lampiran_id or 0): t
        for t in berlaku.select_related("ditunda_oleh")
    }


def semua(meja: Meja, tab: str) -> Iterator[Baris]:
    """Every row of a tab, page after page, each with the same number of queries."""
    setelah = ""
    while True:
        isi = halaman(meja, tab, setelah=setelah)
        yield from isi.baris
        if not isi.berikutnya:
            return
        setelah = isi.berikutnya
