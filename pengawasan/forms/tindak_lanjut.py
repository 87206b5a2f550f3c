"""Reporting and closing a follow-up."""

from __future__ import annotations

from django import forms

from inti.forms import BerkasGandaField, SekaliMixin
from inti.unggahan import DOCX, JPEG, PDF, PNG, XLSX


class LaporTindakLanjutForm(SekaliMixin, forms.Form):
    """What was done, with evidence."""

    keterangan = forms.CharField(
        label="Apa yang sudah dilaksanakan?",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    bukti = BerkasGandaField(
        label="Bukti",
        tipe=(PDF, JPEG, PNG, DOCX, XLSX),
        required=False,
        help_text="PDF, foto, DOCX, atau XLSX; boleh beberapa berkas.",
    )
