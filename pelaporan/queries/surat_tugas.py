"""What a surat tugas prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.formats import hari_tanggal, tanggal_indonesia
from inti.models import Pemerintah
from pelaporan.queries.bahan import bahan_naskah_cetak
from pengawasan.models import KeputusanTim, SuratTugas

if TYPE_CHECKING:
    from datetime import date

    from pengawasan.models import Kegiatan


def bahan(surat: SuratTugas) -> dict[str, Any]:
    """Its team, its kegiatan, its exceptions, and the letter that it replaces."""
    kegiatan = surat.kegiatan.select_related("naskah").order_by("tanggal_rencana", "pk")
    return {
        "judul": f"Surat tugas nomor {surat}",
        "nomor": str(surat),
        "tanggal": tanggal_indonesia(surat.tanggal),
        "batal": batal(surat),
        "menggantikan": _digantikan(surat),
        "keputusan": _keputusan(surat.tanggal),
        "pengecualian": [str(p) for p in surat.pengecualian.all()],
        "anggota": [
            {
                "nama": a.nama,
                "jabatan": a.jabatan,
                "keahlian": a.keahlian,
                "kedudukan": a.get_kedudukan_display(),
            }
            for a in surat.anggota.all()
        ],
        "kegiatan": [_baris_kegiatan(k, surat.tanggal) for k in kegiatan],
        "pejabat": {
            "nama": surat.penanda_tangan,
            "nip": surat.nip_penanda_tangan,
            "jabatan": surat.jabatan_penanda_tangan,
        },
        "lampiran": [],
    }


def _keputusan(tanggal: date) -> str:
    """The decree of the Tim Pembinaan dan Pengawasan in force on the day; empty without one."""
    satu = KeputusanTim.objects.berlaku_pada(tanggal)
    if satu is None:
        return ""
    kepala = Pemerintah.objects.saat_ini().kepala_daerah_lengkap
    pada = tanggal_indonesia(satu.tanggal)
    return f"Keputusan {kepala} Nomor {satu.nomor} tanggal {pada} tentang {satu.tentang}"


def _digantikan(surat: SuratTugas) -> str:
    """The letter in whose place this one stands, as it is named in the text."""
    lama = surat.menggantikan
    return f"{lama} tanggal {tanggal_indonesia(lama.tanggal)}" if lama else ""


def batal(surat: SuratTugas) -> str:
    """Since when and why the letter is out of force; empty while it is in force."""
    if surat.diakhiri_pada is None:
        return ""
    status = surat.get_status_display().lower()
    oleh = SuratTugas.objects.filter(menggantikan=surat).select_related("nomor").first()
    pengganti = f" dengan surat tugas nomor {oleh}" if oleh else ""
    tanggal = tanggal_indonesia(timezone.localdate(surat.diakhiri_pada))
    alasan = surat.alasan_akhir.rstrip(".")
    return f"Surat tugas ini {status} pada {tanggal}{pengganti}. Alasan: {alasan}."


def _baris_kegiatan(kegiatan: Kegiatan, tanggal: date) -> dict[str, Any]:
    naskah = bahan_naskah_cetak(kegiatan.naskah, tanggal)
    return {
        "jenis": kegiatan.get_jenis_display(),
        "naskah": naskah,
        "hari": hari_tanggal(kegiatan.tanggal_rencana),
        "tempat": kegiatan.tempat,
    }
