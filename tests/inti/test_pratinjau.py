"""What is shown of a picture is made anew; what was received is only downloaded."""

import io
import os

import pytest
from django.http import Http404
from PIL import ExifTags, Image

from inti.models import JejakAudit
from inti.pratinjau import DISIMPAN, SISI, pratinjau, sapu_pratinjau
from inti.services import berkas as services
from inti.views.berkas import pratinjau_response, serve_berkas
from tests.factories.inti import PenggunaFactory

pytestmark = pytest.mark.django_db
RAHASIA = b"RAHASIA-DI-BELAKANG"


def simpan(format_, *, ukuran=(2_400, 1_200), mode="RGB", putar=1):
    """A picture with a place, a comment and bytes behind its end."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = putar
    exif[ExifTags.Base.ImageDescription] = "RAHASIA-KETERANGAN"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "S"
    isi = io.BytesIO()
    Image.new(mode, ukuran, "green").save(isi, format_, exif=exif, comment=b"RAHASIA-KOMENTAR")
    return services.simpan(
        isi.getvalue() + RAHASIA, nama="a b.jpg", tipe=f"image/{format_.lower()}", oleh=None
    )


@pytest.fixture
def minta(rf):
    def buat(alamat):
        request = rf.get(alamat)
        request.user = PenggunaFactory()
        return request

    return buat


@pytest.mark.parametrize(("format_", "mode"), [("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "RGBA")])
def test_nothing_but_the_pixels_comes_along(format_, mode):
    berkas = simpan(format_, mode=mode)

    path, tipe = pratinjau(berkas)

    isi = path.read_bytes()
    assert b"RAHASIA" not in isi
    with Image.open(path) as gambar:
        assert (gambar.format, tipe) == (format_, berkas.tipe)
        assert gambar.size == (SISI, SISI // 2)
        assert dict(gambar.getexif()) == {}
    assert b"RAHASIA" in berkas.baca()


def test_a_picture_taken_sideways_is_shown_upright():
    path, _ = pratinjau(simpan("JPEG", ukuran=(400, 200), putar=6))

    with Image.open(path) as gambar:
        assert gambar.size == (200, 400)


def test_it_is_made_once():
    berkas = simpan("JPEG")
    path, _ = pratinjau(berkas)
    path.write_bytes(b"yang pertama")

    assert pratinjau(berkas)[0].read_bytes() == b"yang pertama"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_page_shows_the_new_one_and_a_link_gives_the_received_one(minta):
    berkas = simpan("JPEG")

    tampil = serve_berkas(minta("/?pratinjau"), berkas, tampilkan=True)
    assert tampil["Content-Disposition"].startswith("inline")
    assert b"RAHASIA" not in tampil.getvalue()
    assert not JejakAudit.objects.exists()

    unduh = serve_berkas(minta("/"), berkas, tampilkan=True)
    assert unduh["Content-Disposition"].startswith("attachment")
    assert unduh.getvalue() == berkas.baca()
    assert JejakAudit.objects.get().aksi == "berkas.unduh"
    for response in (tampil, unduh):
        assert response["X-Content-Type-Options"] == "nosniff"
        response.close()


def test_lost_bytes_are_not_found():
    berkas = simpan("PNG")
    berkas.path.unlink()

    with pytest.raises(Http404):
        pratinjau_response(berkas)


def test_bytes_that_are_no_picture_are_not_shown():
    berkas = services.simpan(b"\x89PNG rusak", nama="a.png", tipe="image/png", oleh=None)

    with pytest.raises(Http404):
        pratinjau_response(berkas)


def test_what_nobody_looked_at_for_long_goes_and_comes_back():
    berkas = simpan("JPEG")
    path, _ = pratinjau(berkas)
    assert sapu_pratinjau(uji_coba=False) == 0
    os.utime(path, (path.stat().st_mtime - DISIMPAN - 60,) * 2)

    assert sapu_pratinjau(uji_coba=True) == 1
    assert path.exists()
    assert sapu_pratinjau(uji_coba=False) == 1
    assert not path.exists()
    assert pratinjau(berkas)[0].exists()
