"""What dated attachments, and older versions of files, contribute to a berkas lengkap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from inti.formats import rupiah
from inti.permissions import boleh_melihat_jejak
from kerjasama.models import LampiranBertanggal, VersiBerkas
from kerjasama.queries.lampiran import untuk_halaman
from pelaporan.domain.berkas_lengkap import Isi
from pelaporan.queries.kata_berkas import baris, catat, lampirkan, tandai

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Naskah

KEPALA = (
    "Lampiran",
    "Pihak",
    "Versi",
    "Nomor",
    "Penerbit",
    "Nilai",
    "Berlaku mulai",
    "Berlaku sampai",
    "Status",
)


def isi_lampiran(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """Every version of what one may see, with its period and its file."""
    isi = Isi()
    terlihat = LampiranBertanggal.objects.terlihat_oleh(pengguna).filter(naskah=naskah)
    semua = list(untuk_halaman(terlihat).order_by("pk"))
    isi.tabel(
        "Lampiran bertanggal",
        KEPALA,
        (
            baris(
                satu,
                satu.mitra or "Pemerintah daerah",
                versi.ke,
                versi.nomor,
                versi.penerbit,
                versi.nilai and rupiah(versi.nilai),
                versi.berlaku_mulai,
                versi.berlaku_sampai,
                satu.alasan_tutup or satu.get_status_display(),
            )
            for satu in semua
            for versi in satu.versi.all()
        ),
    )
    for satu in semua:
        for versi in satu.versi.all():
            lampirkan(isi, versi.berkas, f"{satu}, versi {versi.ke}", versi)
            catat(isi, versi.diunggah_pada, "Lampiran", f"{satu}: versi {versi.ke} diunggah", versi)
        catat(isi, satu.berlaku_sampai, "Lampiran", f"Hari terakhir {satu}", satu)
        catat(isi, satu.ditutup_pada, "Lampiran", f"{satu} ditutup: {satu.alasan_tutup}", satu)
    _versi_dokumen(isi, naskah)
    if boleh_melihat_jejak(pengguna):
        tandai(isi, semua)
    return isi


def _versi_dokumen(isi: Isi, naskah: Naskah) -> None:
    """The files that a newer one has replaced; the newest is there as the document."""
    lama = VersiBerkas.objects.filter(dokumen__naskah=naskah).exclude(berkas=F("dokumen__berkas"))
    for versi in lama.select_related("berkas", "dokumen").order_by("pk"):
        apa = f"{versi.dokumen.get_jenis_display()}, versi {versi.ke}" if versi.dokumen else ""
        lampirkan(isi, versi.berkas, apa, versi)
        catat(isi, versi.diunggah_pada, "Dokumen", f"{apa} diunggah", versi)
