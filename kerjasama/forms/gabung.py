"""Merging twins: which one, and the consent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kerjasama.forms.pilih_mitra import PETUNJUK, MitraField

if TYPE_CHECKING:
    from kerjasama.models import Mitra


class KeForm(forms.Form):
    """The key of the mitra that stays, where a page leads here."""

    ke = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    @classmethod
    def kunci(cls, kueri: Any) -> int | None:
        """The key; none for what is no number."""
        form = cls(kueri)
        return form.cleaned_data["ke"] if form.is_valid() else None


class PilihTujuanForm(forms.Form):
    """The mitra that stays: named by the person, unless it is known from the key."""

    mitra = MitraField(label="Mitra yang tetap dipakai", required=False, help_text=PETUNJUK)

    def __init__(self, *args: Any, asal: Mitra, terpilih: Mitra | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asal = asal
        self.terpilih = terpilih if terpilih and not terpilih.digabung_ke_id else None

    def clean(self) -> dict[str, Any]:
        """One of the two, and another than the one that is closed."""
        data = super().clean() or {}
        if self.errors:
            return data
        tujuan = self.tujuan()
        if tujuan is None:
            self.add_error("mitra", "Sebutkan mitra yang tetap dipakai.")
        elif tujuan == self.asal:
            self.add_error("mitra", "Itu mitra yang akan ditutup. Sebutkan mitra yang lain.")
        return data

    def tujuan(self) -> Mitra | None:
        """What was named, or else what was chosen before."""
        disebut: Mitra | None = self.cleaned_data.get("mitra")
        return disebut or self.terpilih


class GabungForm(forms.Form):
    """What was read, and that it was understood."""

    ke = forms.IntegerField(widget=forms.HiddenInput)
    sidik = forms.CharField(max_length=32, widget=forms.HiddenInput)
    setuju = forms.BooleanField(
        label="Saya sudah memeriksa pratinjau ini: pengguna kedua mitra akan melihat seluruh "
        "naskahnya bersama, dan penggabungan tidak dapat dibatalkan.",
        error_messages={"required": "Centang untuk menyatakan bahwa akibatnya sudah diperiksa."},
    )
