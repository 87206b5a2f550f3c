"""Saying twice that something goes for good."""

from django import forms


class HapusKarantinaForm(forms.Form):
    """What is deleted cannot be brought back."""

    yakin = forms.BooleanField(
        label="Ya, hapus isi berkas ini untuk selamanya",
        error_messages={"required": "Centang dahulu bahwa isinya dihapus untuk selamanya."},
    )
