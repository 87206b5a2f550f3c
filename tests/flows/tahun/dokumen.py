"""Printing: the buttons of a page that issue an official document."""


def cetak(orang, alamat, jenis=""):
    """Press every print button of the page, or those of one kind of document."""
    halaman = orang.buka(alamat)
    pola = f"/dokumen/terbit/{jenis}"
    for kata in ("Cetak", "Terbitkan undangan"):
        for tombol in halaman.tombol(kata):
            formulir = next(tombol.iterancestors("form"), None)
            tujuan = formulir.get("action", "") if formulir is not None else ""
            if pola in tujuan:
                halaman.tekan(kata, memuat=tujuan)
