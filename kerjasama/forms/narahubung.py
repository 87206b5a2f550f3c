"""A contact person."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.forms import SekaliMixin
from inti.forms.bentrok import BentrokModelMixin
from kerjasama.models import Narahubung


class NarahubungForm(BentrokModelMixin, SekaliMixin, forms.ModelForm):
    """Name, and at least one way to reach the person."""

    class Meta:
        model = Narahubung
        fields = ("nama", "jabatan", "telepon", "surel", "utama")
        help_texts = {
            "telepon": "Telepon atau surel, salah satu wajib diisi.",
            "utama": "Menggantikan narahubung utama yang ada.",
        }

    def clean(self) -> dict[str, Any]:
        """A contact whom nobody can reach is none."""
        data = super().clean() or {}
        if not self.errors and not (data.get("telepon") or data.get("surel")):
            self.add_error("telepon", "Isi telepon atau surel agar orang ini dapat dihubungi.")
        return data
