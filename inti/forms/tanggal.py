"""Native date inputs; the page echoes the chosen date in Indonesian words."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms

TAHUN_WAJAR = range(1900, 2200)


class TanggalInput(forms.DateInput):
    """`<input type="date">` whose value is ISO, whatever the locale."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"data-date-echo": "", **(attrs or {})}, format="%Y-%m-%d")


class TanggalField(forms.DateField):
    """A date from a native input, of a year in which an office could have written it."""

    widget = TanggalInput
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": "Pilih tanggal yang ada pada kalender, misalnya 2026-03-31."
    }

    def to_python(self, value: Any) -> date | None:
        """Refuse what a slip of the finger makes of a year."""
        tanggal = super().to_python(value)
        if tanggal and tanggal.year not in TAHUN_WAJAR:
            awal, akhir = TAHUN_WAJAR[0], TAHUN_WAJAR[-1]
            raise forms.ValidationError(f"Periksa tahunnya: harus antara {awal} dan {akhir}.")
        return tanggal
