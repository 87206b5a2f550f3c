"""What each letter of Pasal 6 ayat (7) opens, and what its follow-up needs to be closed."""

from __future__ import annotations

from dataclasses import dataclass

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import JenisRekomendasi as Huruf
from pengawasan.enums import JenisTindakLanjut as Jenis

JENIS = {
    Huruf.A: Jenis.PEMBARUAN,
    Huruf.B: Jenis.PEMBARUAN,
    Huruf.C: Jenis.PEMBARUAN,
    Huruf.D: Jenis.PEMENUHAN,
    Huruf.E: Jenis.PEMENUHAN,
    Huruf.F: Jenis.PENGAKHIRAN,
    Huruf.G: Jenis.TEGURAN,
    Huruf.H: Jenis.PROSES_HUKUM,
    Huruf.LAINNYA: Jenis.LAINNYA,
}
# What shows that it was done; for `lainnya` the report and its evidence are enough.
HASIL = {
    Jenis.PEMBARUAN: "addendum atau naskah pengganti yang memenuhinya",
    Jenis.PEMENUHAN: "butir hak dan kewajiban yang ditindaklanjuti",
    Jenis.PENGAKHIRAN: "pengakhiran naskah",
    Jenis.TEGURAN: "teguran yang sudah selesai",
    Jenis.PROSES_HUKUM: "tahap proses hukum yang ditempuh",
}


@dataclass(frozen=True)
class Hasil:
    """What there is to show: whether the result that the kind asks for is at hand, in words."""

    jenis: Jenis
    ada: bool
    uraian: str = ""

    @property
    def dibutuhkan(self) -> str:
        """What is asked for; empty where nothing is."""
        return HASIL.get(self.jenis, "")


def jenis(huruf: Huruf) -> Jenis:
    """The kind of a recommendation."""
    return JENIS[huruf]


def periksa_hasil(hasil: Hasil, *, catatan: str) -> Putusan:
    """Closed with its result, or with the reason why there is none."""
    if hasil.ada or not hasil.dibutuhkan or catatan.strip():
        return BOLEH
    return tolak(f"Sebutkan {hasil.dibutuhkan}, atau tuliskan pada catatan mengapa tidak ada.")
