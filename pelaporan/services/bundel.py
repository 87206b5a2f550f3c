"""Making bundles: claim a row, render outside any transaction, store, tell the chair."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.models import Pengguna
from inti.notifikasi import antrekan
from pelaporan import kabar
from pelaporan.enums import StatusBundel
from pelaporan.models import Bundel
from pelaporan.pdf import bundel_pdf
from pelaporan.queries.lampiran import berkas_cuplikan
from pelaporan.services import tanda_tangan
from pelaporan.services.pekerjaan import coba, kuras_pdf, simpan_pdf

if TYPE_CHECKING:
    from pelaporan.pdf import HasilPdf
    from pelaporan.tanda_tangan import Tanda


def kerjakan_antrean(limit: int = 5) -> int:
    """Make what waits, each row once and by one taker. Without Pango the rows wait."""
    return kuras_pdf(Bundel.objects.all(), kerjakan, limit=limit)


def kerjakan(pk: int) -> None:
    """Render one claimed bundle; a failure is tried again, then shown with its reason.

    Whatever goes wrong with one bundle stays with it: the rest of the queue goes on.
    """
    bundel = Bundel.objects.select_related("laporan__kegiatan__naskah", "diminta_oleh").get(pk=pk)
    coba(bundel, lambda: _susun(bundel), partial(_gagal, bundel))


def _susun(bundel: Bundel) -> None:
    Bundel.objects.maju(bundel, 10, "Mengumpulkan lampiran")
    berkas = berkas_cuplikan(bundel.isi)
    Bundel.objects.maju(bundel, 30, "Menyusun halaman")
    hasil = bundel_pdf(bundel.isi, berkas)
    Bundel.objects.maju(bundel, 85, "Menyimpan berkas")
    _selesai(bundel, *tanda_tangan.bubuhkan(hasil))


@transaction.atomic
def _selesai(bundel: Bundel, hasil: HasilPdf, tanda: Tanda | None) -> None:
    """Store the bytes once; whoever lost the claim meanwhile writes nothing."""
    nama = f"laporan-{bundel.laporan.kegiatan.jenis}-{bundel.laporan_id}-v{bundel.versi}.pdf"
    berkas = simpan_pdf(Bundel.objects.all(), bundel, hasil, nama=nama, siap=StatusBundel.SIAP)
    if berkas is None:
        return
    if tanda:
        tanda_tangan.catat(bundel, berkas, tanda)
    laporan = bundel.laporan
    jejak = audit.catat("bundel.terbitkan", bundel, oleh=None, sha256=berkas.sha256)
    if Bundel.objects.filter(pk=bundel.pk, dicabut_pada__isnull=False).exists():
        return  # revoked while it was being made: nothing waits for the chair
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.KETUA, pada=timezone.localdate()),
        pesan=kabar.LAPORAN_MENUNGGU_PUTUSAN.tulis(
            laporan=laporan, judul=laporan.kegiatan.naskah.judul
        ),
        tautan=f"/pelaporan/meja-ketua/{laporan.pk}/",
    )


@transaction.atomic
def _gagal(bundel: Bundel, sebab: str, *, tetap: bool = False) -> None:
    """What failed for good is told to whoever sent the report."""
    if not Bundel.objects.gagalkan(bundel, sebab, tetap=tetap):
        return
    jejak = audit.catat("bundel.gagal", bundel, oleh=None, sebab=sebab[:500])
    antrekan(
        jejak,
        kepada=[bundel.diminta_oleh],
        pesan=kabar.BUNDEL_GAGAL.tulis(laporan=bundel.laporan, sebab=sebab),
        tautan=bundel.laporan.get_absolute_url(),
    )
