"""The statement that a mitra gave no report: what is late, each reminder and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.enums import StatusKirim
from inti.formats import tanggal_indonesia
from inti.models import JejakAudit, Notifikasi
from kerjasama.models import Mitra
from pelaporan.domain.laporan_mitra import hari_terlambat
from pelaporan.domain.pengiriman import Pengiriman, hasil
from pelaporan.models import KewajibanLaporan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pelaporan.models import Laporan


def pernyataan_tanpa_laporan(laporan: Laporan, pihak: Sequence[Any]) -> dict[str, Any]:
    """Which duties are late, and every reminder that was given for them, with its delivery."""
    kegiatan, pada = laporan.kegiatan, laporan.tanggal or timezone.localdate()
    mitra = [p.mitra_id for p in pihak]
    terlambat = KewajibanLaporan.objects.terlambat_pada(pada).filter(
        naskah=kegiatan.naskah_id, mitra__in=mitra
    )
    tunggakan = list(terlambat.select_related("mitra").order_by("mitra__nama", "jatuh_tempo", "pk"))
    bernama = Mitra.objects.filter(pk__in=mitra)
    nama = {m.pk: m.nama_pada(pada) for m in bernama.prefetch_related("riwayat_nama")}
    return {
        "jenis": "pernyataan_tanpa_laporan",
        "huruf": "a",
        "judul": "Pernyataan laporan mitra tidak disampaikan",
        "mitra": [nama[p.mitra_id] for p in pihak],
        "teks": laporan.pernyataan_tanpa_laporan,
        "tunggakan": [
            {
                "mitra": nama[k.mitra_id],
                "laporan": k.sebutan,
                "jatuh_tempo": tanggal_indonesia(k.jatuh_tempo),
                "batas": tanggal_indonesia(k.batas),
                "terlambat": hari_terlambat(k.batas, pada),
            }
            for k in tunggakan
        ],
        "pengingat": _pengingat(tunggakan),
    }


def _pengingat(tunggakan: Sequence[KewajibanLaporan]) -> list[dict[str, Any]]:
    """Each reminder with everybody it went to, the first one first."""
    ingatan = JejakAudit.objects.filter(
        objek_jenis=KewajibanLaporan._meta.label_lower,
        objek_id__in=[k.pk for k in tunggakan],
        aksi="kewajiban_laporan.ingatkan",
    ).prefetch_related("notifikasi__kepada")
    return [
        {
            "waktu": _saat(j.waktu),
            "perihal": j.objek_nama,
            "oleh": j.pelaku_nama,
            "kepada": [
                {"nama": str(n.kepada), "hasil": hasil(_pengiriman(n))}
                for n in sorted(j.notifikasi.all(), key=lambda n: n.pk)
            ],
        }
        for j in ingatan.order_by("pk")
    ]


def _pengiriman(notifikasi: Notifikasi) -> Pengiriman:
    return Pengiriman(
        StatusKirim(notifikasi.status),
        notifikasi.percobaan,
        _saat(notifikasi.terkirim_pada) if notifikasi.terkirim_pada else "",
        _saat(notifikasi.dibaca_pada) if notifikasi.dibaca_pada else "",
    )


def _saat(waktu: datetime) -> str:
    lokal = timezone.localtime(waktu)
    return f"{tanggal_indonesia(lokal.date())} pukul {lokal:%H.%M}"
