"""Reading the text of uploaded PDFs, once for the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.models import TeksBerkas
from inti.teks_pdf import baca

if TYPE_CHECKING:
    from inti.models import Berkas


def baca_teks(berkas: Berkas) -> None:
    """Keep what the file says; twice, or from two runners at once: one row."""
    hasil = baca(berkas.path)
    baris = TeksBerkas(sha256=berkas.sha256, teks=hasil.teks, keterangan=hasil.keterangan)
    TeksBerkas.objects.bulk_create([baris], ignore_conflicts=True)
