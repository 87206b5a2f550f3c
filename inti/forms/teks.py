"""Text fields whose cleaned value is plain text, counted as the person counts it."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.teks import rapikan, terlihat


class TeksField(forms.CharField):
    """One line; or several with `baris`, the height of the box."""

    def __init__(self, *, baris: int = 0, **kwargs: Any) -> None:
        if baris:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": baris}))
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without maxlength: a browser cuts what is pasted and says nothing; the form says it."""
        return {n: v for n, v in super().widget_attrs(widget).items() if n != "maxlength"}

    def to_python(self, value: Any) -> str:
        """Tidy before the length is counted: a browser sends each newline as two characters.

        Text in which nothing can be read is no text. What was never text is left to be refused.
        """
        teks = rapikan(str(value)) if value and "\x00" not in str(value) else value
        return str(super().to_python(teks if teks and terlihat(str(teks)) else ""))
