"""What a photo says of itself: when it was taken, and where."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from PIL import ExifTags, Image

ENAM = Decimal("0.000001")


@dataclass(frozen=True)
class FaktaFoto:
    """Recorded facts, not proof: whoever edits a photo can change them."""

    diambil_pada: datetime | None = None
    lintang: Decimal | None = None
    bujur: Decimal | None = None


def baca(isi: bytes) -> FaktaFoto:
    """The facts of a photo; nothing where it tells nothing sound."""
    try:
        with Image.open(io.BytesIO(isi)) as gambar:
            exif = gambar.getexif()
            waktu = _waktu(exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal))
            gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError):
        return FaktaFoto()
    lintang = _derajat(gps, ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLatitudeRef, 90)
    bujur = _derajat(gps, ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSLongitudeRef, 180)
    if lintang is None or bujur is None:
        return FaktaFoto(waktu)
    return FaktaFoto(waktu, lintang, bujur)


def _waktu(teks: Any) -> datetime | None:
    """The camera's clock, read in the zone of the office."""
    try:
        return timezone.make_aware(datetime.strptime(str(teks), "%Y:%m:%d %H:%M:%S"))  # noqa: DTZ007
    except (ValueError, OverflowError):
        return None


def _derajat(gps: Any, nilai: int, arah: int, batas: int) -> Decimal | None:
    try:
        derajat, menit, detik = (Decimal(str(float(n))) for n in gps[nilai])
        hasil = derajat + menit / 60 + detik / 3600
        if not abs(hasil) <= batas:
            return None
        return (-hasil if str(gps.get(arah)).strip("\0 ") in ("S", "W") else hasil).quantize(ENAM)
    except (ArithmeticError, KeyError, TypeError, ValueError):
        return None
