"""What the recaps count: from which rows, for whom they are, and how such a row is listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah
from kerjasama.models.pihak import menjadi_pihak
from pelaporan.enums import StatusKewajibanLaporan
from pelaporan.models import KewajibanLaporan
from pengawasan.enums import StatusJadwal, StatusRekomendasi, StatusSuratTeguran
from pengawasan.models import Jadwal, Kegiatan, Rekomendasi, SuratTeguran, TindakLanjut

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pelaporan.domain.masa_rekap import Masa


# Owed, done or closed: neither what was replaced nor what follows if all goes well.
NYATA = (StatusJadwal.TERBUKA, StatusJadwal.TERLAKSANA, StatusJadwal.DITUTUP)
# Agreed to by the chair; the team's own proposals are its own until then.
DIPUTUSKAN = (
    StatusRekomendasi.DISETUJUI,
    StatusRekomendasi.MENUNGGU_WALIKOTA,
    StatusRekomendasi.DITOLAK,
)


@dataclass(frozen=True)
class BarisAngka:
    """One row behind a figure: what it is, when, where it stands, and where it opens."""

    uraian: str
    naskah: Naskah
    tanggal: date | None
    keadaan: str
    href: str


@dataclass(frozen=True)
class Sumber:
    """Rows that figures are counted from; `naskah` is the path from such a row to its naskah.

    `unit` and `mitra` are the paths to whom a row belongs: exactly one row per pair, so that
    nothing is counted twice in one group. `pihak` leads to the party by which a row belongs to a
    mitra; empty where the row is of one mitra itself, whatever it is a party of.
    """

    nama: str
    model: Any
    dihitung: Callable[[QuerySet[Any]], QuerySet[Any]]
    naskah: str
    unit: str
    mitra: str
    pihak: str
    urutan: str
    ikut: tuple[str, ...]
    baris: Callable[[Any], BarisAngka]

    def dasar(self, pengguna: Pengguna | None) -> QuerySet[Any]:
        """What counts of the rows that the person may know of.

        Without a person all of them: for a printed version, whose readers its own row decides.
        """
        semua = self.model.objects
        return self.dihitung(semua.terlihat_oleh(pengguna) if pengguna else semua.all())

    def terhitung(self, kelompok: str, masa: Masa) -> Q:
        """Of a mitra only rows of naskah to which it was a party within the period."""
        if kelompok != "mitra" or not self.pihak:
            return Q()
        return menjadi_pihak(masa.awal, masa.akhir, self.pihak)

    def jalur(self, kelompok: str) -> str:
        """The path from a row to what it is grouped by."""
        if kelompok == "unit":
            return self.unit
        if kelompok == "mitra":
            return self.mitra
        return f"{self.naskah}{kelompok}"


def _biasa(awal: str) -> dict[str, str]:
    """The paths of a row that belongs to the units and the mitra of its naskah."""
    return {
        "naskah": awal,
        "unit": f"{awal}keterlibatan__perangkat_daerah",
        "mitra": f"{awal}pihak__mitra",
        "pihak": f"{awal}pihak__",
    }


def _baris_naskah(n: Naskah) -> BarisAngka:
    return BarisAngka(
        n.get_jenis_display(), n, n.tanggal_ttd, n.get_status_display(), n.get_absolute_url()
    )


def _baris_jadwal(j: Jadwal) -> BarisAngka:
    uraian = f"{j.get_jenis_display()} giliran ke-{j.ke}"
    href = reverse("pengawasan:jadwal-rincian", args=[j.pk])
    return BarisAngka(uraian, j.naskah, j.jatuh_tempo, j.get_status_display(), href)


def _baris_kegiatan(k: Kegiatan) -> BarisAngka:
    uraian = f"{k.get_jenis_display()} {k.get_sifat_display().lower()}"
    return BarisAngka(
        uraian, k.naskah, k.tanggal_pelaksanaan, k.get_status_display(), k.get_absolute_url()
    )


def _baris_kewajiban(k: KewajibanLaporan) -> BarisAngka:
    laporan = getattr(k, "laporan", None)
    href = laporan.get_absolute_url() if laporan and laporan.putaran else ""
    return BarisAngka(str(k), k.naskah, k.jatuh_tempo, k.get_status_display(), href)


def _baris_rekomendasi(r: Rekomendasi) -> BarisAngka:
    kegiatan = r.baris.matrik.kegiatan
    tanggal = timezone.localdate(r.diputuskan_pada) if r.diputuskan_pada else None
    uraian = f"{r}: {r.get_jenis_display()}"
    return BarisAngka(
        uraian, kegiatan.naskah, tanggal, r.get_status_display(), kegiatan.get_absolute_url()
    )


def _baris_tindak_lanjut(t: TindakLanjut) -> BarisAngka:
    return BarisAngka(str(t), t.naskah, t.tenggat, t.get_status_display(), t.get_absolute_url())


def _baris_teguran(s: SuratTeguran) -> BarisAngka:
    kasus = s.teguran
    uraian = f"SP{s.tingkat} kepada {kasus.mitra}"
    return BarisAngka(
        uraian, kasus.naskah, s.tanggal, s.get_status_display(), kasus.get_absolute_url()
    )


NASKAH = Sumber(
    nama="naskah",
    model=Naskah,
    dihitung=lambda semua: semua.exclude(status=StatusNaskah.DRAF),
    **_biasa(""),
    urutan="tanggal_ttd",
    ikut=(),
    baris=_baris_naskah,
)
JADWAL = Sumber(
    nama="jadwal",
    model=Jadwal,
    dihitung=lambda semua: semua.filter(status__in=NYATA),
    **_biasa("naskah__"),
    urutan="jatuh_tempo",
    ikut=("naskah",),
    baris=_baris_jadwal,
)
KEGIATAN = Sumber(
    nama="kegiatan",
    model=Kegiatan,
    dihitung=lambda semua: semua.exclude(tanggal_pelaksanaan=None),
    **_biasa("naskah__"),
    urutan="tanggal_pelaksanaan",
    ikut=("naskah",),
    baris=_baris_kegiatan,
)
KEWAJIBAN = Sumber(
    nama="kewajiban",
    model=KewajibanLaporan,
    dihitung=lambda semua: semua.exclude(status=StatusKewajibanLaporan.DIGANTIKAN),
    naskah="naskah__",
    unit="naskah__keterlibatan__perangkat_daerah",
    mitra="mitra",
    pihak="",
    urutan="jatuh_tempo",
    ikut=("naskah", "mitra", "laporan"),
    baris=_baris_kewajiban,
)
REKOMENDASI = Sumber(
    nama="rekomendasi",
    model=Rekomendasi,
    dihitung=lambda semua: semua.filter(status__in=DIPUTUSKAN),
    **_biasa("baris__matrik__kegiatan__naskah__"),
    urutan="diputuskan_pada",
    ikut=("baris__matrik__kegiatan__naskah",),
    baris=_baris_rekomendasi,
)
TINDAK_LANJUT = Sumber(
    nama="tindak_lanjut",
    model=TindakLanjut,
    dihitung=lambda semua: semua,
    naskah="naskah__",
    # Of who answers for it, not of every unit of the naskah.
    unit="perangkat_daerah",
    mitra="naskah__pihak__mitra",
    pihak="naskah__pihak__",
    urutan="tenggat",
    ikut=("naskah",),
    baris=_baris_tindak_lanjut,
)
TEGURAN = Sumber(
    nama="teguran",
    model=SuratTeguran,
    dihitung=lambda semua: semua.exclude(status=StatusSuratTeguran.DIBATALKAN),
    naskah="teguran__naskah__",
    unit="teguran__naskah__keterlibatan__perangkat_daerah",
    mitra="teguran__mitra",
    pihak="",
    urutan="tanggal",
    ikut=("teguran__naskah", "teguran__mitra"),
    baris=_baris_teguran,
)
