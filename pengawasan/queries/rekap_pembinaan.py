"""How much pembinaan each unit had: per year, or per kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Count, Sum
from django.db.models.functions import ExtractYear
from django.utils import timezone

from inti.lembar import Kolom
from inti.roles import Kemampuan, mampu
from pengawasan.enums import JenisPembinaan
from pengawasan.models import Pembinaan, PembinaanPerangkatDaerah
from pengawasan.models.pembinaan import unit_terlihat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from inti.models import Pengguna
    from kerjasama.models import PerangkatDaerah

PER_TAHUN, PER_JENIS = "tahun", "jenis"
MENURUT = ((PER_TAHUN, "Tahun"), (PER_JENIS, "Jenis pembinaan"))


@dataclass(frozen=True)
class Sel:
    """One figure under its heading, and the query of the list that shows its rows."""

    judul: str
    kegiatan: int
    peserta: int
    kueri: str


@dataclass(frozen=True)
class BarisRekap:
    """One unit; or all of them together, where `unit` is None."""

    unit: PerangkatDaerah | None
    sel: list[Sel]
    jumlah: Sel
    # Whether it ever had any, also outside of the year that is looked at.
    pernah: bool = True


@dataclass(frozen=True)
class Rekap:
    """The table: its columns in order, one row per unit, and the row below."""

    judul: list[str]
    baris: list[BarisRekap]
    semua: BarisRekap | None
    tahun: int | None


Hitungan = dict[Any, dict[Any, tuple[int, int]]]


def rekap(pengguna: Pengguna, *, menurut: str, tahun: int | None) -> Rekap:
    """Of the units that the person may know of. Cancelled pembinaan counts nowhere.

    Units that exist today are there with nothing too: who never had any is what is looked for.
    A person counts for the unit it came from; the row of all counts everybody once.
    """
    terlaksana = Pembinaan.objects.terlihat_oleh(pengguna).terlaksana()
    dipakai = terlaksana.filter(tanggal_mulai__year=tahun) if tahun else terlaksana
    semua_unit = unit_terlihat(pengguna)
    ikut = PembinaanPerangkatDaerah.objects.filter(perangkat_daerah__in=semua_unit)
    hitungan = _hitung(ikut.filter(pembinaan__in=dipakai), menurut)
    pernah = set(ikut.filter(pembinaan__in=terlaksana).values_list("perangkat_daerah", flat=True))
    jumlah = _hitung_semua(dipakai, menurut)
    kolom = _kolom(menurut, tahun, jumlah)
    kini = set(semua_unit.aktif_pada(timezone.localdate()).values_list("pk", flat=True))
    baris = [
        _baris(unit, hitungan.get(unit.pk, {}), kolom, menurut, tahun, pernah=unit.pk in pernah)
        for unit in semua_unit.order_by("nama")
        if unit.pk in kini or unit.pk in hitungan
    ]
    seluruhnya = mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_PEMBINAAN)
    return Rekap(
        judul=[label for _, label in kolom],
        baris=baris,
        semua=_baris(None, jumlah, kolom, menurut, tahun) if seluruhnya else None,
        tahun=tahun,
    )


def kolom_ekspor(rekap: Rekap) -> tuple[Kolom, ...]:
    """The same table as a file: two columns of figures for each of its columns."""
    angka: list[Kolom] = []
    for ke, judul in enumerate(rekap.judul):
        angka += [
            Kolom(f"Kegiatan {judul}", _angka(ke, "kegiatan")),
            Kolom(f"Peserta {judul}", _angka(ke, "peserta")),
        ]
    return (
        Kolom("Perangkat daerah", lambda b: str(b.unit or "Semua perangkat daerah")),
        *angka,
        Kolom("Kegiatan seluruhnya", lambda b: b.jumlah.kegiatan),
        Kolom("Peserta seluruhnya", lambda b: b.jumlah.peserta),
        Kolom("Keterangan", lambda b: "" if b.pernah else "Belum pernah dibina"),
    )


def _angka(ke: int, nama: str) -> Callable[[BarisRekap], int]:
    return lambda baris: getattr(baris.sel[ke], nama)


def baris_ekspor(rekap: Rekap) -> Iterable[BarisRekap]:
    """The units, then all of them together."""
    return [*rekap.baris, *filter(None, [rekap.semua])]


def _hitung(ikut: Any, menurut: str) -> Hitungan:
    """Unit -> value of the column -> activities and people."""
    hasil: Hitungan = {}
    kolom = ExtractYear("pembinaan__tanggal_mulai") if menurut == PER_TAHUN else "pembinaan__jenis"
    kelompok = ikut.order_by().values_list("perangkat_daerah", kolom)
    for unit, nilai, kegiatan, peserta in kelompok.annotate(Count("pk"), Sum("jumlah_peserta")):
        hasil.setdefault(unit, {})[nilai] = (kegiatan, peserta)
    return hasil


def _hitung_semua(pembinaan: Any, menurut: str) -> dict[Any, tuple[int, int]]:
    kolom = ExtractYear("tanggal_mulai") if menurut == PER_TAHUN else "jenis"
    kelompok = pembinaan.order_by().values_list(kolom)
    return {n: (k, p) for n, k, p in kelompok.annotate(Count("pk"), Sum("jumlah_peserta"))}


def _kolom(
    menurut: str, tahun: int | None, jumlah: Mapping[Any, tuple[int, int]]
) -> Sequence[tuple[Any, str]]:
    if menurut == PER_JENIS:
        return [(satu.value, str(satu.label)) for satu in JenisPembinaan]
    return [(satu, str(satu)) for satu in ([tahun] if tahun else sorted(jumlah))]


def _baris(
    unit: PerangkatDaerah | None,
    angka: Mapping[Any, tuple[int, int]],
    kolom: Sequence[tuple[Any, str]],
    menurut: str,
    tahun: int | None,
    *,
    pernah: bool = True,
) -> BarisRekap:
    tetap: dict[str, Any] = {"keadaan": "terlaksana"}
    if unit:
        tetap["perangkat_daerah"] = unit.pk
    if tahun:
        tetap["tahun"] = tahun
    sel = [
        Sel(judul, *angka.get(nilai, (0, 0)), kueri=urlencode(tetap | {menurut: nilai}))
        for nilai, judul in kolom
    ]
    kegiatan, peserta = sum(s.kegiatan for s in sel), sum(s.peserta for s in sel)
    jumlah = Sel("Seluruhnya", kegiatan, peserta, urlencode(tetap))
    return BarisRekap(unit, sel, jumlah, pernah)
