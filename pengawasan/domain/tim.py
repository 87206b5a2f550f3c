"""The Tim Pengawasan of Pasal 8 ayat (2): which seats must be filled."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import Kedudukan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date


@dataclass(frozen=True)
class Kursi:
    """A seat that the article names: its code in the list of jabatan, and its name there."""

    kode: str
    kedudukan: Kedudukan
    nama: str

    @property
    def sebutan(self) -> str:
        """`Ketua (Kepala Bagian Kerja Sama)`."""
        return f"{self.kedudukan.label} ({self.nama})"


# In the order of the article.
KURSI = (
    Kursi("kabag-kerja-sama", Kedudukan.KETUA, "Kepala Bagian Kerja Sama"),
    Kursi(
        "kasubag-pengendalian", Kedudukan.SEKRETARIS, "Kepala Sub Bagian Pengendalian Kerja Sama"
    ),
    Kursi(
        "kasubag-pengembangan", Kedudukan.ANGGOTA_TETAP, "Kepala Sub Bagian Pengembangan Kerja Sama"
    ),
    Kursi(
        "kasubag-tata-kelola", Kedudukan.ANGGOTA_TETAP, "Kepala Sub Bagian Tata Kelola Kerja Sama"
    ),
    Kursi("kasubag-bantuan-hukum", Kedudukan.ANGGOTA_TETAP, "Kepala Sub Bagian Bantuan Hukum"),
)
KODE_KURSI = frozenset(k.kode for k in KURSI)
KETUA_TKKSD = "sekda"
KETUA_TIM = next(k.kode for k in KURSI if k.kedudukan == Kedudukan.KETUA)


@dataclass(frozen=True)
class Pengecualian:
    """Why a fixed seat is empty, and who does its work or until when it is."""

    kode: str
    alasan: str
    pengganti: str = ""
    sampai: date | None = None


def cacat_pengecualian(
    pengecualian: Pengecualian, *, nama: str, tanggal: date
) -> tuple[str, str] | None:
    """The field that is wrong and the sentence for it; None when the exception is sound.

    `nama` is the seat's, `tanggal` the day of the letter.
    """
    if not pengecualian.alasan.strip():
        return "alasan", f"{nama} kosong: isi orangnya, atau tulis alasannya (Pasal 8 ayat (2))."
    if not pengecualian.pengganti.strip() and pengecualian.sampai is None:
        return "pengganti", f"{nama}: sebutkan yang menjalankan tugasnya, atau kosong sampai kapan."
    if pengecualian.sampai and pengecualian.sampai < tanggal:
        return "sampai", f"{nama}: tanggal ini sudah lewat pada tanggal surat."
    return None


def kalimat_pengecualian(kursi: str, alasan: str, pengganti: str, sampai: date | None) -> str:
    """The exception in one sentence, as pages and papers print it."""
    bagian = [f"{kursi} kosong: {alasan.rstrip('.')}"]
    if pengganti:
        bagian.append(f"tugasnya dijalankan {pengganti}")
    if sampai:
        bagian.append(f"sampai dengan {tanggal_indonesia(sampai)}")
    return f"{', '.join(bagian)}."


def periksa_tim(
    anggota: Collection[tuple[str, str]],
    *,
    pengecualian: Collection[Pengecualian],
    tanggal: date,
) -> Putusan:
    """Whether the team may be assigned: every fixed seat filled once, or excepted by name.

    `anggota` are name and seat code (empty for a member without a fixed seat).
    """
    if not anggota:
        return tolak("Surat tugas harus menyebut sedikitnya satu orang.")
    for (nama, _), jumlah in Counter(anggota).items():
        if jumlah > 1:
            return tolak(f"{nama} tercantum dua kali dalam tim.")
    kursi = Counter(kode for _, kode in anggota if kode in KODE_KURSI)
    if any(jumlah > 1 for jumlah in kursi.values()):
        return tolak("Satu kedudukan tetap hanya dapat diisi satu orang.")
    return _periksa_kosong(set(kursi), pengecualian, tanggal)


def _periksa_kosong(
    terisi: set[str], pengecualian: Collection[Pengecualian], tanggal: date
) -> Putusan:
    """Every empty seat has its own exception, and no other seat has one."""
    ada = {p.kode: p for p in pengecualian}
    if len(ada) < len(pengecualian) or ada.keys() - (KODE_KURSI - terisi):
        return tolak(
            "Pengecualian hanya untuk kedudukan tetap yang kosong, satu untuk masing-masing."
        )
    for satu in (k for k in KURSI if k.kode not in terisi):
        milik = ada.get(satu.kode, Pengecualian(satu.kode, ""))
        if cacat := cacat_pengecualian(milik, nama=satu.sebutan, tanggal=tanggal):
            return tolak(cacat[1])
    return BOLEH


def periksa_tanggal_surat(
    tanggal: date, *, tanggal_ttd: Iterable[date | None], hari_ini: date
) -> Putusan:
    """Whether the letter may bear this date, given when its naskah were signed."""
    if tanggal > hari_ini:
        return tolak("Tanggal surat tugas tidak boleh di masa depan.")
    if any(ttd is None or tanggal < ttd for ttd in tanggal_ttd):
        return tolak("Tanggal surat tugas tidak boleh sebelum naskah ditandatangani.")
    return BOLEH
