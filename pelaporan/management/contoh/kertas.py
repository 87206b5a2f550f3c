"""The working papers of a demo evaluasi: three sides, who do not quite agree."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pelaporan.management.contoh.waktu import pada
from pengawasan.enums import JenisPertanyaan, PengisiKertasKerja
from pengawasan.services import kertas_kerja
from pengawasan.services.kertas_kerja import IsiJawaban

if TYPE_CHECKING:
    from pelaporan.management.contoh.riwayat import Pelaku
    from pengawasan.models import JawabanKertasKerja, Kegiatan

URAIAN = {
    PengisiKertasKerja.TIM: "Sebagian target belum tercapai; dibahas dalam matrik.",
    PengisiKertasKerja.PERANGKAT_DAERAH: "Pelaksanaan berjalan, tetapi laporan sering terlambat.",
    PengisiKertasKerja.MITRA: "Berjalan baik; kami mengusulkan penyesuaian target.",
}
# How each side tends to answer, on the scale; a mitra judges itself kindly.
NILAI = {
    PengisiKertasKerja.TIM: (3, 4, 2, 3),
    PengisiKertasKerja.PERANGKAT_DAERAH: (3, 3, 4, 4),
    PengisiKertasKerja.MITRA: (5, 4, 4, 5),
}


def isi(satu: Kegiatan, pelaku: Pelaku, tanggal: date) -> None:
    """Ask all sides, and submit the sheets of those who have an account."""
    with pada(tanggal + timedelta(days=1)):
        kertas_kerja.minta(satu.pk, oleh=pelaku.orang["staf"])
    orang = {
        PengisiKertasKerja.TIM: pelaku.orang["tim"],
        PengisiKertasKerja.PERANGKAT_DAERAH: pelaku.pd,
        PengisiKertasKerja.MITRA: pelaku.mitra,
    }
    with pada(tanggal + timedelta(days=4)):
        for kertas in satu.kertas_kerja.order_by("pk"):
            pengisi = PengisiKertasKerja(kertas.pengisi)
            oleh = orang[pengisi]
            if pengisi == PengisiKertasKerja.TIM or kertas in satu.kertas_kerja.milik(oleh):
                jawaban = {
                    j.nomor: _jawaban(j, pengisi, pelaku.penanda) for j in kertas.jawaban.all()
                }
                kertas_kerja.sampaikan(kertas.pk, jawaban, versi=1, oleh=oleh)


def _jawaban(jawaban: JawabanKertasKerja, pengisi: PengisiKertasKerja, penanda: str) -> IsiJawaban:
    uraian = f"{URAIAN[pengisi]} {penanda}".strip()
    if jawaban.jenis == JenisPertanyaan.URAIAN:
        return IsiJawaban(uraian=uraian)
    if jawaban.jenis == JenisPertanyaan.YA_TIDAK:
        return IsiJawaban(nilai=1)
    pilihan = NILAI[pengisi]
    nilai = pilihan[jawaban.nomor % len(pilihan)]
    return IsiJawaban(nilai=nilai, uraian=uraian if nilai == 2 else "")
