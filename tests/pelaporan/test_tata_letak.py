"""What the bundle and the receipt look like, line by line, against what was looked at once.

After a change that is meant: BARUKAN_CONTOH=1 pytest tests/pelaporan/test_tata_letak.py, and look.
"""

import os
from pathlib import Path

import pytest

from pelaporan.pdf import bundel_pdf, dokumen_pdf
from tests.factories.bundel import (
    baris_matrik,
    berita_acara,
    bundel_pemantauan,
    isi_bundel,
    isi_tanda_terima,
    laporan_mitra,
    matrik,
    notulensi,
)
from tests.support.pdf import A4, fonts_of, pages_of

CONTOH = Path(__file__).parent / "contoh"


def bundel():
    baris = [baris_matrik(n) for n in range(1, 4)]
    isi = isi_bundel(laporan_mitra(), notulensi(), berita_acara(), matrik(baris))
    return bundel_pdf(isi, {}).isi


def bundel_bisu():
    return bundel_pdf(bundel_pemantauan(), {}).isi


def tanda_terima():
    templat = "pelaporan/cetak/dokumen/tanda_terima.html"
    return dokumen_pdf(templat, isi_tanda_terima(), {}).isi


def susunan(isi):
    """Size and lines of each page; where a line begins and how far its words stand apart count."""
    halaman = []
    for nomor, satu in enumerate(pages_of(isi), start=1):
        baris = [b.rstrip() for b in satu.text.splitlines() if b.strip()]
        halaman.append("\n".join([f"== {nomor}: {satu.size}", *baris]))
    return "\n".join(halaman) + "\n"


@pytest.mark.parametrize("buat", [bundel, bundel_bisu, tanda_terima], ids=lambda b: b.__name__)
def test_the_pages_are_as_they_were_looked_at(buat):
    contoh = CONTOH / f"{buat.__name__}.txt"
    ada = susunan(buat())
    if os.environ.get("BARUKAN_CONTOH"):
        contoh.write_text(ada)

    assert ada == contoh.read_text()


def test_bundle_is_printed_on_a4_where_the_government_uses_that():
    isi = isi_bundel(notulensi(), matrik([baris_matrik(1)])) | {"kertas": "a4"}

    hasil = bundel_pdf(isi, {}).isi

    assert {h.size for h in pages_of(hasil)} == {A4, A4[::-1]}
    assert all(fonts_of(hasil).values())
