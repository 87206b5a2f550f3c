"""The calendar of one person: everything they may see, in one query for all kinds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.utils import timezone

from inti.hari_kerja import nama_libur
from inti.roles import Kemampuan, mampu
from pelaporan.enums import JenisKalender
from pelaporan.queries.butir_kalender import Baris, butir
from pelaporan.queries.sumber_kalender import SUMBER, baris_seragam, yang_boleh

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models.naskah import NaskahQuerySet
    from pelaporan.domain.kalender import ButirKalender

J = JenisKalender
# More than a page of them is told by number instead, and each number opens to its day.
BATAS = 400


@dataclass(frozen=True)
class Isi:
    """What falls between two days; only numbers by day and kind where there is too much."""

    butir: list[ButirKalender] = field(default_factory=list)
    jumlah: dict[date, list[tuple[JenisKalender, int]]] = field(default_factory=dict)

    @property
    def penuh(self) -> bool:
        """Too much to be told one by one."""
        return bool(self.jumlah)


def isi(
    pengguna: Pengguna,
    awal: date,
    akhir: date,
    *,
    jenis: Collection[JenisKalender] = (),
    batas: int = BATAS,
) -> Isi:
    """Everything the person may see between the days, both included; one or two queries."""
    sumber = _sumber(pengguna, awal, akhir, jenis=jenis)
    butir = _baca(pengguna, sumber, batas=batas + 1)
    if len(butir) <= batas:
        return Isi(butir)
    return Isi(butir[:batas], _jumlah(sumber))


def acara(
    pengguna: Pengguna,
    awal: date,
    akhir: date,
    *,
    jenis: Collection[JenisKalender] = (),
    naskah: NaskahQuerySet | None = None,
    batas: int,
) -> list[ButirKalender]:
    """The same for a feed: with the revisions, and only of `naskah` where given; one query."""
    sumber = _sumber(pengguna, awal, akhir, jenis=jenis, naskah=naskah)
    return _baca(pengguna, sumber, batas=batas, revisi=True)


def libur(awal: date, akhir: date) -> dict[date, str]:
    """The national holidays between two days, by name."""
    semua = (nama_libur(tahun) for tahun in range(awal.year, akhir.year + 1))
    return {t: nama for satu in semua for t, nama in satu.items() if awal <= t <= akhir}


def _sumber(
    pengguna: Pengguna,
    awal: date,
    akhir: date,
    *,
    jenis: Collection[JenisKalender] = (),
    naskah: NaskahQuerySet | None = None,
) -> dict[JenisKalender, QuerySet[Any]]:
    dipilih = [j for j in yang_boleh(pengguna) if not jenis or j in jenis]
    baris = {j: SUMBER[j].baris(pengguna, awal, akhir) for j in dipilih}
    if naskah is None:
        return baris
    return {j: _milik(j, satu, naskah) for j, satu in baris.items()}


def _milik(jenis: JenisKalender, baris: QuerySet[Any], naskah: NaskahQuerySet) -> QuerySet[Any]:
    """Only of these naskah."""
    kunci = naskah.order_by().values("pk")
    if jenis == J.RAPAT:
        # A meeting of several of them is one meeting.
        rapat = baris.model.objects.filter(kegiatan__naskah__in=kunci)
        return baris.filter(pk__in=rapat.order_by().values("pk"))
    jalan = "pk" if jenis == J.NASKAH else SUMBER[jenis].naskah.removesuffix("__")
    return baris.filter(**{f"{jalan}__in": kunci})


def _gabung(semua: Iterable[QuerySet[Any, Any]]) -> QuerySet[Any, Any] | None:
    """One query of all."""
    isi = list(semua)
    return reduce(lambda a, b: a.union(b, all=True), isi) if isi else None


def _baca(
    pengguna: Pengguna,
    sumber: dict[JenisKalender, QuerySet[Any]],
    *,
    batas: int,
    revisi: bool = False,
) -> list[ButirKalender]:
    gabungan = _gabung(baris_seragam(j, satu, revisi=revisi) for j, satu in sumber.items())
    if gabungan is None:
        return []
    lihat = mampu(pengguna.peran, Kemampuan.LIHAT_PENGAWASAN)
    per = timezone.localdate()
    urut = gabungan.order_by("k_tanggal", "k_jenis", "k_pk")[:batas]
    return [butir(Baris(*kolom), pengawas=lihat, per=per) for kolom in urut]


def _jumlah(
    sumber: dict[JenisKalender, QuerySet[Any]],
) -> dict[date, list[tuple[JenisKalender, int]]]:
    """How many of each kind fall on each day."""
    gabungan = _gabung(
        baris_seragam(j, satu, revisi=False)
        .values_list("k_tanggal", "k_jenis")
        .annotate(k_jumlah=Count("pk"))
        for j, satu in sumber.items()
    )
    hasil: dict[date, list[tuple[JenisKalender, int]]] = {}
    for tanggal, jenis, jumlah in gabungan or ():
        hasil.setdefault(tanggal, []).append((J(jenis), jumlah))
    return {t: sorted(isi, key=lambda satu: list(J).index(satu[0])) for t, isi in hasil.items()}
