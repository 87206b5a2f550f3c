"""The public register, read through its whitelist: no other column leaves the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Prefetch, Q

from inti.models import JejakAudit
from kerjasama.enums import STATUS_BERLAKU, JenisMitra, StatusNaskah
from kerjasama.models import (
    BarisImpor,
    Mitra,
    Naskah,
    ParaPihak,
    PerangkatDaerah,
)
from pelaporan.domain.publik import KOLOM, BarisPublik, keadaan, ketepatan, nama_mitra
from pelaporan.enums import KeadaanPublik, KetepatanPengawasan
from pelaporan.models import PengecualianPublik
from pengawasan.models import Jadwal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from kerjasama.models.naskah import NaskahQuerySet

_NASKAH = "kerjasama.naskah."
KOLOM_NASKAH = [s.removeprefix(_NASKAH) for k in KOLOM for s in k.sumber if s.startswith(_NASKAH)]
KOLOM_PIHAK = ("naskah", "diakhiri_pada", "mitra__nama", "mitra__jenis")
SEPOTONG = 500


@dataclass(frozen=True)
class HalamanPublik:
    """Some rows, and the places from which the pages around them begin; empty at the ends."""

    baris: list[BarisPublik]
    sesudah: str = ""
    sebelum: str = ""


def naskah_publik(per: date) -> NaskahQuerySet:
    """What may be shown: no draft, nothing withheld; with whether it is supervised on time."""
    ditahan = PengecualianPublik.objects.berlaku().filter(naskah=OuterRef("pk"))
    # Said of its row when a list was brought in: from the moment it entered, recorded or not yet.
    menyusul = tahan_menyusul().filter(naskah=OuterRef("pk"))
    tampak = Naskah.objects.exclude(status=StatusNaskah.DRAF)
    tampak = tampak.filter(~Exists(ditahan), ~Exists(menyusul))
    return tampak.annotate(berjadwal=_berjadwal(), terlambat=_terlambat(per))


def tahan_menyusul() -> QuerySet[BarisImpor]:
    """Rows of lists whose naskah is to be withheld, and of which that is not recorded yet."""
    tercatat = PengecualianPublik.objects.filter(naskah=OuterRef("naskah"))
    return BarisImpor.objects.menahan().filter(~Exists(tercatat))


def unit(per: date) -> QuerySet[PerangkatDaerah]:
    """The units of what is shown; others may not be known to anyone yet."""
    tampak = naskah_publik(per).filter(keterlibatan__perangkat_daerah=OuterRef("pk"))
    return PerangkatDaerah.objects.filter(Exists(tampak)).order_by("nama")


def cari(naskah: NaskahQuerySet, kata_kunci: str) -> NaskahQuerySet:
    """In number, title and partner; a person's name finds nothing."""
    bukan_orang = Mitra.objects.exclude(jenis=JenisMitra.PERORANGAN)
    pihak = ParaPihak.objects.aktif().filter(
        mitra__in=bukan_orang.filter(nama__icontains=kata_kunci)
    )
    return naskah.filter(
        Q(nomor__icontains=kata_kunci)
        | Q(judul__icontains=kata_kunci)
        | Q(pk__in=pihak.values("naskah"))
    )


def saring_keadaan(naskah: NaskahQuerySet, nilai: str, *, per: date) -> NaskahQuerySet:
    """The rows that domain.publik.keadaan calls so."""
    if nilai == KeadaanPublik.LEWAT:
        return naskah.lewat_masa(per)
    if nilai == KeadaanPublik.BERLAKU:
        berjalan = Q(tanggal_berakhir=None) | Q(tanggal_berakhir__gte=per)
        return naskah.filter(berjalan, status__in=STATUS_BERLAKU)
    return naskah.filter(status=nilai)


def saring_ketepatan(naskah: NaskahQuerySet, nilai: str, *, per: date) -> NaskahQuerySet:
    """The rows that domain.publik.ketepatan calls so."""
    if nilai == KetepatanPengawasan.TERLAMBAT:
        return naskah.filter(_terlambat(per))
    if nilai == KetepatanPengawasan.TEPAT_WAKTU:
        return naskah.filter(_berjadwal(), ~_terlambat(per))
    return naskah.filter(~_berjadwal())


