"""What a program says of a file that it sends piece by piece."""

from __future__ import annotations

from django import forms


class BukaUnggahanForm(forms.Form):
    """Name, size and hash of the whole."""

    nama = forms.CharField(max_length=300)
    ukuran = forms.IntegerField(min_value=1)
    sha256 = forms.RegexField(r"^[0-9a-f]{64}$")


class PotonganForm(forms.Form):
    """From which byte on."""

    mulai = forms.IntegerField(min_value=0)
