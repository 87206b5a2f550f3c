"""Asking for a later deadline of a mitra's report."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import SekaliMixin, TanggalField, TeksField

if TYPE_CHECKING:
    from datetime import date


class PerpanjanganForm(SekaliMixin, forms.Form):
    """The later day and why."""

    sampai = TanggalField(
        label="Batas baru yang diminta", help_text="Batas menurut aturan tetap terlihat."
    )
    alasan = TeksField(
        label="Alasan",
        max_length=300,
        baris=3,
        help_text="Misalnya data yang belum selesai dihitung, dan sampai kapan.",
    )

    def __init__(self, *args: Any, setelah: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        besok = setelah + timedelta(days=1)
        self.fields["sampai"].widget.attrs["min"] = besok.isoformat()
