"""The first wording of a report, from what is already recorded; the team rewrites it freely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.formats import hari_tanggal, rangkai, tanggal_indonesia

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pengawasan.enums import JenisKegiatan

HASIL_TERPANJANG = 20_000


@dataclass(frozen=True)
class BahanNaskah:
    """What was recorded about the kegiatan; `temuan` are those of the verified berita acara."""

    jenis: JenisKegiatan
    naskah: str
    tentang: str
    mitra: Sequence[str]
    tanggal_ttd: date | None
    tanggal: date | None
    metode: str
    temuan: Sequence[str]
    kesepakatan: Sequence[str]
    kesimpulan_rapat: str = ""
    kesimpulan_analisa: str = ""


def pendahuluan(bahan: BahanNaskah) -> str:
    """Which agreement, with whom, since when; and what was done."""
    ttd = (
        f" yang ditandatangani {tanggal_indonesia(bahan.tanggal_ttd)}" if bahan.tanggal_ttd else ""
    )
    pada = f" pada {hari_tanggal(bahan.tanggal)}" if bahan.tanggal else ""
    mitra = rangkai(bahan.mitra) or "mitra"
    return (
        f"Pemerintah daerah bekerja sama dengan {mitra} berdasarkan {bahan.naskah} "
        f"tentang {bahan.tentang}{ttd}. Untuk menilai pelaksanaannya, Tim Pengawasan melaksanakan "
        f"{bahan.jenis.label.lower()}{pada} melalui {bahan.metode}."
    )


def hasil(bahan: BahanNaskah) -> str:
    """What was found and agreed, as far as a report has room."""
    semua = (satu.strip() for satu in (*bahan.temuan, *bahan.kesepakatan))
    return "\n\n".join(satu for satu in semua if satu)[:HASIL_TERPANJANG]


def kesimpulan(bahan: BahanNaskah) -> str:
    """That of the meeting, or of the analysis; otherwise the team writes it."""
    return bahan.kesimpulan_rapat.strip() or bahan.kesimpulan_analisa.strip()
