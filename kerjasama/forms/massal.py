"""An action on many naskah: which ones, what to do, and the preview that is confirmed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.core import signing

from inti.models import Pengguna
from kerjasama.enums import JenisTindakanMassal as Jenis
from kerjasama.enums import Tanda
from kerjasama.models import PerangkatDaerah
from kerjasama.queries.naskah import petugas

GARAM = "kerjasama.massal"
# As long as somebody may think over a preview.
BERLAKU_DETIK = 3_600


class TindakanForm(forms.Form):
    """What to do: the button that was pressed says which of the three choices counts."""

    jenis = forms.ChoiceField(choices=Jenis.choices, widget=forms.HiddenInput)
    penanggung_jawab = forms.ModelChoiceField(
        label="Penanggung jawab",
        queryset=Pengguna.objects.none(),
        required=False,
        empty_label="Tanpa penanggung jawab",
    )
    perangkat_daerah = forms.ModelChoiceField(
        label="Perangkat daerah pemrakarsa",
        queryset=PerangkatDaerah.objects.filter(sampai=None).order_by("nama"),
        required=False,
        empty_label="Pilih…",
    )
    tanda = forms.ChoiceField(
        label="Tanda", choices=[("", "Tanpa tanda"), *Tanda.choices], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["penanggung_jawab"].queryset = petugas()

    def clean(self) -> dict[str, Any]:
        """A naskah may be without a person or a mark, but not without a unit."""
        data = super().clean() or {}
        unit = Jenis.PERANGKAT_DAERAH
        if data.get("jenis") == unit and unit not in self.errors and not data.get(unit):
            self.add_error(unit, "Pilih perangkat daerahnya.")
        return data

    def tindakan(self) -> tuple[Jenis, Any, str]:
        """The action, the value as it is written, and in words."""
        jenis = Jenis(self.cleaned_data["jenis"])
        isi = self.cleaned_data[jenis]
        if jenis == Jenis.TANDA:
            return jenis, isi, Tanda(isi).label if isi else "tanpa tanda"
        return jenis, isi and isi.pk, str(isi or "tanpa penanggung jawab")


class TerapkanForm(forms.Form):
    """The confirmation: exactly what the preview showed, sealed for the person who saw it."""

    meterai = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pengguna = pengguna

    def clean_meterai(self) -> dict[str, Any]:
        """The action that was sealed. Only on the day, and only by the same person."""
        try:
            isi = signing.loads(self.cleaned_data["meterai"], salt=GARAM, max_age=BERLAKU_DETIK)
        except signing.BadSignature as error:
            raise forms.ValidationError("Pratinjau itu sudah lama. Buka lagi.") from error
        if isi["oleh"] != self.pengguna.pk:
            raise forms.ValidationError("Pratinjau itu milik orang lain. Buka sendiri.")
        return isi


def meterai(
    jenis: Jenis, nilai: Any, sebutan: str, baris: list[list[Any]], *, pengguna: Any
) -> str:
    """What the preview shows, in a form that cannot be changed on the way back."""
    isi = {
        "jenis": jenis.value,
        "nilai": nilai,
        "sebutan": sebutan,
        "baris": baris,
        "oleh": pengguna.pk,
        "kunci": str(uuid4()),
    }
    return signing.dumps(isi, salt=GARAM, compress=True)
