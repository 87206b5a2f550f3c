"""A hidden one-use key for forms that create something."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms


class SekaliMixin(forms.Form):
    """Adds `kunci`; give cleaned_data["kunci"] to inti.services.sekali.pakai_kunci."""

    kunci = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kunci"].initial = uuid4
