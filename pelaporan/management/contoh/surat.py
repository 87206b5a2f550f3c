"""Letters of the register of the demo data: one made elsewhere, one that asks for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from inti.services import nomor_surat
from pelaporan.enums import JenisDokumen
from pelaporan.models import KewajibanLaporan
from pelaporan.queries.surat import LAINNYA
from pelaporan.queries.surat_keluar import siap_permintaan
from pelaporan.services import dokumen

if TYPE_CHECKING:
    from inti.models import Pengguna


def terbitkan(orang: dict[str, Pengguna]) -> None:
    """A number by hand that was cancelled, one that stands, and the letter of an overdue report."""
    staf, hari_ini = orang["staf"], timezone.localdate()
    for perihal in ("Undangan sosialisasi (salah alamat)", "Undangan sosialisasi kerja sama"):
        nomor = nomor_surat.pesan(
            jenis=LAINNYA, perihal=perihal, tujuan="Para camat", tanggal=hari_ini, oleh=staf
        )
        if "salah" in perihal:
            nomor_surat.batalkan(nomor.pk, alasan="Salah alamat.", oleh=staf)
    for satu in KewajibanLaporan.objects.terlambat_pada(hari_ini).order_by("batas", "pk"):
        if siap_permintaan(satu):
            dokumen.terbitkan(JenisDokumen.PERMINTAAN_LAPORAN, satu.pk, oleh=staf)
            break
