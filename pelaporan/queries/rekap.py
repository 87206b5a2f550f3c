"""The recaps as tables: units, partners or kinds of cooperation against figures that open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from inti import lembar
from inti.grafik import Batang, Grafik
from kerjasama.enums import JenisKerjaSama
from kerjasama.models import PerangkatDaerah
from pelaporan.queries.rekap_angka import ANGKA, SEMUA, hitung
from pengawasan.enums import JenisKegiatan, JenisRekomendasi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from inti.models import Pengguna
    from pelaporan.domain.masa_rekap import Masa
    from pelaporan.queries.rekap_angka import Hitungan

# How a group is called in an address.
PARAMETER = {
    "unit": "perangkat_daerah",
    "mitra": "mitra",
    "jenis_kerja_sama": "kerja_sama",
}


@dataclass(frozen=True)
class Kolom:
    """A column: one figure, or one figure out of another (`dari`)."""

    judul: str
    kode: str
    dari: str = ""


TUGAS = (
    Kolom("Naskah berlaku", "naskah"),
    Kolom("Pemantauan terlaksana", "pemantauan_terlaksana", "pemantauan_tempo"),
    Kolom("Evaluasi terlaksana", "evaluasi_terlaksana", "evaluasi_tempo"),
    Kolom("Laporan mitra terpenuhi", "laporan_terpenuhi", "laporan_tempo"),
    Kolom("Tindak lanjut ditutup", "tindak_lanjut_tuntas", "tindak_lanjut"),
)
TKKSD = (
    *TUGAS,
    Kolom("Kegiatan dilaksanakan", "kegiatan"),
    Kolom("Rekomendasi diputuskan", "rekomendasi"),
    Kolom("Surat teguran", "teguran"),
)
GUBERNUR = (
    Kolom("Naskah berlaku", "naskah"),
    Kolom("Ditandatangani", "naskah_baru"),
    Kolom("Berakhir", "naskah_berakhir"),
    Kolom("Pemantauan terlaksana", "pemantauan_terlaksana", "pemantauan_tempo"),
    Kolom("Evaluasi terlaksana", "evaluasi_terlaksana", "evaluasi_tempo"),
)
MONEV = (
    Kolom("Naskah berlaku", "naskah"),
    Kolom("Pemantauan terlambat", "pemantauan_terlambat"),
    Kolom("Evaluasi terlambat", "evaluasi_terlambat"),
    Kolom("Lewat 12 bulan tanpa evaluasi", "lewat_12_bulan"),
    Kolom("Laporan mitra terlambat", "laporan_terlambat"),
    Kolom("Tindak lanjut terlambat", "tindak_lanjut_terlambat", "tindak_lanjut_terbuka"),
    Kolom("Pemantauan dalam 90 hari", "pemantauan_segera"),
    Kolom("Evaluasi dalam 90 hari", "evaluasi_segera"),
)
REKOMENDASI = [f"rekomendasi_{satu.value}" for satu in JenisRekomendasi]
SISA = ("pemantauan_belum", "evaluasi_belum", "laporan_belum", "tindak_lanjut_belum")


@dataclass(frozen=True)
class Sel:
    """One figure with the address of its rows; with `dari` it is so many out of those."""

    judul: str
    nilai: int
    href: str
    dari: int | None = None
    href_dari: str = ""


@dataclass(frozen=True)
class BarisRekap:
    """One group: its key and name, and a cell for each column."""

    kunci: Any
    nama: str
    sel: list[Sel]


@dataclass(frozen=True)
class Tabel:
    """The whole: what it is grouped by, the rows, and all of them together (or None)."""

    menurut: str
    judul: list[str]
    baris: list[BarisRekap]
    semua: BarisRekap | None


def alamat(kode: str, masa: Masa, kelompok: str = "", kunci: Any = None) -> str:
    """Where the rows behind a figure are listed."""
    kueri: dict[str, Any] = {"angka": kode, "masa": masa.kode}
    if kelompok:
        # A naskah without a kind is a group, too.
        kueri[PARAMETER[kelompok]] = kunci if kunci != "" else "tanpa"
    return f"{reverse('pelaporan:rekap-baris')}?{urlencode(kueri)}"


def tabel(
    kolom: Sequence[Kolom],
    hitungan: Hitungan,
    masa: Masa,
    *,
    kelompok: str,
    menurut: str,
    anggota: Iterable[tuple[Any, str]],
    total: bool,
) -> Tabel:
    """The figures laid out, one row for each member of the group."""
    return Tabel(
        menurut=menurut,
        judul=[k.judul for k in kolom],
        baris=[_baris(kolom, hitungan, masa, kelompok, *satu) for satu in anggota],
        semua=_baris(kolom, hitungan, masa, "", SEMUA, "Seluruhnya") if total else None,
    )


def _baris(
    kolom: Sequence[Kolom], hitungan: Hitungan, masa: Masa, kelompok: str, kunci: Any, nama: str
) -> BarisRekap:
    return BarisRekap(kunci, nama, [_sel(k, hitungan, masa, kelompok, kunci) for k in kolom])


def _sel(kolom: Kolom, hitungan: Hitungan, masa: Masa, kelompok: str, kunci: Any) -> Sel:
    nilai = hitungan[kolom.kode].get(kunci, 0)
    href = alamat(kolom.kode, masa, kelompok, kunci)
    if not kolom.dari:
        return Sel(kolom.judul, nilai, href)
    dari = hitungan[kolom.dari].get(kunci, 0)
    return Sel(kolom.judul, nilai, href, dari, alamat(kolom.dari, masa, kelompok, kunci))


def kode_kolom(kolom: Sequence[Kolom]) -> list[str]:
    """Every figure that the columns need, each once."""
    return list(dict.fromkeys(kode for k in kolom for kode in (k.kode, k.dari) if kode))


# --- The tables -----------------------------------------------------------------------------


def per_unit(
    kolom: Sequence[Kolom],
    pengguna: Pengguna | None,
    masa: Masa,
    *,
    unit: PerangkatDaerah | None,
    total: bool,
    lain: Sequence[str] = (),
    hari_ini: date,
) -> tuple[Tabel, Hitungan]:
    """Of the units that the person may know of and that have rows; a chosen unit in any case."""
    semua_unit = [unit] if unit else _unit(pengguna)
    hari = masa.dinilai_pada(hari_ini)
    kelompok: Mapping[str, Any] = {"unit": [u.pk for u in semua_unit]}
    kode = [*kode_kolom(kolom), *lain]
    hitungan = hitung(pengguna, masa, kode, kelompok=kelompok, total=total, hari_ini=hari)
    berisi = {pk for angka in hitungan.values() for pk, n in angka.items() if n}
    anggota = [(u.pk, u.nama) for u in semua_unit if u.pk in berisi or unit]
    isi = tabel(
        kolom, hitungan, masa, kelompok="unit", menurut="Perangkat Daerah", anggota=anggota,
        total=total,
    )  # fmt: skip
    return isi, hitungan


def _unit(pengguna: Pengguna | None) -> list[PerangkatDaerah]:
    """Those that the person may know of by name; all of them for a printed version."""
    semua = PerangkatDaerah.objects
    dikenal = semua.terlihat_oleh(pengguna) if pengguna else semua.all()
    return list(dikenal.order_by("nama").distinct())


def per_mitra(
    kolom: Sequence[Kolom], pengguna: Pengguna | None, masa: Masa, *, mitra: Sequence[Any]
) -> Tabel:
    """Of some partners, such as those of one page, on one day."""
    hitungan = hitung(
        pengguna,
        masa,
        kode_kolom(kolom),
        kelompok={"mitra": [m.pk for m in mitra]},
        total=False,
        hari_ini=masa.awal,
    )
    anggota = [(m.pk, m.nama) for m in mitra]
    return tabel(
        kolom, hitungan, masa, kelompok="mitra", menurut="Mitra", anggota=anggota, total=False
    )


def per_kerja_sama(
    kolom: Sequence[Kolom], pengguna: Pengguna | None, masa: Masa, *, hari_ini: date
) -> tuple[Tabel, Hitungan]:
    """By kind of cooperation; what has none yet is a row of its own, if there is any."""
    hitungan = hitung(
        pengguna,
        masa,
        kode_kolom(kolom),
        kelompok={"jenis_kerja_sama": None},
        hari_ini=masa.dinilai_pada(hari_ini),
    )
    anggota = [(satu.value, str(satu.label)) for satu in JenisKerjaSama]
    if any(angka.get("") for angka in hitungan.values()):
        anggota.append(("", "Belum ditentukan"))
    isi = tabel(
        kolom, hitungan, masa, kelompok="jenis_kerja_sama", menurut="Jenis kerja sama",
        anggota=anggota, total=True,
    )  # fmt: skip
    return isi, hitungan


def kolom_ekspor(isi: Tabel) -> tuple[lembar.Kolom, ...]:
    """The same table as a file; "so many out of so many" becomes two columns."""
    hasil = [lembar.Kolom(isi.menurut, lambda b: b.nama)]
    contoh = isi.baris[0] if isi.baris else isi.semua
    for ke, sel in enumerate(contoh.sel if contoh else ()):
        hasil.append(lembar.Kolom(sel.judul, _nilai(ke, "nilai")))
        if sel.dari is not None:
            hasil.append(lembar.Kolom(f"{sel.judul}, dari", _nilai(ke, "dari")))
    return tuple(hasil)


def _nilai(ke: int, nama: str) -> Callable[[BarisRekap], int]:
    return lambda baris: getattr(baris.sel[ke], nama)


def baris_ekspor(isi: Tabel) -> list[BarisRekap]:
    """The groups, then all of them together."""
    return [*isi.baris, *filter(None, [isi.semua])]


# --- The charts -----------------------------------------------------------------------------


def grafik_tugas(hitungan: Hitungan, kunci: Any = SEMUA) -> Grafik:
    """What fell due in the period: done, and not (yet)."""
    pasangan = (
        (str(JenisKegiatan.PEMANTAUAN.label), "pemantauan_terlaksana", "pemantauan_belum"),
        (str(JenisKegiatan.EVALUASI.label), "evaluasi_terlaksana", "evaluasi_belum"),
        ("Laporan mitra", "laporan_terpenuhi", "laporan_belum"),
        ("Tindak lanjut", "tindak_lanjut_tuntas", "tindak_lanjut_belum"),
    )
    return Grafik(
        kunci="tugas",
        judul="Yang jatuh tempo atau ditetapkan, dan yang sudah selesai",
        bagian=("Selesai", "Belum"),
        batang=[
            Batang(nama, [hitungan[a].get(kunci, 0), hitungan[b].get(kunci, 0)])
            for nama, a, b in pasangan
        ],
    )


def grafik_rekomendasi(hitungan: Hitungan) -> Grafik:
    """The decided recommendations by letter."""
    return Grafik(
        kunci="rekomendasi",
        judul="Rekomendasi yang diputuskan menurut Pasal 6 ayat (7)",
        bagian=("Rekomendasi",),
        batang=[Batang(ANGKA[k].label, [hitungan[k].get(SEMUA, 0)]) for k in REKOMENDASI],
    )


def grafik_kolom(isi: Tabel, kolom: int, *, judul: str, terbanyak: int = 10) -> Grafik:
    """One column of a table, the largest first; groups with nothing are left out."""
    urut = sorted(isi.baris, key=lambda b: (-b.sel[kolom].nilai, b.nama))
    berisi = [b for b in urut if b.sel[kolom].nilai][:terbanyak]
    return Grafik(
        kunci=f"kolom-{kolom}",
        judul=judul,
        bagian=(isi.judul[kolom],),
        batang=[Batang(b.nama, [b.sel[kolom].nilai]) for b in berisi],
    )


def grafik_terlambat(isi: Tabel) -> Grafik:
    """The groups with most that is late: obligations, and reports of the mitra."""
    jadwal, laporan = (1, 2), 4
    hitung_baris = [
        (b, sum(b.sel[k].nilai for k in jadwal), b.sel[laporan].nilai) for b in isi.baris
    ]
    urut = sorted(hitung_baris, key=lambda x: (-(x[1] + x[2]), x[0].nama))
    return Grafik(
        kunci="terlambat",
        judul="Yang terlambat, terbanyak lebih dahulu",
        bagian=("Pemantauan dan evaluasi", "Laporan mitra"),
        batang=[Batang(b.nama, [j, n]) for b, j, n in urut if j + n][:10],
    )
