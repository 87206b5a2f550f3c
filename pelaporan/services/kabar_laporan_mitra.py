"""Who is told what about a mitra's report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from inti.formats import tanggal_indonesia
from inti.notifikasi import antrekan
from kerjasama.models import Keanggotaan
from pelaporan.queries.penerima import orang_mitra, staf

if TYPE_CHECKING:
    from inti.models import JejakAudit, Pengguna
    from pelaporan.models import LaporanMitra, PutaranLaporan


def disampaikan(jejak: JejakAudit, laporan: LaporanMitra, putaran: PutaranLaporan) -> None:
    """To the staff who review and to the people of the PD that get the tembusan."""
    kewajiban = laporan.kewajiban
    antrekan(
        jejak,
        kepada=[*staf(), *_orang_pd(laporan)],
        subjek=f"Laporan mitra disampaikan: {kewajiban.mitra}",
        isi=(
            f"{kewajiban.mitra} menyampaikan laporannya atas naskah {kewajiban.naskah} "
            f"({kewajiban.sebutan}).\n\nNomor tanda terima: {putaran.nomor}."
        ),
        tautan=laporan.get_absolute_url(),
    )


def ditinjau(jejak: JejakAudit, laporan: LaporanMitra, catatan: str) -> None:
    """To the people of the mitra."""
    hasil = laporan.get_status_display().lower()
    isi = f"{laporan.kewajiban} atas naskah {laporan.kewajiban.naskah} {hasil}."
    if laporan.batas_perbaikan:
        isi += f"\n\nPerbaiki paling lambat {tanggal_indonesia(laporan.batas_perbaikan)}."
    antrekan(
        jejak,
        kepada=orang_mitra(laporan.kewajiban.mitra_id),
        subjek=f"Laporan Anda {hasil}: {laporan.kewajiban.naskah}",
        isi=f"{isi}\n\n{catatan}".strip(),
        tautan=reverse("pelaporan:portal-laporan", args=[laporan.pk]),
    )


def _orang_pd(laporan: LaporanMitra) -> list[Pengguna]:
    unit = laporan.kewajiban.naskah.perangkat_daerah.all()
    anggota = Keanggotaan.objects.aktif().filter(perangkat_daerah__in=unit)
    return [a.pengguna for a in anggota.select_related("pengguna")]
