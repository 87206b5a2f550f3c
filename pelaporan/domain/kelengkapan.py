"""The completeness gate of Pasal 10: nothing is sent until every letter is satisfied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.formats import rangkai
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import JenisKegiatan

if TYPE_CHECKING:
    from collections.abc import Sequence

# A sentence of forty rows helps nobody; the editor marks them all.
BARIS_DISEBUT = 10


@dataclass(frozen=True)
class Bahan:
    """What there is to attach.

    `mitra_tanpa_laporan` names the partners that gave no report; `baris_kurang` are the numbers
    of the rows of the matrix that leave a column blank, with the headings of those columns.
    """

    mitra_tanpa_laporan: Sequence[str] = ()
    pernyataan: str = ""
    ba_rapat: bool = False
    ba_tinjau: bool = False
    alasan_tanpa_tinjau: str = ""
    hadirin: int = 0
    notulensi: bool = False
    baris_matrik: int = 0
    baris_kurang: Sequence[tuple[int, Sequence[str]]] = ()
    hasil_wawancara: str = ""


@dataclass(frozen=True)
class Syarat:
    """One letter of Pasal 10 (or an element of Pasal 6 ayat (4)), and whether it is satisfied."""

    huruf: str
    nama: str
    kurang: str = ""

    @property
    def terpenuhi(self) -> bool:
        """Nothing is missing."""
        return not self.kurang

    @property
    def kalimat(self) -> str:
        """`huruf b: daftar hadir peserta rapat belum diisi`."""
        awal = f"huruf {self.huruf}" if len(self.huruf) == 1 else self.huruf
        return f"{awal}: {self.kurang}"


def syarat(jenis: JenisKegiatan, bahan: Bahan) -> list[Syarat]:
    """Every requirement of the report, in the order of the article."""
    if jenis == JenisKegiatan.PEMANTAUAN:
        return [_laporan_mitra(bahan), _tinjau_bila_perlu(bahan)]
    return [
        _laporan_mitra(bahan),
        Syarat(
            "b",
            "Daftar hadir peserta rapat",
            "" if bahan.hadirin else "daftar hadir peserta rapat belum diisi",
        ),
        Syarat("c", "Notulensi rapat", "" if bahan.notulensi else "notulensi rapat belum diisi"),
        Syarat(
            "d",
            "Berita acara rapat dan/atau tinjau lokasi",
            ""
            if bahan.ba_rapat or bahan.ba_tinjau
            else "belum ada berita acara rapat atau tinjau lokasi yang diverifikasi",
        ),
        _matrik(bahan),
        _unsur(bahan),
    ]


def periksa(jenis: JenisKegiatan, bahan: Bahan) -> Putusan:
    """Whether the report may be sent; names every missing item with its letter."""
    kurang = [s.kalimat for s in syarat(jenis, bahan) if not s.terpenuhi]
    if not kurang:
        return BOLEH
    ayat = "(1)" if jenis == JenisKegiatan.PEMANTAUAN else "(2)"
    return tolak(
        f"Laporan belum lengkap menurut Pasal 10 ayat {ayat}: {'; '.join(kurang)}.".strip()
    )


def _laporan_mitra(bahan: Bahan) -> Syarat:
    lengkap = not bahan.mitra_tanpa_laporan or bahan.pernyataan.strip()
    sebab = (
        f"laporan mitra belum ada dari {rangkai(bahan.mitra_tanpa_laporan)}; mintakan laporannya "
        "atau isi pernyataan laporan mitra tidak disampaikan"
    )
    return Syarat("a", "Dokumen laporan mitra kerja sama", "" if lengkap else sebab)


def _tinjau_bila_perlu(bahan: Bahan) -> Syarat:
    lengkap = bahan.ba_tinjau or bahan.alasan_tanpa_tinjau.strip()
    sebab = (
        "berita acara tinjau lokasi belum diverifikasi; lampirkan, atau nyatakan tidak diperlukan "
        "beserta alasannya"
    )
    return Syarat("b", "Berita acara tinjau lokasi (apabila diperlukan)", "" if lengkap else sebab)


def _matrik(bahan: Bahan) -> Syarat:
    nama = "Matrik hasil evaluasi"
    if not bahan.baris_matrik:
        return Syarat("e", nama, "matrik hasil evaluasi belum diisi")
    if bahan.baris_kurang:
        kurang = [
            f"baris {nomor} ({rangkai([k.lower() for k in kolom])})"
            for nomor, kolom in bahan.baris_kurang[:BARIS_DISEBUT]
        ]
        if (sisa := len(bahan.baris_kurang) - BARIS_DISEBUT) > 0:
            kurang.append(f"{sisa} baris lain")
        return Syarat("e", nama, f"kolom matrik masih kosong pada {rangkai(kurang)}")
    return Syarat("e", nama)


def _unsur(bahan: Bahan) -> Syarat:
    """The three elements of an evaluasi; a missing site visit needs a reason."""
    kurang = []
    if not bahan.ba_tinjau and not bahan.alasan_tanpa_tinjau.strip():
        kurang.append("tinjau lokasi belum dilakukan dan belum diberi alasan")
    if not bahan.hasil_wawancara.strip():
        kurang.append("hasil wawancara dan dokumentasi belum diisi")
    return Syarat(
        "Pasal 6 ayat (4)",
        "Unsur evaluasi: tinjau lokasi, wawancara dan dokumentasi",
        "; ".join(kurang),
    )
