"""The chain of one recommendation, from saran to closing, as it is shown and printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pengawasan.enums import JenisLangkah, StatusRekomendasi, StatusTindakLanjut
from pengawasan.models import Rekomendasi, TindakLanjut

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pengawasan.models.matrik import RekomendasiQuerySet


@dataclass(frozen=True)
class Mata:
    """One link of the chain: what happened, who, as which seat, when, and what was said."""

    judul: str
    nama: str
    sebagai: str
    pada: datetime | None
    catatan: str = ""
    tautan: str = ""


def untuk_rantai(pengguna: Pengguna) -> RekomendasiQuerySet:
    """Recommendations with all that the chain shows."""
    terlihat: RekomendasiQuerySet = Rekomendasi.objects.terlihat_oleh(pengguna)
    return terlihat.select_related(
        "baris__perangkat_daerah",
        "baris__matrik__disusun_oleh",
        "baris__matrik__kegiatan__naskah",
        "hasil__perangkat_daerah",
        "hasil__dilaporkan_oleh",
        "hasil__ditutup_oleh",
    ).prefetch_related("langkah")


def rantai(rekomendasi: Rekomendasi) -> list[Mata]:
    """In order of time; what is still to come is in `menunggu`."""
    langkah = list(rekomendasi.langkah.all())
    mata = [Mata(s.get_jenis_display(), s.nama, s.sebagai, s.pada, s.catatan) for s in langkah]
    if not any(s.jenis == JenisLangkah.SARAN for s in langkah):
        penyusun = rekomendasi.baris.matrik.disusun_oleh
        mata.insert(0, Mata(JenisLangkah.SARAN.label, str(penyusun), "", None))
    butir = tindak_lanjut(rekomendasi)
    return mata + (_pelaksanaan(butir) if butir else [])


def tindak_lanjut(rekomendasi: Rekomendasi) -> TindakLanjut | None:
    """The follow-up that it opened, if it came to that."""
    return getattr(rekomendasi, "hasil", None)


def _pelaksanaan(butir: TindakLanjut) -> list[Mata]:
    tautan = butir.get_absolute_url()
    mata = [
        Mata(
            "Tindak lanjut terbit", str(butir.perangkat_daerah), "Penanggung jawab",
            butir.dibuat_pada, butir.dasar_tenggat, tautan,
        )
    ]  # fmt: skip
    if butir.dilaporkan_oleh:
        mata.append(
            Mata(
                "Dilaporkan selesai", str(butir.dilaporkan_oleh), str(butir.perangkat_daerah),
                butir.dilaporkan_pada, butir.keterangan_pelaksanaan, tautan,
            )
        )  # fmt: skip
    if butir.status == StatusTindakLanjut.DITUTUP:
        mata.append(
            Mata(
                "Ditutup", str(butir.ditutup_oleh or ""), butir.ditutup_sebagai,
                butir.ditutup_pada, butir.catatan_penutup, tautan,
            )
        )  # fmt: skip
    return mata


MENUNGGU = {
    StatusRekomendasi.SARAN: "Menunggu diajukan bersama laporan evaluasi.",
    StatusRekomendasi.DIAJUKAN: "Menunggu putusan Ketua TKKSD.",
    StatusRekomendasi.DIKEMBALIKAN: "Menunggu diperbaiki tim dan diajukan kembali.",
    StatusRekomendasi.MENUNGGU_WALIKOTA: "Menunggu putusan kepala daerah (huruf f dan h).",
}
TINDAKAN = {
    StatusTindakLanjut.TERBUKA: "Menunggu dilaksanakan dan dilaporkan penanggung jawab.",
    StatusTindakLanjut.DILAPORKAN: "Menunggu diperiksa dan ditutup orang lain.",
}


def menunggu(rekomendasi: Rekomendasi) -> str:
    """What comes next; empty at the end of the chain."""
    if butir := tindak_lanjut(rekomendasi):
        return TINDAKAN.get(StatusTindakLanjut(butir.status), "")
    return MENUNGGU.get(StatusRekomendasi(rekomendasi.status), "")
