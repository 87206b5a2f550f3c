"""The figures of the recaps: each is one condition, counted for many groups at once or listed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, IntegerField, Q, Value
from django.utils import timezone

from kerjasama.enums import STATUS_BERLAKU
from pelaporan.enums import StatusKewajibanLaporan
from pelaporan.queries import rekap_sumber as sumber
from pengawasan.enums import (
    JenisKegiatan,
    JenisRekomendasi,
    StatusJadwal,
    StatusTindakLanjut,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pelaporan.domain.masa_rekap import Masa
    from pelaporan.queries.rekap_sumber import Sumber

SEMUA = None
# How far ahead "soon" reaches in the status of the supervision.
SEGERA = timedelta(days=90)


@dataclass(frozen=True)
class Angka:
    """One figure: what it counts, of which rows, and the article that it stands on."""

    kode: str
    label: str
    sumber: Sumber
    syarat: Callable[[Masa, date], Q]


# --- Conditions -----------------------------------------------------------------------------


def _antara(kolom: str) -> Callable[[Masa, date], Q]:
    return lambda masa, _: Q(**{f"{kolom}__range": (masa.awal, masa.akhir)})


def _pada(kolom: str) -> Callable[[Masa, date], Q]:
    """The same for a moment: from the first second of the period to its last."""

    def syarat(masa: Masa, _: date) -> Q:
        awal = timezone.make_aware(datetime.combine(masa.awal, time.min))
        lewat = timezone.make_aware(datetime.combine(masa.akhir + timedelta(days=1), time.min))
        return Q(**{f"{kolom}__gte": awal, f"{kolom}__lt": lewat})

    return syarat


def dalam_masa(masa: Masa, _: date) -> Q:
    """In force on some day of the period, the last day of the naskah included."""
    return (
        Q(tanggal_ttd__lte=masa.akhir)
        & (Q(tanggal_berakhir=None) | Q(tanggal_berakhir__gte=masa.awal))
        & (Q(tanggal_diakhiri=None) | Q(tanggal_diakhiri__gte=masa.awal))
    )


def _berakhir(masa: Masa, _: date) -> Q:
    """Its last day, whichever way it ends, lies in the period."""
    rentang = (masa.awal, masa.akhir)
    habis = Q(tanggal_berakhir__range=rentang) & (
        Q(tanggal_diakhiri=None) | Q(tanggal_diakhiri__gte=F("tanggal_berakhir"))
    )
    diakhiri = Q(tanggal_diakhiri__range=rentang) & (
        Q(tanggal_berakhir=None) | Q(tanggal_berakhir__gte=F("tanggal_diakhiri"))
    )
    return habis | diakhiri


def _dan(*syarat: Callable[[Masa, date], Q]) -> Callable[[Masa, date], Q]:
    def semua(masa: Masa, hari_ini: date) -> Q:
        hasil = Q()
        for satu in syarat:
            hasil &= satu(masa, hari_ini)
        return hasil

    return semua


def _tetap(**kolom: Any) -> Callable[[Masa, date], Q]:
    return lambda _, __: Q(**kolom)


def _jadwal_lewat(_: Masa, hari_ini: date) -> Q:
    tenggat = Q(ditunda_sampai=None, jatuh_tempo__lt=hari_ini) | Q(ditunda_sampai__lt=hari_ini)
    return tenggat & Q(status=StatusJadwal.TERBUKA)


def _jadwal_segera(_: Masa, hari_ini: date) -> Q:
    rentang = (hari_ini, hari_ini + SEGERA)
    tenggat = Q(ditunda_sampai=None, jatuh_tempo__range=rentang) | Q(ditunda_sampai__range=rentang)
    return tenggat & Q(status=StatusJadwal.TERBUKA)


def _laporan_lewat(_: Masa, hari_ini: date) -> Q:
    return Q(status=StatusKewajibanLaporan.TERBUKA, batas__lt=hari_ini)


def _lewat_12(_: Masa, hari_ini: date) -> Q:
    return Q(status__in=STATUS_BERLAKU, perencanaan__lewat_pada__lte=hari_ini)


def _tindak_lanjut_lewat(_: Masa, hari_ini: date) -> Q:
    return ~Q(status=StatusTindakLanjut.DITUTUP) & Q(tenggat__lt=hari_ini)


# --- The figures ----------------------------------------------------------------------------

_TEMPO = _antara("jatuh_tempo")
_TUNTAS = _tetap(status=StatusTindakLanjut.DITUTUP)
_TERSISA = _tetap(status__in=[s for s in StatusTindakLanjut if s != StatusTindakLanjut.DITUTUP])


def _jadwal(jenis: JenisKegiatan) -> list[Angka]:
    nama, kata = jenis.value, str(jenis.label)
    satu_jenis = _dan(_tetap(jenis=jenis), _TEMPO)
    terlaksana = _dan(satu_jenis, _tetap(status=StatusJadwal.TERLAKSANA))
    belum = _dan(satu_jenis, _tetap(status=StatusJadwal.TERBUKA))
    lewat = _dan(_tetap(jenis=jenis), _jadwal_lewat)
    segera = _dan(_tetap(jenis=jenis), _jadwal_segera)
    return [
        Angka(f"{nama}_tempo", f"{kata} jatuh tempo", sumber.JADWAL, satu_jenis),
        Angka(f"{nama}_terlaksana", f"{kata} terlaksana", sumber.JADWAL, terlaksana),
        Angka(f"{nama}_belum", f"{kata} belum terlaksana", sumber.JADWAL, belum),
        Angka(f"{nama}_terlambat", f"{kata} terlambat", sumber.JADWAL, lewat),
        Angka(f"{nama}_segera", f"{kata} dalam 90 hari", sumber.JADWAL, segera),
    ]


def _rekomendasi() -> list[Angka]:
    pada = _pada("diputuskan_pada")
    return [
        Angka("rekomendasi", "Rekomendasi diputuskan", sumber.REKOMENDASI, pada),
        *(
            Angka(
                f"rekomendasi_{satu.value}",
                str(satu.label) if satu == JenisRekomendasi.LAINNYA
                else f"Huruf {satu.value}: {satu.label}",
                sumber.REKOMENDASI,
                _dan(pada, _tetap(jenis=satu)),
            )
            for satu in JenisRekomendasi
        ),
    ]  # fmt: skip


_SEMUA = [
    Angka("naskah", "Naskah yang berlaku", sumber.NASKAH, dalam_masa),
    Angka("naskah_baru", "Naskah ditandatangani", sumber.NASKAH, _antara("tanggal_ttd")),
    Angka("naskah_berakhir", "Naskah berakhir", sumber.NASKAH, _berakhir),
    Angka("lewat_12_bulan", "Lewat 12 bulan tanpa evaluasi", sumber.NASKAH, _lewat_12),
    *_jadwal(JenisKegiatan.PEMANTAUAN),
    *_jadwal(JenisKegiatan.EVALUASI),
    Angka(
        "kegiatan", "Kegiatan dilaksanakan", sumber.KEGIATAN, _antara("tanggal_pelaksanaan")
    ),
    Angka("laporan_tempo", "Laporan mitra jatuh tempo", sumber.KEWAJIBAN, _TEMPO),
    Angka(
        "laporan_terpenuhi",
        "Laporan mitra terpenuhi",
        sumber.KEWAJIBAN,
        _dan(_TEMPO, _tetap(status=StatusKewajibanLaporan.TERPENUHI)),
    ),
    Angka(
        "laporan_belum",
        "Laporan mitra belum terpenuhi",
        sumber.KEWAJIBAN,
        _dan(_TEMPO, _tetap(status=StatusKewajibanLaporan.TERBUKA)),
    ),
    Angka("laporan_terlambat", "Laporan mitra terlambat", sumber.KEWAJIBAN, _laporan_lewat),
    *_rekomendasi(),
    Angka("tindak_lanjut", "Tindak lanjut ditetapkan", sumber.TINDAK_LANJUT, _pada("dibuat_pada")),
    Angka(
        "tindak_lanjut_tuntas",
        "Tindak lanjut ditutup",
        sumber.TINDAK_LANJUT,
        _dan(_pada("dibuat_pada"), _TUNTAS),
    ),
    Angka(
        "tindak_lanjut_belum",
        "Tindak lanjut belum ditutup",
        sumber.TINDAK_LANJUT,
        _dan(_pada("dibuat_pada"), _TERSISA),
    ),
    Angka("tindak_lanjut_terbuka", "Tindak lanjut terbuka", sumber.TINDAK_LANJUT, _TERSISA),
    Angka(
        "tindak_lanjut_terlambat",
        "Tindak lanjut terlambat",
        sumber.TINDAK_LANJUT,
        _tindak_lanjut_lewat,
    ),
    Angka("teguran", "Surat teguran terbit", sumber.TEGURAN, _antara("tanggal")),
]  # fmt: skip
ANGKA: dict[str, Angka] = {satu.kode: satu for satu in _SEMUA}


# --- Counting and listing -------------------------------------------------------------------

Hitungan = dict[str, dict[Any, int]]


def hitung(
    pengguna: Pengguna | None,
    masa: Masa,
    kode: Sequence[str],
    *,
    kelompok: Mapping[str, Iterable[Any] | None],
    total: bool = True,
    hari_ini: date,
) -> Hitungan:
    """Every figure for every group, and for all together under `SEMUA`, in one statement.

    `kelompok` has one entry: by what is grouped, and which groups (None: all). A row of several
    groups counts in each; under `SEMUA` it counts once.
    """
    [(nama, anggota)] = kelompok.items()
    bagian: list[QuerySet[Any, Any]] = []
    per_sumber: dict[str, list[Angka]] = defaultdict(list)
    for satu in kode:
        per_sumber[ANGKA[satu].sumber.nama].append(ANGKA[satu])
    lebar = max(len(semua) for semua in per_sumber.values())
    for semua in per_sumber.values():
        asal = semua[0].sumber
        jalur, baris = asal.jalur(nama), asal.dasar(pengguna).order_by()
        # In one condition with the group: the same party has to satisfy both.
        milik = Q(**{f"{jalur}__in": list(anggota)}) if anggota is not None else Q()
        terpilih = baris.filter(milik & asal.terhitung(nama, masa))
        bagian.append(_bagian(terpilih, F(jalur), semua, lebar, masa, hari_ini))
        if total:
            # What belongs to none of the groups counts here as well.
            bagian.append(_bagian(baris, _TANPA[nama], semua, lebar, masa, hari_ini))
    return _susun(bagian, per_sumber)


# The total stands beside the groups in one column, so it needs a value of their type.
_TANPA = {"unit": Value(0), "mitra": Value(0), "jenis_kerja_sama": Value("-")}


def _bagian(
    baris: QuerySet[Any],
    grup: Any,
    semua: Sequence[Angka],
    lebar: int,
    masa: Masa,
    hari_ini: date,
) -> QuerySet[Any, Any]:
    """The figures of one source as rows of one shape: source, group, counts."""
    hitungan: dict[str, Any] = {
        f"n{ke}": Count("pk", filter=satu.syarat(masa, hari_ini)) for ke, satu in enumerate(semua)
    }
    kosong = {f"n{ke}": Value(0, output_field=IntegerField()) for ke in range(len(semua), lebar)}
    kolom = [f"n{ke}" for ke in range(lebar)]
    dasar = baris.annotate(asal=Value(semua[0].sumber.nama), grup=grup).values("asal", "grup")
    hasil: QuerySet[Any, Any] = dasar.annotate(**hitungan, **kosong)
    return hasil.values_list("asal", "grup", *kolom)


def _susun(bagian: list[QuerySet[Any, Any]], per_sumber: Mapping[str, list[Angka]]) -> Hitungan:
    hasil: Hitungan = {a.kode: defaultdict(int) for semua in per_sumber.values() for a in semua}
    satu, *lain = bagian
    for asal, grup, *angka in satu.union(*lain, all=True):
        kunci = SEMUA if grup in {0, "-"} else grup
        # Figures of the source, then the padding that gives all sources one width.
        for milik, nilai in zip(per_sumber[asal], angka, strict=False):
            hasil[milik.kode][kunci] = nilai
    return hasil


def baris_angka(
    pengguna: Pengguna | None,
    kode: str,
    masa: Masa,
    *,
    saringan: Mapping[str, Any],
    hari_ini: date,
) -> QuerySet[Any]:
    """The rows behind a figure, narrowed to groups: `{"unit": pk}`, `{"mitra": pk}`."""
    angka = ANGKA[kode]
    baris = angka.sumber.dasar(pengguna).filter(angka.syarat(masa, hari_ini))
    for kelompok, nilai in saringan.items():
        milik = Q(**{angka.sumber.jalur(kelompok): nilai})
        baris = baris.filter(milik & angka.sumber.terhitung(kelompok, masa))
    urutan = angka.sumber.urutan
    return baris.select_related(*angka.sumber.ikut).order_by(f"-{urutan}", "-pk")
