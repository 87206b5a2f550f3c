"""What can be wrong with signing at start and is detectable then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks

from pelaporan.enums import CaraTandaTangan

TANPA = "tanpa"
BERKAS = {CaraTandaTangan.LOKAL: "TANDA_TANGAN_P12", CaraTandaTangan.UNGGAH: "TANDA_TANGAN_AKAR"}


def periksa_tanda_tangan(**kwargs: Any) -> list[checks.CheckMessage]:
    """A way of signing that is known, with the file that it needs."""
    cara = settings.TANDA_TANGAN
    if cara == TANPA:
        return []
    if cara not in CaraTandaTangan.values:
        pilihan = ", ".join([TANPA, *CaraTandaTangan.values])
        return [
            checks.Error(f"TANDA_TANGAN harus salah satu dari: {pilihan}.", id="pelaporan.E001")
        ]
    nama = BERKAS[CaraTandaTangan(cara)]
    if Path(getattr(settings, nama) or "-").is_file():
        return []
    return [
        checks.Error(
            f"TANDA_TANGAN={cara} memerlukan {nama}: berkas yang dapat dibaca.",
            hint="Untuk mencoba: manage.py buat_sertifikat_uji (lihat docs/operasi.md).",
            id="pelaporan.E002",
        )
    ]
