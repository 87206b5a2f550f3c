"""Native date inputs; the page echoes the chosen date in Indonesian words."""

from __future__ import annotations

from typing import Any

from django import forms


class TanggalInput(forms.DateInput):
    """`<input type="date">` whose value is ISO, whatever the locale."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"data-date-echo": "", **(attrs or {})}, format="%Y-%m-%d")


class TanggalField(forms.DateField):
    """A date from a native input."""

    widget = TanggalInput
