"""When a kegiatan is documented: the results that its report will stand on are all there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.formats import rangkai
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import JenisKegiatan, Metode

if TYPE_CHECKING:
    from collections.abc import Sequence

# A sentence of forty rows helps nobody; the matrix marks them all.
BARIS_DISEBUT = 10


@dataclass(frozen=True)
class Hasil:
    """What was recorded of one kegiatan, in plain values.

    `baris_kurang` are the numbers of the rows of the matrix that leave a column blank.
    """

    jenis: JenisKegiatan
    metode: Metode
    analisa: bool = False
    ba_tinjau: bool = False
    hadirin: int = 0
    notulensi: bool = False
    baris_matrik: int = 0
    baris_kurang: Sequence[int] = ()
    alasan_tanpa_tinjau: str = ""
    hasil_wawancara: str = ""


@dataclass(frozen=True)
class Syarat:
    """One result that must be there, and what is missing of it."""

    nama: str
    kurang: str = ""

    @property
    def terpenuhi(self) -> bool:
        """Nothing is missing."""
        return not self.kurang


def syarat(hasil: Hasil) -> list[Syarat]:
    """Pasal 6 ayat (2) for a pemantauan; for an evaluasi ayat (4) and (6) and its meeting."""
    if hasil.jenis == JenisKegiatan.EVALUASI:
        return [
            _syarat("daftar hadir", "belum diisi", ada=hasil.hadirin),
            _syarat("notulensi", "belum ditulis", ada=hasil.notulensi),
            Syarat("matrik hasil evaluasi", _kurang_matrik(hasil)),
            _syarat(
                "unsur (b) tinjau lokasi",
                "belum ada berita acaranya yang diverifikasi dan belum diberi alasan",
                ada=hasil.ba_tinjau or hasil.alasan_tanpa_tinjau.strip(),
            ),
            _syarat(
                "unsur (c) wawancara dan dokumentasi",
                "belum ditulis",
                ada=hasil.hasil_wawancara.strip(),
            ),
        ]
    if hasil.metode == Metode.DOKUMEN:
        return [_syarat("analisa laporan mitra", "belum ditulis", ada=hasil.analisa)]
    return [_syarat("berita acara tinjau lokasi", "belum diverifikasi", ada=hasil.ba_tinjau)]


def periksa(hasil: Hasil) -> Putusan:
    """Whether it may be stated to be complete; names each missing thing."""
    kurang = [f"{s.nama} {s.kurang}" for s in syarat(hasil) if not s.terpenuhi]
    return tolak(f"Dokumentasi belum lengkap: {'; '.join(kurang)}.") if kurang else BOLEH


def _syarat(nama: str, kurang: str, *, ada: object) -> Syarat:
    return Syarat(nama, "" if ada else kurang)


def _kurang_matrik(hasil: Hasil) -> str:
    if not hasil.baris_matrik:
        return "belum diisi"
    if not hasil.baris_kurang:
        return ""
    disebut = [str(nomor) for nomor in hasil.baris_kurang[:BARIS_DISEBUT]]
    sisa = len(hasil.baris_kurang) - BARIS_DISEBUT
    lain = f" dan {sisa} baris lain" if sisa > 0 else ""
    baris = ", ".join(disebut) if lain else rangkai(disebut)
    return f"masih berkolom kosong pada baris {baris}{lain}"
