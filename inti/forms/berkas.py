"""Upload fields whose cleaned value is a checked file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from inti import unggahan
from inti.formats import rangkai
from inti.unggahan import AKHIRAN, SEBUTAN, Diperiksa


class BanyakBerkasInput(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class _BertipeField(forms.FileField):
    """A file field that takes certain types only, and says which and how large."""

    satuan = ""

    def __init__(self, *, tipe: tuple[str, ...], terbit: bool = False, **kwargs: Any) -> None:
        # `terbit`: a PDF that we issued comes back, in which files may lie.
        self.tipe, self.terbit = tipe, terbit
        catatan = f"{self.terima()} {kwargs.pop('help_text', '')}".strip()
        # An empty file is refused with the others, by name.
        super().__init__(allow_empty_file=True, help_text=catatan, **kwargs)
        akhiran = [a for t in tipe for a in AKHIRAN[t]]
        self.widget.attrs.setdefault("accept", ",".join(akhiran))

    def terima(self) -> str:
        """What may be sent, as the page says it."""
        jenis = rangkai([SEBUTAN[t] for t in self.tipe], "atau")
        return f"{jenis}, paling besar {settings.BATAS_UNGGAH // 1024**2} MB{self.satuan}."

    def periksa(self, data: Any, initial: Any = None) -> Diperiksa | None:
        """Check presence, then type by content."""
        file = super().clean(data, initial)
        return unggahan.periksa(file, self.tipe, terbit=self.terbit) if file else None


class BerkasField(_BertipeField):
    """One file; cleans to inti.unggahan.Diperiksa, or None when optional and empty."""

    def clean(self, data: Any, initial: Any = None) -> Diperiksa | None:
        """The file, checked."""
        return self.periksa(data, initial)


class BerkasGandaField(_BertipeField):
    """Several files; cleans to a list of Diperiksa."""

    widget = BanyakBerkasInput
    satuan = " per berkas"

    def clean(self, data: Any, initial: Any = None) -> list[Diperiksa]:
        """Check each file on its own."""
        daftar = data if isinstance(data, list | tuple) else [data]
        bersih = [self.periksa(d, initial) for d in daftar if d]
        if self.required and not bersih:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [b for b in bersih if b is not None]
