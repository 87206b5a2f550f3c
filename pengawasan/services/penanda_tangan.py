"""Who signs the letters of the Ketua TKKSD."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.models import PemangkuJabatan
from inti.putusan import AturanDilanggar
from pengawasan.domain.tim import KETUA_TKKSD

if TYPE_CHECKING:
    from datetime import date


def ketua_tkksd(tanggal: date) -> PemangkuJabatan:
    """Whoever acts as Ketua TKKSD on the letter's date; AturanDilanggar when nobody does."""
    ketua = PemangkuJabatan.objects.pemangku(KETUA_TKKSD, tanggal)
    if ketua is None:
        msg = "Belum ada pemangku jabatan Ketua TKKSD pada tanggal surat."
        raise AturanDilanggar(msg)
    return ketua
