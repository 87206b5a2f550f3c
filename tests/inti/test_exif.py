import io
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PIL import ExifTags, Image

from inti.exif import FaktaFoto, baca


def berfakta(waktu="2026:03:01 09:30:00", arah="S"):
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = waktu
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = arah, (6.0, 14.0, 24.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (106.0, 59.0, 24.0)
    keluaran = io.BytesIO()
    Image.new("RGB", (8, 8)).save(keluaran, "JPEG", exif=exif)
    return keluaran.getvalue()


def test_baca_tells_when_and_where_in_the_zone_of_the_office():
    fakta = baca(berfakta())

    assert fakta.diambil_pada.astimezone(UTC) == datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
    assert (fakta.lintang, fakta.bujur) == (Decimal("-6.240000"), Decimal("106.990000"))


def test_a_clock_that_was_never_set_tells_nothing():
    assert baca(berfakta(waktu="0000:00:00 00:00:00")).diambil_pada is None


@pytest.mark.parametrize("isi", [b"", b"bukan foto", b"\xff\xd8\xff\xe1rusak"])
def test_what_is_no_photo_tells_nothing(isi):
    assert baca(isi) == FaktaFoto()
