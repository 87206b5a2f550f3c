"""Putting off what the expiry desk says; proposing an extension."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone

from inti.forms import SekaliMixin, TanggalField, TeksField
from kerjasama.domain.tunda import periksa_tunda
from pengawasan.domain.perpanjangan import periksa_tanggal_usul
from pengawasan.forms.kegiatan import RencanaForm

if TYPE_CHECKING:
    from datetime import date

    from kerjasama.models import Naskah


class TundaPengingatForm(SekaliMixin):
    """Until when, and why."""

    sampai = TanggalField(
        label="Ingatkan lagi pada", help_text="Sampai tanggal itu baris ini tidak tampil."
    )
    alasan = TeksField(label="Alasan", max_length=300, baris=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_sampai(self) -> date:
        """Later than today, and not for ever."""
        sampai: date = self.cleaned_data["sampai"]
        if not (putusan := periksa_tunda(sampai, per=timezone.localdate(), alasan="-")):
            raise forms.ValidationError(putusan.alasan)
        return sampai


class UsulPerpanjanganForm(SekaliMixin, RencanaForm):
    """The evaluasi for the extension; what an obligation gives is not asked."""

    tujuan = forms.TypedChoiceField(
        label="Yang diadakan",
        choices=[
            ("bersama", "Evaluasi bersamaan dengan penyusunan perpanjangan (Pasal 8 ayat (4))"),
            ("akhir", "Evaluasi akhir, tanpa penyusunan perpanjangan"),
        ],
        widget=forms.RadioSelect,
        coerce=str,
    )
    alasan = TeksField(label="Alasan diadakan", max_length=300, baris=2)
    peminta = TeksField(
        label="Diminta oleh", max_length=150, help_text="Nama atau jabatan yang meminta."
    )

    def __init__(self, *args: Any, naskah: Naskah, berjadwal: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.naskah = naskah
        isi: list[Any] = [
            "kunci",
            "tujuan",
            Row(
                Column("tanggal_rencana", css_class="col-md-6"),
                Column("waktu_rencana", css_class="col-md-6"),
            ),
            "tempat",
        ]
        if berjadwal:
            del self.fields["alasan"], self.fields["peminta"]
        else:
            isi += ["alasan", "peminta"]
        self.helper.layout = Layout(*isi)

    def clean_tanggal_rencana(self) -> date:
        """While the naskah is in force."""
        tanggal: date = self.cleaned_data["tanggal_rencana"]
        akhir = self.naskah.tanggal_berakhir
        if akhir is not None:
            putusan = periksa_tanggal_usul(tanggal, akhir=akhir, per=timezone.localdate())
            if not putusan:
                raise forms.ValidationError(putusan.alasan)
        return tanggal

    def usulan(self) -> dict[str, Any]:
        """The columns of the kegiatan."""
        isi = {n: v for n, v in self.cleaned_data.items() if n not in {"kunci", "tujuan"}}
        return isi | {"bersama_perpanjangan": self.cleaned_data["tujuan"] == "bersama"}
