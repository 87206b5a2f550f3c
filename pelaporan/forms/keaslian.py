"""What someone gives to have a document verified: the code on it, or the file."""

from __future__ import annotations

from django import forms
from django.conf import settings

from pelaporan.domain.keaslian import PANJANG_KODE, baca_kode

TERPANJANG = 80


class KodeForm(forms.Form):
    """The code as it stands at the foot of the page; cleans to its plain form."""

    kode = forms.CharField(
        label="Kode verifikasi",
        max_length=TERPANJANG,
        help_text="Tertulis pada kaki setiap halaman dokumen. Spasi dan huruf besar tidak berarti.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_kode(self) -> str:
        """Its length and alphabet; whether it is known is another question."""
        kode = baca_kode(self.cleaned_data["kode"])
        if not kode:
            raise forms.ValidationError(
                f"Kode terdiri atas {PANJANG_KODE} angka dan huruf a sampai f. Periksa lagi yang "
                "tertulis pada dokumen."
            )
        return kode


class PeriksaBerkasForm(forms.Form):
    """The file to compare; only its hash arrives (inti.sidik_unggahan)."""

    berkas = forms.FileField(
        label="Berkas PDF",
        help_text=f"PDF, paling besar {settings.BATAS_PERIKSA // 1024**2} MB. Berkas hanya "
        "dibandingkan, tidak disimpan.",
        error_messages={
            "required": "Pilih berkas yang akan diperiksa.",
            "empty": "Berkas itu kosong.",
        },
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )
