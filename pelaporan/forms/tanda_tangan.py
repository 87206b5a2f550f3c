"""The file of a document as it was signed elsewhere."""

from __future__ import annotations

from django import forms

from inti.forms.berkas import BerkasField
from inti.unggahan import PDF


class TandaTanganForm(forms.Form):
    """One PDF."""

    berkas = BerkasField(
        label="Berkas yang sudah ditandatangani",
        tipe=(PDF,),
        help_text="PDF dari BSrE, tanpa dicetak ulang atau disimpan lagi oleh aplikasi lain.",
    )
