"""Formsets whose rows can be taken out."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms


class BarisFormSet(forms.BaseFormSet):
    """Rows with a deletion mark; an empty row is none."""

    hapus: ClassVar[str] = "Hapus"

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The deletion mark in Indonesian."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = self.hapus
        form.fields["DELETE"].widget.attrs["class"] = "form-check-input"

    def baris(self) -> list[dict[str, Any]]:
        """One dict per row that stays."""
        terisi = [dict(f.cleaned_data) for f in self.forms if f.cleaned_data]
        return [
            {n: v for n, v in isi.items() if n != "DELETE"}
            for isi in terisi
            if not isi.get("DELETE")
        ]
