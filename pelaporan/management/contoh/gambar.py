"""Small real files for the demo: a photo and a one-page PDF, made here."""

from __future__ import annotations

import io

import pikepdf
from PIL import Image, ImageDraw

from inti.unggahan import JPEG, PDF, Diperiksa


def foto(teks: str) -> Diperiksa:
    """A drawn picture with a caption."""
    gambar = Image.new("RGB", (960, 640), "#cfe0f2")
    pena = ImageDraw.Draw(gambar)
    pena.rectangle((0, 430, 960, 640), fill="#8aa05c")
    pena.rectangle((180, 230, 780, 470), fill="#f4ead5", outline="#6b5b3a", width=6)
    pena.polygon([(150, 230), (480, 90), (810, 230)], fill="#a2412f")
    for x in range(220, 740, 110):
        pena.rectangle((x, 290, x + 60, 370), fill="#5d7f9e")
    pena.text((24, 600), teks, fill="#1f1f1f")
    keluaran = io.BytesIO()
    gambar.save(keluaran, "JPEG", quality=80)
    return Diperiksa(isi=keluaran.getvalue(), tipe=JPEG, nama="foto-lokasi.jpg")


def dokumen(judul: str) -> Diperiksa:
    """A one-page PDF with a title."""
    keluaran = io.BytesIO()
    with pikepdf.new() as pdf:
        halaman = pdf.add_blank_page(page_size=(595, 842))
        huruf = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        halaman.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=huruf))
        aman = "".join(c for c in judul if c.isascii() and c not in "()\\")[:80]
        halaman.Contents = pdf.make_stream(f"BT /F1 16 Tf 60 760 Td ({aman}) Tj ET".encode())
        pdf.save(keluaran, deterministic_id=True)
    return Diperiksa(isi=keluaran.getvalue(), tipe=PDF, nama="lampiran-laporan.pdf")
