"""Naming a naskah by typing: the page suggests, the form finds it by its number."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.formats import rangkai
from kerjasama.forms.saran import bersaran
from kerjasama.models import Naskah
from kerjasama.queries.pilihan_naskah import cari_naskah, saran_naskah, sebutan

DAFTAR = "saran-naskah"
MUNGKIN_TERBANYAK = 3
BERSARAN = bersaran(DAFTAR, "kerjasama:naskah-saran")
PETUNJUK = "Ketik sebagian nomor atau judulnya, lalu pilih dari saran. Kosongkan bila tidak ada."


class NaskahField(forms.CharField):
    """Cleans to a Naskah, or None where nothing is named."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs=BERSARAN), help_text=PETUNJUK, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A key as the name of its naskah; what was typed stays as it was typed."""
        if not isinstance(value, int):
            return value
        naskah = Naskah.objects.only("nomor", "judul").filter(pk=value).first()
        return sebutan(naskah) if naskah else ""

    def clean(self, value: Any) -> Any:
        """The naskah of that number; what nobody finds is answered with those like it."""
        teks = super().clean(value)
        if not teks:
            return None
        naskah = cari_naskah(teks)
        if naskah is None:
            raise forms.ValidationError(_tidak_ada(teks), code="asing")
        return naskah


def _tidak_ada(teks: str) -> str:
    mungkin = [f"“{nama}”" for nama, _ in saran_naskah(teks)[:MUNGKIN_TERBANYAK]]
    if not mungkin:
        return "Tidak ada naskah seperti itu. Ketik sebagian nomor atau judulnya, lalu pilih saran."
    return f"Belum jelas naskah yang mana. Yang mirip: {rangkai(mungkin)}."
