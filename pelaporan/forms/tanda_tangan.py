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
        # A bundle has its originals in it; the port takes only the issued bytes and signatures.
        terbit=True,
        help_text="Dari BSrE, tanpa dicetak ulang atau disimpan lagi oleh aplikasi lain.",
    )
