"""What the receipt of a mitra's report prints (Pasal 9 ayat (1))."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.formats import hari_tanggal, tanggal_indonesia
from inti.models import Pemerintah
from pelaporan.domain.laporan_mitra import hari_terlambat
from pelaporan.enums import PenerimaLaporan

if TYPE_CHECKING:
    from datetime import date, datetime

    from pelaporan.models import PutaranLaporan, TandaTerima


def tanggal(putaran: PutaranLaporan) -> date:
    """The day on which it was received."""
    return timezone.localdate(putaran.disampaikan_pada)


def bahan(putaran: PutaranLaporan) -> dict[str, Any]:
    """Number, moment, whose and which report, its hash and files, and every addressee.

    Who has read it is no part of it: that comes later, and a receipt stays what it was.
    """
    isi, pemerintah = putaran.isi, Pemerintah.objects.saat_ini()
    penerima = putaran.tanda_terima.select_related("perangkat_daerah").order_by("pk")
    return {
        "judul": f"Tanda terima laporan {putaran.nomor}",
        "nomor": putaran.nomor,
        "diterima": f"{hari_tanggal(tanggal(putaran))} {_pukul(putaran.disampaikan_pada)}",
        "mitra": isi["mitra"],
        "disampaikan_oleh": isi["disampaikan_oleh"],
        "naskah": {
            "nomor": isi["naskah"]["nomor"] or "tanpa nomor",
            "judul": isi["naskah"]["judul"],
        },
        "ke": isi["kewajiban"]["ke"],
        "putaran": putaran.ke,
        "batas": tanggal_indonesia(putaran.batas),
        "terlambat": hari_terlambat(putaran.batas, tanggal(putaran)),
        "sidik": sidik(isi),
        "berkas": isi["berkas"],
        "penerima": [_penerima(t, pemerintah) for t in penerima],
        "pejabat": {"nama": "", "nip": "", "jabatan": pemerintah.unit_kerja_sama},
        "lampiran": [],
    }


def sidik(isi: dict[str, Any]) -> str:
    """SHA-256 of what was submitted, its files' hashes included, as JSON with sorted keys."""
    teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()


def _penerima(tanda: TandaTerima, pemerintah: Pemerintah) -> dict[str, str]:
    hari = timezone.localdate(tanda.diterima_pada)
    if tanda.perangkat_daerah:
        nama, sebagai = tanda.perangkat_daerah.nama_pada(hari), "tembusan"
    elif tanda.penerima == PenerimaLaporan.BAGIAN:
        nama, sebagai = pemerintah.unit_kerja_sama, "tembusan"
    else:
        nama, sebagai = pemerintah.kepala_daerah, "tujuan"
    diterima = f"{tanggal_indonesia(hari)} {_pukul(tanda.diterima_pada)}"
    return {"nama": nama, "sebagai": sebagai, "diterima": diterima}


def _pukul(waktu: datetime) -> str:
    return f"pukul {timezone.localtime(waktu):%H.%M.%S %Z}"
