"""One search over every kind of thing: each app names its sources, one query asks all of them.

A source says which rows a person may know of and which of them answer; only such rows are ever
named, in the search as among what was opened last.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, reduce
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import CharField, F, Q, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.module_loading import import_string

from inti.models import Pengguna, SaringanTersimpan
from inti.permissions import boleh_mengelola_akun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from inti.putusan import Putusan

TEKS_TERPANJANG = 200
TEKS_TERPENDEK = 2
SEKELOMPOK = 6
KOSONG = Value("", TextField())


@dataclass(frozen=True)
class SumberCari:
    """Things of one kind: whose they are, which of them answer, and how each is named.

    `halaman` is the page of one; without a page of its own (`sendiri=False`) it is found in its
    list. `daftar` is the list that takes the same words.
    """

    kode: str
    judul: str
    ikon: str
    halaman: str
    boleh: Callable[[Pengguna], Putusan]
    terlihat: Callable[[Pengguna], QuerySet[Any]]
    cocok: Callable[[str, Pengguna], Q]
    nama: str | Combinable
    keterangan: str | Combinable = KOSONG
    daftar: str = ""
    urut: tuple[str, ...] = ("-pk",)
    sendiri: bool = True

    def baris(self, semua: QuerySet[Any], batas: int) -> QuerySet[Any, Any]:
        """So many of the rows, in the one shape that every source gives."""
        kunci = semua.order_by(*self.urut).values("pk")[:batas]
        nama, keterangan = (
            Cast(F(k) if isinstance(k, str) else k, TextField())
            for k in (self.nama, self.keterangan)
        )
        baris: QuerySet[Any, Any] = (
            semua.model._default_manager.filter(pk__in=kunci)
            .order_by()
            .annotate(
                c_kode=Value(self.kode, CharField()),
                c_pk=F("pk"),
                c_nama=nama,
                c_keterangan=keterangan,
            )
            .values_list("c_kode", "c_pk", "c_nama", "c_keterangan")
        )
        return baris

    def alamat(self, pk: int, nama: str) -> str:
        """Where it is seen."""
        if self.sendiri:
            return reverse(self.halaman, args=[pk])
        return f"{reverse(self.halaman)}?{urlencode({'q': nama})}"


@dataclass(frozen=True)
class Temuan:
    """One thing, as it is shown in every list of such."""

    sumber: SumberCari
    pk: int
    nama: str
    keterangan: str
    alamat: str


@dataclass(frozen=True)
class Kelompok:
    """What was found of one kind; `semua` leads to the whole list when there is more."""

    sumber: SumberCari
    temuan: tuple[Temuan, ...]
    semua: str = ""


@cache
def semua_sumber() -> tuple[SumberCari, ...]:
    """Those of every app, in the order in which they are shown."""
    return tuple(satu for path in settings.PENCARIAN for satu in import_string(path))


def sumber_untuk(pengguna: Pengguna) -> list[SumberCari]:
    """The kinds that this person may look into."""
    return [s for s in semua_sumber() if s.boleh(pengguna)]


def rapikan(teks: str) -> str:
    """What was typed, as far as it is looked for; nothing where it is too short to tell."""
    bersih = " ".join(teks.replace("\x00", " ").split())[:TEKS_TERPANJANG]
    return bersih if len(bersih) >= TEKS_TERPENDEK else ""


def cari(pengguna: Pengguna, teks: str, *, sekelompok: int = SEKELOMPOK) -> list[Kelompok]:
    """What answers, by kind; one query beside those by which a source reads the words."""
    if not teks:
        return []
    sumber = sumber_untuk(pengguna)
    ditemukan = _baca(
        sumber,
        {s.kode: s.terlihat(pengguna).filter(s.cocok(teks, pengguna)) for s in sumber},
        sekelompok + 1,
    )
    hasil: list[Kelompok] = []
    for satu in sumber:
        milik = [t for t in ditemukan if t.sumber == satu]
        lebih = len(milik) > sekelompok and satu.daftar
        semua = f"{reverse(satu.daftar)}?{urlencode({'q': teks})}" if lebih else ""
        if milik:
            hasil.append(Kelompok(satu, tuple(milik[:sekelompok]), semua))
    return hasil


def sebutkan(pengguna: Pengguna, kunci: Sequence[tuple[str, int]]) -> list[Temuan]:
    """These things, as far as the person may still see them, in the order given; one query."""
    milik: dict[str, list[int]] = {}
    for kode, pk in kunci:
        milik.setdefault(kode, []).append(pk)
    sumber = [s for s in sumber_untuk(pengguna) if s.kode in milik]
    terlihat = {s.kode: s.terlihat(pengguna).filter(pk__in=milik[s.kode]) for s in sumber}
    semua = {(t.sumber.kode, t.pk): t for t in _baca(sumber, terlihat, len(kunci))}
    return [semua[satu] for satu in kunci if satu in semua]


def _baca(
    sumber: Iterable[SumberCari], baris: dict[str, QuerySet[Any]], batas: int
) -> list[Temuan]:
    """One query of all; what a source may show stands in its order of it."""
    menurut = {s.kode: s for s in sumber}
    bagian = [menurut[kode].baris(satu, batas) for kode, satu in baris.items()]
    if not bagian:
        return []
    gabungan = reduce(lambda a, b: a.union(b, all=True), bagian)
    return [
        Temuan(menurut[kode], pk, nama, keterangan, menurut[kode].alamat(pk, nama))
        for kode, pk, nama, keterangan in _terurut(gabungan, menurut)
    ]


def _terurut(
    gabungan: QuerySet[Any, Any], menurut: dict[str, SumberCari]
) -> list[tuple[str, int, str, str]]:
    """By name where a source is ordered by it, else the newest first: a union has no order."""

    def tempat(baris: tuple[str, int, str, str]) -> tuple[str, int]:
        kode, pk, nama, _ = baris
        return (nama.casefold(), 0) if menurut[kode].urut == ("nama",) else ("", -pk)

    return sorted(gabungan, key=tempat)


def saringan_bernama(pengguna: Pengguna, teks: str) -> list[SaringanTersimpan]:
    """The person's own filters with these words in their name; the first ones for none."""
    milik = SaringanTersimpan.objects.filter(pengguna=pengguna, nama__icontains=teks)
    return list(milik[:SEKELOMPOK])


def orang_memuat(teks: str) -> Q:
    """In the name, the login name or the address."""
    return Q(nama__icontains=teks) | Q(username__icontains=teks) | Q(email__icontains=teks)


SUMBER = (
    SumberCari(
        "orang",
        "Orang",
        "user",
        "akun-rincian",
        boleh_mengelola_akun,
        lambda _: Pengguna.objects.all(),
        lambda teks, _: orang_memuat(teks),
        nama="nama",
        keterangan="username",
        daftar="akun-daftar",
        urut=("nama",),
    ),
)
