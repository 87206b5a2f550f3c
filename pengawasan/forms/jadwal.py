"""Postponing an obligation."""

from django import forms

from inti.forms import TanggalField


class TundaForm(forms.Form):
    """A new date and why."""

    sampai = TanggalField(label="Ditunda sampai")
    alasan = forms.CharField(
        label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
