"""Merging twins: which one, and the consent."""

from __future__ import annotations

from typing import Any

from django import forms

from kerjasama.forms.pilih_mitra import PETUNJUK, MitraField
from kerjasama.models import Mitra


class PilihTujuanForm(forms.Form):
    """The mitra that stays: named by the person, or by its key where a page leads here."""

    mitra = MitraField(label="Mitra yang tetap dipakai", required=False, help_text=PETUNJUK)
    ke = forms.ModelChoiceField(
        queryset=Mitra.objects.aktif(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, asal: Mitra, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asal = asal

    def clean(self) -> dict[str, Any]:
        """One of the two, and another than the one that is closed."""
        data = super().clean() or {}
        tujuan = data.get("mitra") or data.get("ke")
        if tujuan == self.asal:
            self.add_error("mitra", "Itu mitra yang akan ditutup. Sebutkan mitra yang lain.")
        elif tujuan is None and not self.errors.get("mitra"):
            self.add_error("mitra", "Sebutkan mitra yang tetap dipakai.")
        return data

    def tujuan(self) -> Mitra:
        """What was named."""
        terpilih: Mitra = self.cleaned_data["mitra"] or self.cleaned_data["ke"]
        return terpilih


class GabungForm(forms.Form):
    """What was read, and that it was understood."""

    ke = forms.IntegerField(widget=forms.HiddenInput)
    sidik = forms.CharField(max_length=32, widget=forms.HiddenInput)
    setuju = forms.BooleanField(
        label="Saya sudah memeriksa pratinjau ini: pengguna kedua mitra akan melihat seluruh "
        "naskahnya bersama, dan penggabungan tidak dapat dibatalkan.",
        error_messages={"required": "Centang untuk menyatakan bahwa akibatnya sudah diperiksa."},
    )
