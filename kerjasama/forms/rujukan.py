"""Recording partners and units."""

from __future__ import annotations

from django import forms

from inti.forms import SekaliMixin, TanggalInput
from kerjasama.models import Mitra, PerangkatDaerah

PETUNJUK_NAMA = "Di sini ejaannya dibetulkan. Bila namanya memang berganti, pakai Ganti nama."


class MitraForm(SekaliMixin, forms.ModelForm):
    """A partner."""

    class Meta:
        model = Mitra
        fields = ("nama", "jenis", "alamat", "surel", "telepon")
        widgets = {"alamat": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"nama": PETUNJUK_NAMA}


class PerangkatDaerahForm(SekaliMixin, forms.ModelForm):
    """A unit."""

    class Meta:
        model = PerangkatDaerah
        fields = ("nama", "singkatan", "jabatan_kepala", "surel", "telepon", "mulai", "sampai")
        widgets = {"mulai": TanggalInput(), "sampai": TanggalInput()}
        help_texts = {"nama": PETUNJUK_NAMA}
