"""Recording partners and units."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.forms import SekaliMixin, TanggalField, TanggalInput, TeksField
from inti.forms.bentrok import BentrokModelMixin
from kerjasama.models import Mitra, PerangkatDaerah

PETUNJUK_NAMA = "Di sini ejaannya dibetulkan. Bila namanya memang berganti, pakai Ganti nama."


class BernamaMixin(forms.BaseModelForm):
    """A name that is there already is not replaced here, only its spelling."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["nama"].help_text = PETUNJUK_NAMA


class MitraForm(BentrokModelMixin, BernamaMixin, SekaliMixin, forms.ModelForm):
    """A partner."""

    class Meta:
        model = Mitra
        fields = ("nama", "jenis", "alamat", "surel", "telepon")
        widgets = {"alamat": forms.Textarea(attrs={"rows": 2})}
        field_classes = {"nama": TeksField, "alamat": TeksField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ada = [c for c in self.fields["jenis"].choices if c[0]]
        self.fields["jenis"].choices = [("", "Pilih jenis"), *ada]


class PerangkatDaerahForm(BentrokModelMixin, BernamaMixin, SekaliMixin, forms.ModelForm):
    """A unit."""

    class Meta:
        model = PerangkatDaerah
        fields = (
            "nama",
            "singkatan",
            "sebutan_lain",
            "jabatan_kepala",
            "surel",
            "telepon",
            "mulai",
            "sampai",
        )
        widgets = {
            "mulai": TanggalInput(),
            "sampai": TanggalInput(),
            "sebutan_lain": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "sebutan_lain": (
                "Nama panjang atau singkatan lain, satu per baris; dengan itu daftar yang diimpor "
                "mengenali perangkat daerah ini."
            )
        }
        field_classes = {
            "nama": TeksField,
            "jabatan_kepala": TeksField,
            "sebutan_lain": TeksField,
            "mulai": TanggalField,
            "sampai": TanggalField,
        }
