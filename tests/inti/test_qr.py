"""A QR code as a path and as a picture."""

import io

import segno
from PIL import Image

from inti.qr import kode_qr, png_qr

ALAMAT = "https://kerjasama.contoh.go.id/v/abc/"


def test_picture_has_the_squares_of_the_code():
    kotak = [list(b) for b in segno.make(ALAMAT, error="m", micro=False).matrix_iter(border=2)]

    gambar = Image.open(io.BytesIO(png_qr(ALAMAT, tepi=2, titik=3)))

    sisi = kode_qr(ALAMAT, tepi=2).sisi
    assert gambar.size == (3 * sisi, 3 * sisi)
    terang = [[gambar.getpixel((3 * x + 1, 3 * y + 1)) for x in range(sisi)] for y in range(sisi)]
    assert terang == [[0 if gelap else 255 for gelap in baris] for baris in kotak]


def test_same_text_gives_the_same_picture():
    assert png_qr(ALAMAT) == png_qr(ALAMAT) != png_qr(f"{ALAMAT}?")
