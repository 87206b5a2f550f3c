"""Figures and money as people write them; the cleaned value is a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms

from inti.angka import AngkaSalahError, baca_angka, baca_persen, baca_rupiah
from inti.formats import ribuan

if TYPE_CHECKING:
    from decimal import Decimal


class AngkaField(forms.Field):
    """`1.250` or `12,5`; cleans to Decimal, or None when optional and empty."""

    baca: Callable[[str], Decimal | int] = staticmethod(baca_angka)

    def __init__(self, **kwargs: Any) -> None:
        atribut = {"inputmode": "decimal", "autocomplete": "off"}
        super().__init__(widget=forms.TextInput(attrs=atribut), **kwargs)

    def to_python(self, value: Any) -> Any:
        """Read the text; what cannot be read is refused with the sentence of the reader."""
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            return self.baca(str(value))
        except AngkaSalahError as error:
            raise forms.ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        """With Indonesian separators; what was typed stays as it was typed."""
        return value if value is None or isinstance(value, str) else ribuan(value)


class BulatField(forms.IntegerField):
    """A whole number from a range that one sentence tells."""

    default_error_messages = {"invalid": "Tulis angka bulat saja, misalnya 6."}

    def __init__(self, *, min_value: int, max_value: int, **kwargs: Any) -> None:
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)
        self.error_messages["min_value"] = self.error_messages["max_value"] = (
            f"Isi angka antara {min_value} dan {max_value}."
        )


class PersenField(AngkaField):
    """`11,9` or `11,9 %`."""

    baca = staticmethod(baca_persen)


class RupiahField(AngkaField):
    """`1.500.000`, `Rp1.500.000,00` or `1,5 miliar`; cleans to whole rupiah."""

    baca = staticmethod(baca_rupiah)
