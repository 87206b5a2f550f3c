"""A text field that suggests while somebody types, and the form of what it asks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse_lazy


def bersaran(daftar: str, halaman: str) -> dict[str, Any]:
    """What makes a text field suggest: into the list of that id, from the page of that name."""
    return {
        "list": daftar,
        "autocomplete": "off",
        "hx-get": reverse_lazy(halaman),
        "hx-trigger": "input changed delay:250ms",
        "hx-target": f"#{daftar}",
        "hx-sync": "this:replace",
    }


class SaranForm(forms.Form):
    """What stands in the field that asks; a field of a row goes by the name of its row."""

    teks = forms.CharField(max_length=250)

    @classmethod
    def dari(cls, kueri: Any) -> SaranForm:
        """Of the one field that htmx sends."""
        return cls({"teks": next(iter(kueri.values()), "")})
