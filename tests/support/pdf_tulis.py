"""A small PDF that says something."""

import io

import pikepdf


def pdf_berteks(teks, halaman=1):
    """The text in Helvetica on every page."""
    with pikepdf.new() as pdf:
        huruf = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        for _ in range(halaman):
            lembar = pdf.add_blank_page(page_size=(300, 300))
            lembar.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=huruf))
            isi = f"BT /F1 12 Tf 20 200 Td ({teks}) Tj ET"
            lembar.Contents = pdf.make_stream(isi.encode("latin-1"))
        keluaran = io.BytesIO()
        pdf.save(keluaran)
    return keluaran.getvalue()
