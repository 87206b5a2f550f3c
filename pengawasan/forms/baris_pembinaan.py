"""The rows of the log of pembinaan: the units that took part, and their people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import TeksField
from inti.teks import terlihat
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.hadirin import BarisSalahError, Orang, baca_tempelan
from pengawasan.domain.pembinaan import PESERTA_TERBANYAK, UNIT_TERBANYAK
from pengawasan.forms.baris import BarisFormSet
from pengawasan.forms.orang import kotak, kotak_unit

if TYPE_CHECKING:
    from collections.abc import Collection

PALING_BANYAK_ORANG = 100_000
# By which a person on the list is told from another.
SEBUTAN = ("nama", "jabatan", "unit")
SUDAH_ADA = "{nama} dengan jabatan dan unit yang sama sudah ada pada daftar."


class UnitForm(forms.Form):
    """One unit that took part."""

    perangkat_daerah = forms.ModelChoiceField(
        label="Perangkat daerah",
        queryset=PerangkatDaerah.objects.order_by("nama"),
        empty_label="Pilih perangkat daerah",
        widget=forms.Select(attrs={"class": "form-select", "aria-label": "Perangkat daerah"}),
    )
    jumlah_peserta = forms.IntegerField(
        label="Jumlah peserta",
        required=False,
        min_value=0,
        max_value=PALING_BANYAK_ORANG,
        widget=forms.NumberInput(
            attrs={
                "class": "form-control",
                "aria-label": "Jumlah peserta",
                "placeholder": "Jumlah peserta",
            }
        ),
    )


class BarisUnit(BarisFormSet):
    """The units, each on one row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Asked for once, not by every row.
        pilihan = [("", "Pilih perangkat daerah")]
        pilihan += [(str(u.pk), u.nama) for u in PerangkatDaerah.objects.order_by("nama")]
        self.pilihan = pilihan

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """With the choices that are there already."""
        super().add_fields(form, index)
        form.fields["perangkat_daerah"].widget.choices = self.pilihan

    def clean(self) -> None:
        """Name the unit that stands there twice, on its second row."""
        ada = set()
        for form in self.forms:
            isi = getattr(form, "cleaned_data", {})
            unit = None if isi.get("DELETE") else isi.get("perangkat_daerah")
            if unit in ada:
                form.add_error("perangkat_daerah", f"{unit} sudah disebut pada baris lain.")
            elif unit:
                ada.add(unit)

    def tandai(self, unit: Collection[int], alasan: str) -> None:
        """Say at the number of these units what is wrong with it."""
        for form in self.forms:
            satu = getattr(form, "cleaned_data", {}).get("perangkat_daerah")
            if satu and satu.pk in unit:
                form.add_error("jumlah_peserta", alasan)

    def unit(self) -> dict[int, int | None]:
        """Key of each unit -> how many came, as far as that was stated."""
        return {b["perangkat_daerah"].pk: b["jumlah_peserta"] for b in self.baris()}


UnitFormSet = forms.formset_factory(
    UnitForm,
    formset=BarisUnit,
    extra=1,
    max_num=UNIT_TERBANYAK,
    validate_max=True,
    can_delete=True,
)


class PesertaForm(forms.Form):
    """One person, on one line of the page."""

    nama = TeksField(label="Nama", max_length=150, widget=kotak("Nama"))
    jabatan = TeksField(label="Jabatan", max_length=200, required=False, widget=kotak("Jabatan"))
    unit = TeksField(label="Perangkat daerah atau instansi", max_length=200, widget=kotak_unit())


class BarisPeserta(BarisFormSet):
    """The people, each once."""

    def clean(self) -> None:
        """Mark the second line of somebody who stands there twice."""
        ada = set()
        for form in self.forms:
            isi = getattr(form, "cleaned_data", {})
            if isi.get("DELETE") or not all(n in isi for n in SEBUTAN):
                continue
            if (orang := _sama(isi)) in ada:
                form.add_error("nama", SUDAH_ADA.format(nama=isi["nama"]))
            ada.add(orang)


PesertaFormSet = forms.formset_factory(
    PesertaForm,
    formset=BarisPeserta,
    extra=2,
    max_num=PESERTA_TERBANYAK,
    validate_max=True,
    can_delete=True,
)


class TempelPesertaForm(forms.Form):
    """Several people at once."""

    tempel = TeksField(
        label="Tempel beberapa orang sekaligus",
        required=False,
        max_length=300_000,
        baris=5,
        help_text="Satu orang per baris: nama; jabatan; perangkat daerah atau instansi. Tempelan "
        "dari lembar kerja juga dapat dibaca.",
    )

    def clean_tempel(self) -> list[Orang]:
        """The people on the lines."""
        try:
            semua = baca_tempelan(self.cleaned_data["tempel"])
        except BarisSalahError as error:
            raise forms.ValidationError(str(error)) from error
        if not all(terlihat(o.nama) and terlihat(o.instansi) for o in semua):
            raise forms.ValidationError("Ada nama atau unit yang tidak dapat dibaca.")
        return semua

    def baris(self) -> list[dict[str, Any]]:
        """One dict per pasted person, like a row of the formset."""
        return [
            {"nama": o.nama, "jabatan": o.jabatan, "unit": o.instansi}
            for o in self.cleaned_data["tempel"]
        ]


def _sama(orang: dict[str, Any]) -> tuple[str, ...]:
    return tuple(orang[n].casefold() for n in SEBUTAN)


def ganda(baris: list[dict[str, Any]], tempelan: list[dict[str, Any]]) -> str:
    """The name of the first pasted person who stands on a line already."""
    ada = {_sama(orang) for orang in baris}
    for orang in tempelan:
        if _sama(orang) in ada:
            return str(orang["nama"])
        ada.add(_sama(orang))
    return ""