def halaman(
    naskah: NaskahQuerySet, *, per: date, banyak: int, sesudah: str = "", sebelum: str = ""
) -> HalamanPublik:
    """Newest first, from a place on: never counted, and the hundredth page costs as the first."""
    if tempat := _tempat(sesudah):
        dari, mundur = naskah.filter(_di_bawah(*tempat)), False
    elif tempat := _tempat(sebelum):
        dari, mundur = naskah.filter(_di_atas(*tempat)), True
    else:
        dari, mundur = naskah, False
    urutan = ("tanggal_ttd", "pk") if mundur else ("-tanggal_ttd", "-pk")
    semua = baca(dari.order_by(*urutan)[: banyak + 1], per=per)
    lebih, baris = len(semua) > banyak, semua[:banyak]
    if mundur:
        baris.reverse()
    ada_atas, ada_bawah = (lebih, True) if mundur else (bool(tempat), lebih)
    return HalamanPublik(
        baris,
        sesudah=_tanda(baris[-1]) if baris and ada_bawah else "",
        sebelum=_tanda(baris[0]) if baris and ada_atas else "",
    )


def baca(naskah: NaskahQuerySet, *, per: date) -> list[BarisPublik]:
    """The rows, in three queries however many they are."""
    return [_baris(satu, per) for satu in _terbatas(naskah)]


def lembar(naskah: NaskahQuerySet, *, per: date) -> Iterator[list[str]]:
    """Heading and rows of the whole list, in flat memory; whoever writes them makes them safe."""
    yield [*(k.judul for k in KOLOM), "Per tanggal"]
    urut = _terbatas(naskah.order_by("-tanggal_ttd", "-pk"))
    for satu in urut.iterator(chunk_size=SEPOTONG):
        yield [*_baris(satu, per).lembar(), per.isoformat()]


def versi() -> int:
    """Differs after every change that leaves a line in the trail: no cache outlives one."""
    return JejakAudit.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _terbatas(naskah: NaskahQuerySet) -> NaskahQuerySet:
    """Only the whitelisted columns."""
    pihak = ParaPihak.objects.aktif()
    return (
        naskah.select_related("urusan")
        .only(*KOLOM_NASKAH, "urusan__nama")
        .prefetch_related(
            Prefetch("pihak", pihak.select_related("mitra").only(*KOLOM_PIHAK)),
            Prefetch("perangkat_daerah", PerangkatDaerah.objects.only("nama")),
        )
    )


def _berjadwal() -> Exists:
    return Exists(Jadwal.objects.filter(naskah=OuterRef("pk")))


def _terlambat(per: date) -> Exists:
    return Exists(Jadwal.objects.terlambat_pada(per).filter(naskah=OuterRef("pk")))


def _baris(naskah: Any, per: date) -> BarisPublik:
    return BarisPublik(
        pk=naskah.pk,
        nomor=naskah.nomor,
        tentang=naskah.judul,
        jenis=naskah.get_jenis_display(),
        jenis_kerja_sama=naskah.get_jenis_kerja_sama_display(),
        urusan=naskah.urusan.nama if naskah.urusan else "",
        mitra=nama_mitra((m.nama, m.jenis) for m in naskah.mitra_kini),
        perangkat_daerah=tuple(sorted(p.nama for p in naskah.perangkat_daerah.all())),
        tanggal_ttd=naskah.tanggal_ttd,
        tanggal_berakhir=naskah.tanggal_berakhir,
        keadaan=keadaan(naskah.status, naskah.tanggal_berakhir, per=per),
        pengawasan=ketepatan(berjadwal=naskah.berjadwal, terlambat=naskah.terlambat),
    )


def _tanda(baris: BarisPublik) -> str:
    return f"{baris.tanggal_ttd.isoformat()}_{baris.pk}"


def _tempat(tanda: str) -> tuple[date, int] | None:
    tanggal, _, pk = tanda.partition("_")
    try:
        return date.fromisoformat(tanggal), int(pk)
    except ValueError:
        return None


def _di_bawah(tanggal: date, pk: int) -> Q:
    return Q(tanggal_ttd__lt=tanggal) | Q(tanggal_ttd=tanggal, pk__lt=pk)


def _di_atas(tanggal: date, pk: int) -> Q:
    return Q(tanggal_ttd__gt=tanggal) | Q(tanggal_ttd=tanggal, pk__gt=pk)
