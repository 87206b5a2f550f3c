"""Merging twins: which one, and the consent."""

from __future__ import annotations

from typing import Any

from django import forms

from kerjasama.models import Mitra


class PilihTujuanForm(forms.Form):
    """The mitra that stays."""

    ke = forms.ModelChoiceField(
        label="Mitra yang tetap dipakai",
        queryset=Mitra.objects.aktif().order_by("nama"),
        empty_label="Pilih mitra",
        help_text="Semua milik mitra ini berpindah ke mitra yang dipilih.",
    )

    def __init__(self, *args: Any, asal: Mitra, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["ke"]
        pilihan.queryset = pilihan.queryset.exclude(pk=asal.pk)


class GabungForm(forms.Form):
    """What was read, and that it was understood."""

    ke = forms.IntegerField(widget=forms.HiddenInput)
    sidik = forms.CharField(max_length=32, widget=forms.HiddenInput)
    setuju = forms.BooleanField(
        label="Saya sudah memeriksa pratinjau ini: pengguna kedua mitra akan melihat seluruh "
        "naskahnya bersama, dan penggabungan tidak dapat dibatalkan.",
        error_messages={"required": "Centang untuk menyatakan bahwa akibatnya sudah diperiksa."},
    )
