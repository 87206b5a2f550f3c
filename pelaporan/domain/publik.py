"""What the public may know of a naskah: one list of columns, and how each is said. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from inti.formats import tanggal_indonesia
from kerjasama.enums import STATUS_BERLAKU, JenisMitra
from pelaporan.enums import KeadaanPublik, KetepatanPengawasan

if TYPE_CHECKING:
    from collections.abc import Iterable

PERORANGAN = "Perorangan"


@dataclass(frozen=True)
class KolomPublik:
    """One published column, and the model fields it is made from; nothing else is published."""

    kode: str
    judul: str
    sumber: tuple[str, ...]


KOLOM = (
    KolomPublik("nomor", "Nomor", ("kerjasama.naskah.nomor",)),
    KolomPublik("tentang", "Tentang", ("kerjasama.naskah.judul",)),
    KolomPublik("jenis", "Jenis naskah", ("kerjasama.naskah.jenis",)),
    KolomPublik("jenis_kerja_sama", "Jenis kerja sama", ("kerjasama.naskah.jenis_kerja_sama",)),
    KolomPublik("urusan", "Urusan pemerintahan", ("kerjasama.urusan.nama",)),
    KolomPublik("mitra", "Mitra", ("kerjasama.mitra.nama", "kerjasama.mitra.jenis")),
    KolomPublik("perangkat_daerah", "Perangkat Daerah", ("kerjasama.perangkatdaerah.nama",)),
    KolomPublik("tanggal_ttd", "Ditandatangani", ("kerjasama.naskah.tanggal_ttd",)),
    KolomPublik("tanggal_berakhir", "Berlaku sampai", ("kerjasama.naskah.tanggal_berakhir",)),
    KolomPublik("keadaan", "Keadaan", ("kerjasama.naskah.status",)),
    KolomPublik(
        "pengawasan",
        "Pengawasan",
        (
            "pengawasan.jadwal.status",
            "pengawasan.jadwal.jatuh_tempo",
            "pengawasan.jadwal.ditunda_sampai",
        ),
    ),
)
# Who publishes: what the frame of every public page says.
BINGKAI = (
    "inti.pemerintah.nama",
    "inti.pemerintah.unit_kerja_sama",
    "inti.pemerintah.dasar_hukum",
)


@dataclass(frozen=True)
class BarisPublik:
    """One naskah as the public sees it: its key in the address, then the columns of KOLOM."""

    pk: int
    nomor: str
    tentang: str
    jenis: str
    jenis_kerja_sama: str
    urusan: str
    mitra: tuple[str, ...]
    perangkat_daerah: tuple[str, ...]
    tanggal_ttd: date
    tanggal_berakhir: date | None
    keadaan: KeadaanPublik
    pengawasan: KetepatanPengawasan

    def pasangan(self) -> list[tuple[str, str]]:
        """Heading and words of every column, in order."""
        return [(kolom.judul, kata(getattr(self, kolom.kode))) for kolom in KOLOM]

    def lembar(self) -> list[str]:
        """The cells of a spreadsheet row: dates as ISO, choices in words, nothing as nothing."""
        return [_sel(getattr(self, kolom.kode)) for kolom in KOLOM]

    def polos(self) -> dict[str, Any]:
        """As JSON takes it: dates and codes as they are, several names as a list."""
        return {f.name: _polos(getattr(self, f.name)) for f in fields(self)}


def nama_mitra(pihak: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Names from (name, kind); a person is not named."""
    nama = (PERORANGAN if jenis == JenisMitra.PERORANGAN else nama for nama, jenis in pihak)
    return tuple(sorted(nama))


def keadaan(status: str, berakhir: date | None, *, per: date) -> KeadaanPublik:
    """In force through its last day; past it, the public is told so before anyone records it."""
    if status not in STATUS_BERLAKU:
        return KeadaanPublik(status)
    if berakhir is not None and berakhir < per:
        return KeadaanPublik.LEWAT
    return KeadaanPublik.BERLAKU


def ketepatan(*, berjadwal: bool, terlambat: bool) -> KetepatanPengawasan:
    """On time: there is a plan, and nothing that is owed is past its date."""
    if terlambat:
        return KetepatanPengawasan.TERLAMBAT
    if berjadwal:
        return KetepatanPengawasan.TEPAT_WAKTU
    return KetepatanPengawasan.BELUM_DIJADWALKAN


def kata(nilai: Any) -> str:
    """A value in words; a dash for nothing."""
    if isinstance(nilai, date):
        return tanggal_indonesia(nilai)
    if isinstance(nilai, KeadaanPublik | KetepatanPengawasan):
        return str(nilai.label)
    if isinstance(nilai, tuple):
        return "; ".join(nilai) or "–"
    return nilai or "–"


def _sel(nilai: Any) -> str:
    if isinstance(nilai, date):
        return nilai.isoformat()
    return "" if nilai in (None, "", ()) else kata(nilai)


def _polos(nilai: Any) -> Any:
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, KeadaanPublik | KetepatanPengawasan):
        return nilai.value
    return list(nilai) if isinstance(nilai, tuple) else nilai
