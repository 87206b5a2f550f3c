"""Inputs of a person who stands on one line of the page."""

from __future__ import annotations

from django import forms

# The list of names of units that a page offers under its inputs for a unit.
DAFTAR_UNIT = "daftar-unit"


def kotak(nama: str, **atribut: str) -> forms.TextInput:
    """A text input that says itself what it is for."""
    tetap = {"class": "form-control", "aria-label": nama, "placeholder": nama}
    return forms.TextInput(attrs=tetap | atribut)


def kotak_unit() -> forms.TextInput:
    """The same, with the names of the units to choose from; anything else may be typed."""
    return kotak("Perangkat daerah atau instansi", list=DAFTAR_UNIT)
