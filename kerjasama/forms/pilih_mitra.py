"""Naming a mitra by typing: the page suggests, the form finds it by its folded name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.urls import reverse_lazy

from inti.formats import rangkai
from kerjasama.queries.pilihan_mitra import PencariMitra

if TYPE_CHECKING:
    from kerjasama.models import Mitra

DAFTAR = "saran-mitra"
# What makes a text field suggest mitra into the list of that id on its page.
BERSARAN = {
    "list": DAFTAR,
    "autocomplete": "off",
    "hx-get": reverse_lazy("kerjasama:mitra-saran"),
    "hx-trigger": "input changed delay:250ms",
    "hx-target": f"#{DAFTAR}",
    "hx-sync": "this:replace",
}
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


class SaranForm(forms.Form):
    """What stands in the field that asks; a field of a row goes by the name of its row."""

    teks = forms.CharField(max_length=250)

    @classmethod
    def dari(cls, kueri: Any) -> SaranForm:
        """Of the one field that htmx sends."""
        return cls({"teks": next(iter(kueri.values()), "")})
