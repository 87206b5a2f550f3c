"""The decree that sets the team, and the seats it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone

from inti.forms import BerkasField, SekaliMixin, TanggalField, TeksField
from inti.forms.bentrok_halaman import HalamanMixin
from inti.unggahan import PDF
from pengawasan.domain.keputusan_tim import (
    ANGGOTA_TERBANYAK,
    periksa_masa,
    periksa_susunan,
)
from pengawasan.enums import KedudukanKeputusan
from pengawasan.forms.baris import BarisFormSet
from pengawasan.forms.orang import kotak, kotak_unit
from pengawasan.queries.unit import baca_unit, kamus_unit

if TYPE_CHECKING:
    from pengawasan.models import KeputusanTim

ISI = ("nomor", "tanggal", "tentang", "mulai", "selesai")


class KeputusanTimForm(forms.Form):
    """What the decree says of itself."""

    nomor = TeksField(label="Nomor Keputusan", max_length=120)
    tanggal = TanggalField(label="Tanggal Keputusan")
    tentang = TeksField(label="Tentang", max_length=500, baris=2)
    mulai = TanggalField(label="Berlaku mulai")
    selesai = TanggalField(
        label="Berlaku sampai",
        required=False,
        help_text="Kosongkan bila Keputusan tidak menyebutnya: berlaku sampai diganti.",
    )
    berkas = BerkasField(
        label="Berkas Keputusan",
        tipe=(PDF,),
        required=False,
        help_text="Boleh menyusul.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        lain = [n for n in self.fields if n not in (*ISI, "berkas")]
        self.helper.layout = Layout(
            Row(*[Column(n, css_class="col-md-6") for n in ("nomor", "tanggal")]),
            "tentang",
            Row(*[Column(n, css_class="col-md-6") for n in ("mulai", "selesai")]),
            "berkas",
            *lain,
        )

    def clean(self) -> dict[str, Any]:
        """The period, at the field that is wrong."""
        isi = super().clean() or self.cleaned_data
        if "tanggal" in isi and "mulai" in isi and "selesai" in isi:
            hari_ini = timezone.localdate()
            putusan = periksa_masa(isi["tanggal"], isi["mulai"], isi["selesai"], hari_ini=hari_ini)
            if not putusan:
                self.add_error(
                    "tanggal" if isi["tanggal"] > hari_ini else "selesai", putusan.alasan
                )
        return isi

    def data_keputusan(self) -> dict[str, Any]:
        """The columns of the decree."""
        return {n: self.cleaned_data[n] for n in ISI}


class CatatKeputusanTimForm(SekaliMixin, KeputusanTimForm):
    """A decree that is not recorded yet."""


class UbahKeputusanTimForm(HalamanMixin, KeputusanTimForm):
    """A correction of what was read at `versi`, with its reason."""

    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    catatan = TeksField(
        label="Alasan perbaikan",
        max_length=300,
        help_text="Tersimpan pada riwayat bersama isi semula.",
    )

    def __init__(self, data: Any, berkas: Any, *, keputusan: KeputusanTim) -> None:
        kini = {n: getattr(keputusan, n) for n in (*ISI, "versi")}
        super().__init__(data, berkas, initial=kini)
        if terakhir := keputusan.berkas_terakhir:
            self.fields["berkas"].help_text = (
                f"Sekarang {terakhir.berkas.nama}. Berkas baru menjadi versi berikutnya; "
                "yang lama tetap dapat dibuka."
            )


class AnggotaForm(forms.Form):
    """One seat, on one line of the page."""

    kedudukan = forms.ChoiceField(
        label="Kedudukan",
        choices=KedudukanKeputusan.choices,
        initial=KedudukanKeputusan.ANGGOTA.value,
        widget=forms.Select(attrs={"class": "form-select", "aria-label": "Kedudukan"}),
    )
    jabatan = TeksField(label="Jabatan", max_length=200, required=False, widget=kotak("Jabatan"))
    nama = TeksField(label="Nama", max_length=150, required=False, widget=kotak("Nama"))
    unit = TeksField(
        label="Perangkat daerah atau instansi",
        max_length=200,
        required=False,
        widget=kotak_unit(),
    )

    def clean(self) -> dict[str, Any]:
        """An office, a person, or both."""
        isi = super().clean() or self.cleaned_data
        if not self.errors and not isi.get("jabatan") and not isi.get("nama"):
            self.add_error("jabatan", "Isi jabatan, nama, atau keduanya.")
        return isi


class BarisAnggota(BarisFormSet):
    """The team in the order in which the decree names it."""

    def clean(self) -> None:
        """A team has one Ketua."""
        if any(f.errors for f in self.forms if not self._should_delete_form(f)):
            return
        if not (putusan := periksa_susunan([b["kedudukan"] for b in self.baris()])):
            raise forms.ValidationError(putusan.alasan)

    def anggota(self) -> list[dict[str, Any]]:
        """The columns of each seat."""
        kamus = kamus_unit()
        return [
            {n: v for n, v in satu.items() if n != "unit"} | baca_unit(kamus, satu["unit"])
            for satu in self.baris()
        ]


AnggotaFormSet = forms.formset_factory(
    AnggotaForm,
    formset=BarisAnggota,
    extra=3,
    max_num=ANGGOTA_TERBANYAK,
    validate_max=True,
    can_delete=True,
)


def anggota_awal(keputusan: KeputusanTim | None) -> list[dict[str, Any]]:
    """The rows as they are now; a new team begins with its Ketua."""
    if keputusan is None:
        return [{"kedudukan": KedudukanKeputusan.KETUA.value}]
    kolom = ("kedudukan", "jabatan", "nama", "unit")
    semua = keputusan.anggota.select_related("perangkat_daerah")
    return [{n: getattr(satu, n) for n in kolom} for satu in semua]
