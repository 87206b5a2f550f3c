"""The meeting: who attended, what was said."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms

from inti.forms import TanggalInput, TeksField
from inti.forms.bentrok_halaman import HalamanMixin
from pengawasan.domain.hadirin import BarisSalahError, Orang, baca_tempelan
from pengawasan.enums import UnsurHadirin
from pengawasan.forms.baris import BarisFormSet
from pengawasan.models import Notulensi
from pengawasan.services.rapat import HADIRIN_TERBANYAK


def _kotak(nama: str) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "form-control", "aria-label": nama, "placeholder": nama})


class HadirinForm(forms.Form):
    """One person, on one line of the page; `pk` names the row it came from."""

    pk = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    nama = TeksField(label="Nama", max_length=150, widget=_kotak("Nama"))
    jabatan = TeksField(label="Jabatan", max_length=200, required=False, widget=_kotak("Jabatan"))
    instansi = TeksField(label="Instansi", max_length=200, widget=_kotak("Instansi"))
    unsur = forms.ChoiceField(
        label="Unsur",
        choices=UnsurHadirin.choices,
        initial=UnsurHadirin.PERANGKAT_DAERAH.value,
        widget=forms.Select(attrs={"class": "form-select", "aria-label": "Unsur"}),
    )


class OrangSekaliFormSet(BarisFormSet):
    """The list as it stood on the page; a row of it stands there once."""

    def clean(self) -> None:
        """Refuse the same row twice: one of the two would silently win."""
        pk = self._pk()
        if len(pk) != len(set(pk)):
            raise forms.ValidationError("Satu orang tercantum dua kali. Muat ulang halaman.")

    def diketahui(self) -> set[int]:
        """The rows that were on the page, those taken out included."""
        return set(self._pk())

    def _pk(self) -> list[int]:
        isi = (getattr(f, "cleaned_data", {}) for f in self.forms)
        return [satu["pk"] for satu in isi if satu.get("pk")]


HadirinFormSet = forms.formset_factory(
    HadirinForm,
    formset=OrangSekaliFormSet,
    extra=3,
    max_num=HADIRIN_TERBANYAK,
    validate_max=True,
    can_delete=True,
)


class TempelHadirinForm(HalamanMixin):
    """Several people at once, and what the list looked like when the page was opened."""

    sidik = forms.CharField(widget=forms.HiddenInput, max_length=64)
    tempel = TeksField(
        label="Tempel beberapa orang sekaligus",
        required=False,
        max_length=30_000,
        baris=4,
        help_text="Satu orang per baris: nama; jabatan; instansi. Tempelan dari lembar kerja juga "
        "dapat dibaca.",
    )
    unsur_tempel = forms.ChoiceField(label="Unsur bagi yang ditempel", choices=UnsurHadirin.choices)

    def clean_tempel(self) -> list[Orang]:
        """The people on the lines."""
        try:
            return baca_tempelan(self.cleaned_data["tempel"])
        except BarisSalahError as error:
            raise forms.ValidationError(str(error)) from error

    def tempelan(self) -> list[dict[str, Any]]:
        """One dict per pasted person."""
        unsur = self.cleaned_data["unsur_tempel"]
        return [vars(orang) | {"unsur": unsur} for orang in self.cleaned_data["tempel"]]


class NotulensiForm(HalamanMixin, forms.ModelForm):
    """The minutes."""

    sidik = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    tempat = TeksField(label="Tempat", max_length=250)
    pimpinan = TeksField(label="Pimpinan rapat", max_length=150)
    notulis = TeksField(label="Notulis", max_length=150)
    agenda = TeksField(label="Agenda", max_length=2_000, baris=3)
    pembahasan = TeksField(label="Pembahasan", max_length=20_000, baris=10)
    kesimpulan = TeksField(label="Kesimpulan", max_length=5_000, baris=4)

    class Meta:
        model = Notulensi
        fields = (
            "tanggal", "mulai", "selesai", "tempat", "pimpinan", "notulis",
            "agenda", "pembahasan", "kesimpulan",
        )  # fmt: skip
        labels = {
            "tanggal": "Tanggal rapat",
            "mulai": "Mulai pukul",
            "selesai": "Selesai pukul",
        }
        widgets = {
            "tanggal": TanggalInput(),
            "mulai": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "selesai": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            "sidik",
            "asal",
            Row(*[Column(n, css_class="col-md-4") for n in ("tanggal", "mulai", "selesai")]),
            "tempat",
            Row(*[Column(n, css_class="col-md-6") for n in ("pimpinan", "notulis")]),
            "agenda",
            "pembahasan",
            "kesimpulan",
        )

    def data_notulensi(self) -> dict[str, Any]:
        """The columns that a person gives."""
        return {n: self.cleaned_data[n] for n in self.Meta.fields}
