"""Dated attachments of the demo agreements, one of them extended, and a postponed reminder."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kerjasama.models import Naskah
from kerjasama.services import lampiran, naskah, tunda_pengingat
from pelaporan.management.contoh.gambar import dokumen
from pelaporan.management.contoh.waktu import pada

if TYPE_CHECKING:
    from datetime import date

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa
    from kerjasama.models import LampiranBertanggal

# So many days the latest agreements still have.
SISA = (80, 25, 170, 330)
SETAHUN = timedelta(days=365)


def lengkapi(oleh: Pengguna) -> None:
    """The first agreements in force have attachments; the desk has something to put off."""
    berlaku = Naskah.objects.dinyatakan_berlaku()
    for satu in berlaku.order_by("pk")[:3]:
        _lampiran(satu, oleh)
    for satu, sisa in zip(berlaku.order_by("-pk")[: len(SISA)], SISA, strict=False):
        akhir = timezone.localdate() + timedelta(days=sisa)
        naskah.ubah(satu.pk, {"tanggal_berakhir": akhir}, oleh=oleh)
    dekat = berlaku.filter(tanggal_berakhir__gte=timezone.localdate())
    urut = list(dekat.order_by("tanggal_berakhir", "pk")[:2])
    for satu in urut[:1]:
        naskah.ubah(satu.pk, {"tenggang_perpanjangan": 4}, oleh=oleh)
    for satu in urut[1:]:
        tunda_pengingat.tunda(
            satu,
            sampai=timezone.localdate() + timedelta(days=30),
            alasan="Para pihak masih merundingkan ruang lingkup yang baru.",
            oleh=oleh,
        )


def _lampiran(satu: Naskah, oleh: Pengguna) -> None:
    """A guarantee that ends soon, an insurance that was extended, a permit that has expired."""
    hari_ini = timezone.localdate()
    jaminan = hari_ini + timedelta(days=21)
    _catat(satu, oleh, "jaminan", "Bank Tirta Contoh", jaminan, nilai=1_500_000_000)
    lama = hari_ini - timedelta(days=40)
    asuransi = _catat(satu, oleh, "asuransi", "Asuransi Nusa Contoh", lama, nilai=250_000_000)
    mulai = lama + timedelta(days=1)
    with pada(mulai):
        lampiran.perbarui(
            asuransi.pk,
            {
                "nomor": f"{asuransi.nomor}-P1",
                "penerbit": asuransi.penerbit,
                "nilai": asuransi.nilai,
                "berlaku_mulai": mulai,
                "berlaku_sampai": mulai + SETAHUN,
            },
            diperiksa=_berkas(satu, "asuransi perpanjangan"),
            keterangan="Perpanjangan tahun kedua",
            oleh=oleh,
        )
    _catat(satu, oleh, "izin", "Dinas Lingkungan Hidup", hari_ini - timedelta(days=9))


def _catat(
    satu: Naskah,
    oleh: Pengguna,
    jenis: str,
    penerbit: str,
    sampai: date,
    *,
    nilai: int | None = None,
) -> LampiranBertanggal:
    mulai = sampai - SETAHUN
    with pada(mulai):
        return lampiran.catat(
            satu.pk,
            {
                "jenis": jenis,
                "nama": "",
                "mitra": satu.mitra.first(),
                "nomor": f"{jenis[:2].upper()}/{satu.pk:03d}/{mulai.year}",
                "penerbit": penerbit,
                "nilai": nilai,
                "berlaku_mulai": mulai,
                "berlaku_sampai": sampai,
            },
            diperiksa=_berkas(satu, jenis),
            oleh=oleh,
        )


def _berkas(satu: Naskah, jenis: str) -> Diperiksa:
    """A file of its own for each attachment."""
    nama = f"{jenis.replace(' ', '-')}.pdf"
    return replace(dokumen(f"{jenis.title()} {satu}"), nama=nama)
