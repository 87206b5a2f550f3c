"""What a surat teguran prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.queries.bahan import bahan_naskah_cetak
from pengawasan.enums import DasarTeguran, StatusTeguran
from pengawasan.queries.teguran import bahan_surat

if TYPE_CHECKING:
    from pengawasan.models import SuratTeguran


def siap(surat: SuratTeguran) -> Putusan:
    """Whether it still stands."""
    sebab = batal(surat)
    return tolak(sebab) if sebab else BOLEH


def batal(surat: SuratTeguran) -> str:
    """Since when and why the letter or its case was cancelled; empty while it stands."""
    if surat.dibatalkan_pada:
        pada = tanggal_indonesia(timezone.localdate(surat.dibatalkan_pada))
        return f"Surat ini dibatalkan {pada}: {surat.alasan_batal}"
    kasus = surat.teguran
    if kasus.status == StatusTeguran.DIBATALKAN and kasus.ditutup_pada:
        pada = tanggal_indonesia(timezone.localdate(kasus.ditutup_pada))
        return f"Teguran ini dibatalkan {pada}: {kasus.catatan_penutup}"
    return ""


def bahan(surat: SuratTeguran) -> dict[str, Any]:
    """The warning as a letter to the mitra."""
    isi = asdict(bahan_surat(surat))
    naskah = bahan_naskah_cetak(surat.teguran.naskah, surat.tanggal)
    tanggal = {
        nama: tanggal_indonesia(isi[nama]) if isi[nama] else ""
        for nama in ("tanggal", "naskah_tanggal_ttd", "batas_jawaban")
    }
    return {
        **isi,
        **tanggal,
        "perangkat_daerah": naskah["perangkat_daerah"],
        "judul": f"SP{surat.tingkat} {isi['mitra']}",
        "pasal": DasarTeguran(surat.teguran.dasar).pasal,
        "pejabat": {
            "nama": surat.penanda_tangan,
            "nip": surat.nip_penanda_tangan,
            "jabatan": surat.jabatan_penanda_tangan,
        },
        "lampiran": [],
    }
