"""The Tim Pengawasan of Pasal 8 ayat (2): which seats must be filled."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

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


def kursi_kosong(terisi: Iterable[str]) -> list[str]:
    """The names of the fixed seats whose code is not in `terisi`, in the order of the article."""
    ada = set(terisi)
    return [f"{k.kedudukan.label} ({k.nama})" for k in KURSI if k.kode not in ada]


def periksa_tim(anggota: Collection[tuple[str, str]], *, penjelasan: str) -> Putusan:
    """Whether the team may be assigned: every fixed seat filled once, or the empty one explained.

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
    kosong = kursi_kosong(kursi)
    if kosong and not penjelasan.strip():
        return tolak(
            f"Kedudukan berikut kosong: {', '.join(kosong)}. Isi orangnya, atau jelaskan mengapa "
            "kosong (Pasal 8 ayat (2))."
        )
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
