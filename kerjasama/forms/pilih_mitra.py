"""Naming a mitra by typing: the page suggests, the form finds it by its folded name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.formats import rangkai
from kerjasama.forms.saran import bersaran
from kerjasama.queries.pilihan_mitra import PencariMitra

if TYPE_CHECKING:
    from kerjasama.models import Mitra

DAFTAR = "saran-mitra"
BERSARAN = bersaran(DAFTAR, "kerjasama:mitra-saran")
PETUNJUK = (
    "Ketik sebagian nama, lalu pilih dari saran yang muncul. Nama lama juga ditemukan. "
    "Mitra yang belum tercatat dicatat dahulu pada menu Mitra."
)


class MitraField(forms.CharField):
    """Cleans to a Mitra. `pencari` is one for all rows of a page, so that forty ask as one does."""

    pencari: PencariMitra | None = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs=BERSARAN), max_length=250, **kwargs)

    def clean(self, value: Any) -> Any:
        """The mitra of that name; a name that nobody carries is answered with those like it."""
        nama = super().clean(value)
        if not nama:
            return None
        pencari = self.pencari or PencariMitra([nama])
        mitra: Mitra | None = pencari.cari(nama)
        if mitra is None:
            raise forms.ValidationError(_belum_ada(pencari.mungkin(nama)), code="asing")
        return mitra


def _belum_ada(mungkin: list[str]) -> str:
    if not mungkin:
        return "Tidak ada mitra bernama itu. Periksa ejaannya, atau catat dahulu pada menu Mitra."
    return f"Tidak ada mitra bernama itu. Yang mirip: {rangkai([f'“{n}”' for n in mungkin])}."
