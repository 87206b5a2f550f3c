"""How a person wants to be written to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from inti.models import PilihanPesan


class PilihanPesanForm(forms.ModelForm):
    """Only what may be chosen; the rest is said beside the form."""

    pukul = forms.TypedChoiceField(
        label="Ringkasan harian dikirim pukul",
        coerce=int,
        choices=[(jam, f"{jam:02d}.00") for jam in range(24)],
        help_text="Semua pengingat sehari dikirim dalam satu surel pada jam ini.",
    )

    class Meta:
        model = PilihanPesan
        fields = ("pukul", "surel_pengingat", "surel_kabar", "webhook")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.WEBHOOK_URL:
            del self.fields["webhook"]
