"""The list of tenaga profesional."""

from django import forms

from inti.forms import SekaliMixin, TeksField
from inti.forms.bentrok import BentrokModelMixin
from pengawasan.models import TenagaProfesional


class TenagaProfesionalForm(BentrokModelMixin, SekaliMixin, forms.ModelForm):
    """Who, what they know, and where they are from."""

    nama = TeksField(label="Nama", max_length=150, help_text="Dengan gelar, seperti dicetak.")
    keahlian = TeksField(
        label="Keahlian", max_length=200, help_text="Misalnya hukum kontrak atau teknik jalan."
    )
    instansi = TeksField(label="Instansi", max_length=200)

    class Meta:
        model = TenagaProfesional
        fields = ("nama", "keahlian", "instansi", "aktif")
