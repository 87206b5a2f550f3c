"""A new token for a program."""

from __future__ import annotations

from django import forms

from inti.enums import CakupanToken
from inti.forms.sekali import SekaliMixin
from inti.forms.teks import TeksField

MASA = [(30, "30 hari"), (90, "90 hari"), (365, "1 tahun")]


class TokenApiForm(SekaliMixin):
    """What it is for, how far it goes, and for how long."""

    nama = TeksField(
        label="Nama", max_length=80, help_text="Program yang memakainya, misalnya “Gudang data”."
    )
    cakupan = forms.ChoiceField(
        label="Cakupan",
        choices=CakupanToken.choices,
        initial=CakupanToken.BACA,
        widget=forms.RadioSelect,
        help_text="Program tidak pernah dapat lebih daripada Anda sendiri.",
    )
    hari = forms.TypedChoiceField(label="Masa berlaku", choices=MASA, coerce=int, initial=90)
