"""Naming a filter."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.urls import NoReverseMatch, resolve, reverse

from inti.models import SaringanTersimpan
from inti.saringan import daftar_tersaring, kueri_saringan


class NamaSaringanForm(forms.ModelForm):
    """The name, and whether it is applied by itself."""

    class Meta:
        model = SaringanTersimpan
        fields: tuple[str, ...] = ("nama", "bawaan")

    def validate_constraints(self) -> None:
        """The service asks: there the same name means the same filter."""


class SaringanForm(NamaSaringanForm):
    """The same with the list and what it is narrowed by, as the page sent them along."""

    class Meta(NamaSaringanForm.Meta):
        fields = ("halaman", "kueri", "nama", "bawaan")
        widgets = {"halaman": forms.HiddenInput, "kueri": forms.HiddenInput}

    def clean_halaman(self) -> str:
        """A list of the application, not any page."""
        halaman = str(self.cleaned_data["halaman"])
        try:
            tampilan = resolve(reverse(halaman)).func
        except NoReverseMatch:
            raise forms.ValidationError("Daftar itu tidak ada.") from None
        if not daftar_tersaring(tampilan):
            raise forms.ValidationError("Halaman itu bukan daftar yang dapat disaring.")
        return halaman

    def clean_kueri(self) -> str:
        """Only what narrows."""
        if not (kueri := kueri_saringan(QueryDict(self.cleaned_data["kueri"]))):
            raise forms.ValidationError("Pilih saringannya lebih dahulu.")
        return kueri
