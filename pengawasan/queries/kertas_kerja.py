"""The sheets of one kegiatan beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pengawasan.domain.kertas_kerja import SKALA, berbeda, skor, skor_topik
from pengawasan.enums import JenisPertanyaan, StatusKertasKerja, TopikKertasKerja

if TYPE_CHECKING:
    from pengawasan.models import JawabanKertasKerja, Kegiatan, KertasKerja

SEBUTAN = ("Sangat kurang", "Kurang", "Cukup", "Baik", "Sangat baik")
LABEL_SKALA = dict(zip(SKALA, SEBUTAN, strict=True))


@dataclass(frozen=True)
class SelBanding:
    """One answer: the choice in words, and the remark."""

    kata: str
    uraian: str


@dataclass(frozen=True)
class BarisBanding:
    """One question; an answer per sheet, None where there is none."""

    topik: str
    pertanyaan: str
    jawaban: list[SelBanding | None]
    berbeda: bool


@dataclass(frozen=True)
class SkorTopik:
    """One topic; a score per sheet."""

    topik: str
    skor: list[int | None]


@dataclass(frozen=True)
class Banding:
    """Sheets, their scores by topic, and their answers by question."""

    lembar: list[KertasKerja]
    skor: list[int | None]
    topik: list[SkorTopik]
    baris: list[BarisBanding]


def banding(kegiatan: Kegiatan) -> Banding:
    """Every sheet of the kegiatan; what is not submitted counts as not answered."""
    semua = kegiatan.kertas_kerja.untuk_daftar().prefetch_related("jawaban").order_by("pk")
    lembar = list(semua)
    masuk = [
        list(k.jawaban.all()) if k.status == StatusKertasKerja.DISAMPAIKAN else [] for k in lembar
    ]
    terbaca = [[j.terbaca() for j in milik] for milik in masuk]
    per_topik = [skor_topik(milik) for milik in terbaca]
    ada = [t for t in TopikKertasKerja if any(t in milik for milik in per_topik)]
    return Banding(
        lembar=lembar,
        skor=[skor(milik) for milik in terbaca],
        topik=[SkorTopik(t.label, [milik.get(t) for milik in per_topik]) for t in ada],
        baris=_baris(lembar, masuk),
    )


def _baris(lembar: list[KertasKerja], masuk: list[list[JawabanKertasKerja]]) -> list[BarisBanding]:
    """Questions in the order in which they are first asked, topic by topic."""
    urutan = list(TopikKertasKerja.values)
    ditanya = {
        (j.topik, j.pertanyaan): None
        for k in lembar
        for j in sorted(k.jawaban.all(), key=lambda j: (urutan.index(j.topik), j.nomor))
    }
    milik = [{(j.topik, j.pertanyaan): j for j in satu} for satu in masuk]
    hasil = []
    for topik, teks in sorted(ditanya, key=lambda kunci: urutan.index(kunci[0])):
        jawaban = [satu.get((topik, teks)) for satu in milik]
        jauh = berbeda(j.terbaca() for j in jawaban if j)
        sel = [SelBanding(kata_jawaban(j), j.uraian) if j else None for j in jawaban]
        hasil.append(BarisBanding(TopikKertasKerja(topik).label, teks, sel, jauh))
    return hasil


def kata_jawaban(jawaban: JawabanKertasKerja) -> str:
    """The answer in words; empty while there is none."""
    if jawaban.tidak_relevan:
        return "Tidak relevan"
    if jawaban.nilai is None:
        return ""
    if jawaban.jenis == JenisPertanyaan.YA_TIDAK:
        return "Ya" if jawaban.nilai else "Tidak"
    return f"{jawaban.nilai} – {LABEL_SKALA[jawaban.nilai]}"
