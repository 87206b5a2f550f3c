"""Writing a version of the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Fieldset, Layout, Row
from django import forms
from django.utils import timezone

from inti.forms import BerkasField, SekaliMixin, TanggalField, TeksField
from inti.unggahan import PDF
from pengawasan.domain.kebijakan import (
    TanggaTidakSahError,
    baca_tangga,
    periksa_berlaku_mulai,
)
from pengawasan.models import Kebijakan
from pengawasan.queries.kebijakan import ANGKA

if TYPE_CHECKING:
    from datetime import date

KEPUTUSAN = ("dasar", "nomor_keputusan", "tanggal_keputusan", "tentang")


class KebijakanForm(SekaliMixin, forms.ModelForm):
    """The Keputusan, from when, and every value that it decides."""

    versi = TeksField(label="Nama versi", max_length=40, help_text="Misalnya tahun dan urutannya.")
    dasar = TeksField(label="Bentuk keputusan", max_length=250)
    nomor_keputusan = TeksField(label="Nomor", max_length=120, required=False)
    tanggal_keputusan = TanggalField(label="Tanggal", required=False)
    tentang = TeksField(label="Tentang", max_length=500, baris=2, required=False)
    berkas_baru = BerkasField(
        label="Berkas keputusan",
        tipe=(PDF,),
        required=False,
        help_text="PDF. Wajib ada sebelum diterbitkan.",
    )
    berlaku_mulai = TanggalField(
        label="Berlaku mulai",
        help_text="Yang timbul sebelum tanggal ini tetap menurut versi sebelumnya.",
    )
    tangga = forms.CharField(
        label="Tangga pengingat (hari)",
        max_length=120,
        help_text="Hari dari jatuh tempo, dipisahkan koma; minus berarti sebelumnya.",
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Kebijakan
        fields = ["versi", "berlaku_mulai", *KEPUTUSAN, *ANGKA, "diam_hari_libur"]

    def __init__(self, *args: Any, mulai_terakhir: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mulai_terakhir = mulai_terakhir
        self.initial.setdefault("tangga", self.instance.tangga_teks)
        self.initial.setdefault("revisi", self.instance.revisi)
        for nama in ANGKA:
            self.fields[nama].widget.attrs["inputmode"] = "numeric"
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            "kunci",
            "revisi",
            _baris("versi", "berlaku_mulai"),
            Fieldset("Keputusan", _baris(*KEPUTUSAN[:3]), "tentang", "berkas_baru"),
            Fieldset(
                "Siklus",
                HTML(
                    '<p class="muted">Naskah yang mengatur intervalnya sendiri tidak berubah.</p>'
                ),
                _baris(*ANGKA[:3]),
                _baris(*ANGKA[3:6]),
                _baris(*ANGKA[6:]),
                "tangga",
                "diam_hari_libur",
            ),
        )

    def clean_berlaku_mulai(self) -> date:
        """Neither in the past nor before a version that is published."""
        tanggal: date = self.cleaned_data["berlaku_mulai"]
        putusan = periksa_berlaku_mulai(
            tanggal, hari_ini=timezone.localdate(), mulai_terakhir=self.mulai_terakhir
        )
        if not putusan:
            raise forms.ValidationError(putusan.alasan)
        return tanggal

    def clean_tangga(self) -> list[int]:
        """As a rising ladder."""
        try:
            return baca_tangga(self.cleaned_data["tangga"])
        except TanggaTidakSahError as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """A Keputusan is signed before it is in force."""
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        tanggal, mulai = isi.get("tanggal_keputusan"), isi.get("berlaku_mulai")
        if tanggal and mulai and tanggal > mulai:
            self.add_error(
                "tanggal_keputusan", "Keputusan ditetapkan paling lambat pada hari mulai berlaku."
            )
        return isi

    def isi(self) -> dict[str, Any]:
        """The columns of the version."""
        bukan = {"kunci", "revisi", "berkas_baru"}
        return {n: v for n, v in self.cleaned_data.items() if n not in bukan}


def _baris(*nama: str) -> Row:
    lebar = f"col-md-{12 // len(nama)}"
    return Row(*(Column(satu, css_class=lebar) for satu in nama))
