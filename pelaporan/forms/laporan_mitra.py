"""The mitra's report as a form: fields made from the form definition, read by the domain."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from inti.formats import ribuan
from inti.forms import BerkasGandaField, TanggalField, TanggalInput
from pelaporan.domain.formulir import (
    BARIS_TERBANYAK,
    URAIAN,
    ButirKewajiban,
    Isian,
    IsianSalahError,
    bersihkan,
    bersihkan_semua,
    terisi,
)
from pelaporan.enums import JenisIsian
from pelaporan.services.unggahan_bertahap import TIPE_BERKAS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pelaporan.domain.formulir import Definisi
    from pelaporan.domain.isi_laporan import IsianTampil

AWALAN = "isian"


class NilaiField(forms.Field):
    """One field of the definition; the domain decides what may be written in it."""

    def __init__(self, isian: Isian) -> None:
        self.isian = isian
        label = f"{isian.label} *" if isian.wajib else isian.label
        super().__init__(
            label=label, required=False, help_text=isian.bantuan, widget=_widget(isian)
        )

    def clean(self, value: Any) -> Any:
        """As it is stored. Nothing is required in a draft."""
        try:
            return bersihkan(self.isian, value)
        except IsianSalahError as error:
            raise forms.ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        """Figures with Indonesian separators; what cannot be read stays as it was typed."""
        if self.isian.jenis not in (JenisIsian.ANGKA, JenisIsian.PERSEN, JenisIsian.RUPIAH):
            return value
        try:
            nilai = bersihkan(self.isian, value)
        except IsianSalahError:
            return value
        return ribuan(Decimal(nilai)) if terisi(nilai) else ""


def _widget(isian: Isian) -> forms.Widget:
    if isian.jenis == JenisIsian.URAIAN:
        return forms.Textarea(attrs={"rows": 5})
    if isian.jenis == JenisIsian.TANGGAL:
        return TanggalInput()
    if isian.jenis == JenisIsian.PILIHAN:
        return forms.Select(choices=[("", "Pilih …"), *isian.pilihan])
    if isian.jenis in (JenisIsian.ANGKA, JenisIsian.PERSEN, JenisIsian.RUPIAH):
        return forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    return forms.TextInput()


class NilaiForm(forms.Form):
    """The single fields."""

    def __init__(self, *args: Any, isian: Sequence[Isian], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for satu in isian:
            self.fields[satu.kode] = NilaiField(satu)


class BarisForm(forms.Form):
    """One row of a table; a row for a kewajiban of the naskah shows its wording, fixed."""

    kewajiban = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, isian: Isian, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not `uraian`: a template would find the field of that name first.
        self.butir = self.initial.get("uraian", "") if self.initial.get("kewajiban") else ""
        if not isian.per_kewajiban:
            del self.fields["kewajiban"]
        elif not self.butir:
            self.fields[URAIAN.kode] = NilaiField(URAIAN)
        for kolom in isian.kolom:
            self.fields[kolom.kode] = NilaiField(kolom)


@dataclass(frozen=True)
class IsianForm:
    """One item of the page: a field, or a table."""

    isian: Isian
    bidang: forms.BoundField | None = None
    tabel: BaseFormSet | None = None
    dulu: IsianTampil | None = None


@dataclass(frozen=True)
class BagianForm:
    """One section of the page."""

    judul: str
    bantuan: str
    isian: list[IsianForm]


class IsianLaporan:
    """The whole form of one report: single fields and tables, section by section."""

    def __init__(
        self,
        definisi: Definisi,
        isi: Mapping[str, Any],
        butir: Sequence[ButirKewajiban],
        data: Mapping[str, Any] | None = None,
        *,
        dulu: Mapping[str, IsianTampil] | None = None,
    ) -> None:
        self.definisi = definisi
        self.dulu = dulu or {}
        tunggal = [i for i in definisi.isian if _tertulis(i) and i.jenis != JenisIsian.TABEL]
        self.nilai = NilaiForm(data, isian=tunggal, initial=dict(isi), prefix=AWALAN)
        self.tabel = {
            i.kode: _formset(i, isi.get(i.kode) or [], butir, data)
            for i in definisi.isian
            if i.jenis == JenisIsian.TABEL
        }

    def is_valid(self) -> bool:
        """Whether everything written fits its field."""
        sah = [self.nilai.is_valid(), *(t.is_valid() for t in self.tabel.values())]
        return all(sah)

    @property
    def isi(self) -> dict[str, Any]:
        """What was sent and fits, after is_valid(); a table counts as a whole."""
        tabel = {
            kode: [_baris(form) for form in formset]
            for kode, formset in self.tabel.items()
            if formset.is_valid()
        }
        terkirim = self.nilai.cleaned_data.items()
        return {k: n for k, n in terkirim if self.nilai.add_prefix(k) in self.nilai.data} | tabel

    @property
    def galat(self) -> list[str]:
        """Each refusal with the name of its field, for the page that saves by itself."""
        semua = [(f.fields, f.errors) for f in (self.nilai, *self._baris_form())]
        return [
            f"{bidang[kode].label.rstrip(' *')}: {pesan[0]}"
            for bidang, salah in semua
            for kode, pesan in salah.items()
        ]

    @property
    def bagian(self) -> list[BagianForm]:
        """Sections with their fields, as the page shows them; files have a card of their own."""
        semua = (
            BagianForm(b.judul, b.bantuan, [self._satu(i) for i in b.isian if _tertulis(i)])
            for b in self.definisi.bagian
        )
        return [b for b in semua if b.isian]

    def _satu(self, isian: Isian) -> IsianForm:
        dulu = self.dulu.get(isian.kode)
        if isian.jenis == JenisIsian.TABEL:
            return IsianForm(isian, tabel=self.tabel[isian.kode], dulu=dulu)
        return IsianForm(isian, bidang=self.nilai[isian.kode], dulu=dulu)

    def _baris_form(self) -> list[forms.Form]:
        return [form for formset in self.tabel.values() for form in formset]


def _tertulis(isian: Isian) -> bool:
    return isian.jenis != JenisIsian.BERKAS


def _formset(
    isian: Isian,
    baris: Sequence[Mapping[str, Any]],
    butir: Sequence[ButirKewajiban],
    data: Mapping[str, Any] | None,
) -> BaseFormSet:
    tetap = len(butir) if isian.per_kewajiban else 0
    kelas = formset_factory(
        BarisForm,
        extra=0 if baris else 1,
        max_num=tetap + BARIS_TERBANYAK,
        absolute_max=tetap + BARIS_TERBANYAK,
        validate_max=True,
    )
    return kelas(
        data,
        initial=[dict(b) for b in baris],
        prefix=f"{AWALAN}-{isian.kode}",
        form_kwargs={"isian": isian},
    )


def _baris(form: forms.Form) -> dict[str, Any]:
    return {k: n for k, n in form.cleaned_data.items() if k != "kewajiban" or n}


def galat_isian(
    definisi: Definisi, isi: Mapping[str, Any], butir: Sequence[ButirKewajiban]
) -> dict[str, list[str]]:
    """Of content that comes as data instead of a form: what does not fit, by field."""
    tertulis = {i.kode for i in definisi.isian if _tertulis(i)}
    salah = {kode: ["Isian ini tidak ada pada formulir."] for kode in isi.keys() - tertulis}
    for kode in sorted(isi.keys() & tertulis):
        try:
            bersihkan_semua(definisi, {kode: isi[kode]}, butir)
        except IsianSalahError as error:
            salah[kode] = [str(error)]
    return salah


class SimpanForm(forms.Form):
    """What comes with the content: the page's version, where to go, which field to copy."""

    versi = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    tujuan = forms.ChoiceField(choices=[("tetap", "tetap"), ("periksa", "periksa")], required=False)
    # The code of a field that takes what the report before said.
    salin = forms.CharField(max_length=60, required=False)


class UnggahForm(forms.Form):
    """Files for the report."""

    berkas = BerkasGandaField(
        label="Pilih berkas",
        tipe=TIPE_BERKAS,
        error_messages={"required": "Pilih sekurang-kurangnya satu berkas."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The page's star means what a report needs before it is sent; files are not among it.
        self.fields["berkas"].required = self.is_bound


class KembalikanForm(forms.Form):
    """Why a report is returned, and by when it must be back."""

    catatan = forms.CharField(
        label="Apa yang harus diperbaiki",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Tuliskan apa yang harus diperbaiki."},
    )
    batas_perbaikan = TanggalField(label="Batas perbaikan", required=False)
