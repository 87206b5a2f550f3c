"""Who is told what about a mitra's report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from inti.formats import tanggal_indonesia
from inti.notifikasi import antrekan
from kerjasama.models import Keanggotaan
from pelaporan import kabar
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
        pesan=kabar.LAPORAN_DISAMPAIKAN.tulis(
            mitra=kewajiban.mitra,
            naskah=kewajiban.naskah,
            laporan=kewajiban.sebutan,
            nomor=putaran.nomor,
        ),
        tautan=laporan.get_absolute_url(),
    )


def ditinjau(jejak: JejakAudit, laporan: LaporanMitra, catatan: str) -> None:
    """To the people of the mitra."""
    batas = laporan.batas_perbaikan
    antrekan(
        jejak,
        kepada=orang_mitra(laporan.kewajiban.mitra_id),
        pesan=kabar.LAPORAN_DITINJAU.tulis(
            hasil=laporan.get_status_display().lower(),
            laporan=laporan.kewajiban,
            naskah=laporan.kewajiban.naskah,
            batas=tanggal_indonesia(batas) if batas else "",
            catatan=catatan,
        ),
        tautan=reverse("pelaporan:portal-laporan", args=[laporan.pk]),
    )


def _orang_pd(laporan: LaporanMitra) -> list[Pengguna]:
    unit = laporan.kewajiban.naskah.perangkat_daerah.all()
    anggota = Keanggotaan.objects.aktif().filter(perangkat_daerah__in=unit)
    return [a.pengguna for a in anggota.select_related("pengguna")]
