"""What a person who attends gives, on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import TeksField
from pengawasan.domain.tanda_tangan import GoresanSalahError, baca_goresan
from pengawasan.enums import UnsurHadirin

if TYPE_CHECKING:
    from pengawasan.domain.tanda_tangan import Goresan

TANPA = "Gambar tanda tangan, atau centang “Hadir tanpa tanda tangan”."


def _teks(isi: str) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": isi})


class HadirForm(forms.Form):
    """Name, office, and a signature or the word that there is none."""

    nama = TeksField(label="Nama lengkap", max_length=150, widget=_teks("name"))
    jabatan = TeksField(
        label="Jabatan", max_length=200, required=False, widget=_teks("organization-title")
    )
    instansi = TeksField(label="Instansi", max_length=200, widget=_teks("organization"))
    unsur = forms.ChoiceField(
        label="Hadir mewakili", choices=UnsurHadirin.choices, widget=forms.RadioSelect
    )
    goresan = forms.CharField(required=False, widget=forms.HiddenInput)
    tanpa_tanda_tangan = forms.BooleanField(
        label="Hadir tanpa tanda tangan",
        required=False,
        help_text="Bila tidak dapat menggambar pada layar. Pada daftar yang dicetak tersedia "
        "kotak kosong untuk tanda tangan basah.",
    )

    def clean(self) -> dict[str, Any]:
        """Strokes that are a signature, unless the person attends without one."""
        data = super().clean() or {}
        if data.get("tanpa_tanda_tangan"):
            data["goresan"] = None
        elif teks := data.get("goresan"):
            data["goresan"] = self._goresan(teks)
        else:
            self.add_error("tanpa_tanda_tangan", TANPA)
        return data

    def data_hadirin(self) -> dict[str, Any]:
        """The columns of the line."""
        return {n: self.cleaned_data[n] for n in ("nama", "jabatan", "instansi", "unsur")}

    def _goresan(self, teks: str) -> Goresan | None:
        try:
            return baca_goresan(teks)
        except GoresanSalahError as error:
            self.add_error("tanpa_tanda_tangan", str(error))
            return None
