"""Writing a version of the policy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Fieldset, Layout, Row
from django import forms
from django.utils import timezone

from inti.forms import BerkasField, SekaliMixin, TanggalField, TeksField
from inti.forms.bentrok import KOSONG, Beda, BentrokModelMixin
from inti.services.kolom import nilai_kolom, ringkas
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


class TanggaField(forms.CharField):
    """A rising ladder of days, as a list."""

    def clean(self, value: Any) -> list[int]:
        """As numbers; a sentence where it does not rise."""
        try:
            return baca_tangga(super().clean(value))
        except TanggaTidakSahError as error:
            raise forms.ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        """A list as it is typed."""
        return ", ".join(map(str, value)) if isinstance(value, list) else value


class KebijakanForm(BentrokModelMixin, SekaliMixin, forms.ModelForm):
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
        help_text="Wajib ada sebelum diterbitkan.",
    )
    berlaku_mulai = TanggalField(
        label="Berlaku mulai",
        help_text="Yang timbul sebelum tanggal ini tetap menurut versi sebelumnya.",
    )
    tangga = TanggaField(
        label="Tangga pengingat (hari)",
        max_length=120,
        help_text="Hari dari jatuh tempo, dipisahkan koma; minus berarti sebelumnya.",
    )

    class Meta:
        model = Kebijakan
        fields = ["versi", "berlaku_mulai", *KEPUTUSAN, *ANGKA, "diam_hari_libur"]

    def __init__(self, *args: Any, mulai_terakhir: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mulai_terakhir = mulai_terakhir
        self.initial.setdefault("tangga", self.instance.tangga_teks)
        if self.instance.pk:
            self.ingat(self.instance, [*self.Meta.fields, "tangga", "berkas"])
        for nama in ANGKA:
            self.fields[nama].widget.attrs["inputmode"] = "numeric"
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            "kunci",
            "asal",
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
        return self.data_kolom()

    def data_kolom(self) -> dict[str, Any]:
        """The columns, and the ladder, which is typed in words."""
        return super().data_kolom() | {"tangga": self.cleaned_data["tangga"]}

    def hadapkan(self, kini: Any, alasan: str) -> None:
        """The file of the Keputusan too, which is no column that is typed."""
        dulu = (self.asal_halaman() or {}).get("berkas")
        super().hadapkan(kini, alasan)
        berkas = ringkas(nilai_kolom(kini, ["berkas"]))
        data: Any = self.data
        nama = self.add_prefix("asal")
        data[nama] = json.dumps(json.loads(data[nama]) | berkas)
        if self.bentrok and dulu != berkas["berkas"]:
            baru = self.cleaned_data["berkas_baru"]
            tersimpan = kini.berkas.nama if kini.berkas else KOSONG
            satu = Beda("Berkas keputusan", baru.nama if baru else "Berkas lain", tersimpan)
            (self.bentrok.beda if baru else self.bentrok.ikut).append(satu)


def _baris(*nama: str) -> Row:
    lebar = f"col-md-{12 // len(nama)}"
    return Row(*(Column(satu, css_class=lebar) for satu in nama))
