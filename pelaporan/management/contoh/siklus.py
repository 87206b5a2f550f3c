"""The policy and postponements of the demo: a draft that was tried out, requests at each end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from inti.kalender import tambah_bulan
from pelaporan.management.contoh.gambar import dokumen
from pengawasan.models import Jadwal
from pengawasan.services import kebijakan, penundaan, simulasi_kebijakan

if TYPE_CHECKING:
    from inti.models import Pengguna

ALASAN = (
    ("Lokasi kerja sama tergenang banjir; akses jalan ditutup sementara.", "setujui", ""),
    ("Data penerima manfaat baru selesai dimutakhirkan bulan depan.", "", ""),
    (
        "Jadwal tim bersamaan dengan pemeriksaan Inspektorat.",
        "tolak",
        "Tim dapat dibagi dua; laksanakan sesuai jatuh tempo.",
    ),
)


def lengkapi(orang: dict[str, Pengguna]) -> None:
    """One version waits to be published; three obligations were asked to be postponed."""
    _kebijakan(orang["staf"])
    kosong = Jadwal.objects.terbuka().filter(kegiatan=None).order_by("-jatuh_tempo", "pk")
    for jadwal, (alasan, aksi, catatan) in zip(kosong[: len(ALASAN)], ALASAN, strict=False):
        _tunda(jadwal, orang, alasan=alasan, aksi=aksi, catatan=catatan)


def _kebijakan(staf: Pengguna) -> None:
    hari_ini = timezone.localdate()
    mulai = tambah_bulan(date(hari_ini.year, hari_ini.month, 1), 2)
    draf = kebijakan.susun(
        {
            "versi": f"{mulai.year}-1",
            "dasar": "Keputusan Wali Kota",
            "nomor_keputusan": f"100.3.3.3/Kep.27-Kssda/{mulai.year}",
            "tanggal_keputusan": hari_ini,
            "tentang": "Interval Pemantauan dan Pengingat Pengawasan Kerja Sama Daerah",
            "berlaku_mulai": mulai,
            "interval_pemantauan": 4,
            "tangga": [-45, -30, -14, -7, 0, 7, 14, 30],
        },
        berkas=replace(dokumen("Keputusan tentang interval pemantauan"), nama="keputusan.pdf"),
        oleh=staf,
    )
    kebijakan.simulasikan(draf.pk, oleh=staf)
    simulasi_kebijakan.kerjakan_antrean()


def _tunda(
    jadwal: Jadwal, orang: dict[str, Pengguna], *, alasan: str, aksi: str, catatan: str
) -> None:
    sampai = max(jadwal.jatuh_tempo, timezone.localdate()) + timedelta(days=30)
    akhir = jadwal.naskah.hari_terakhir
    if akhir is not None and akhir >= timezone.localdate():
        sampai = min(sampai, akhir)
    if sampai <= jadwal.jatuh_tempo:
        return
    satu = penundaan.ajukan(jadwal.pk, sampai=sampai, alasan=alasan, oleh=orang["staf"])
    if aksi:
        getattr(penundaan, aksi)(satu.pk, catatan=catatan, oleh=orang["kabag"])
