"""One text field, for decisions."""

from django import forms


class CatatanForm(forms.Form):
    """An optional note."""

    catatan = forms.CharField(
        label="Catatan", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AlasanForm(forms.Form):
    """A reason that must be given."""

    alasan = forms.CharField(
        label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
