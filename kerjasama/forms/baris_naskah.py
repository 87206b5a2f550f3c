"""The rows of a naskah's page: parties, units, items."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django import forms

from inti.formats import tanggal_indonesia
from inti.forms import TanggalField, TeksField
from kerjasama.domain.pemenuhan import jenis_butir, sebutan_butir
from kerjasama.enums import JenisButir, JenisNaskah, PeranPD, PihakButir
from kerjasama.forms.pilih_mitra import PETUNJUK, MitraField
from kerjasama.models import PerangkatDaerah
from kerjasama.queries.pilihan_mitra import PencariMitra


class PihakForm(forms.Form):
    """One mitra."""

    mitra = MitraField(label="Mitra")
    nomor = TeksField(label="Nomor mitra", max_length=120, required=False)
    penanda_tangan = TeksField(label="Penanda tangan", max_length=150, required=False)
    jabatan = TeksField(label="Jabatan", max_length=150, required=False)


class KeterlibatanForm(forms.Form):
    """One unit."""

    perangkat_daerah = forms.ModelChoiceField(
        label="Perangkat Daerah", queryset=PerangkatDaerah.objects.order_by("nama")
    )
    # With an initial value a row that nobody touched counts as empty, not as half filled.
    peran = forms.ChoiceField(
        label="Peran", choices=PeranPD.choices, initial=PeranPD.PEMRAKARSA.value
    )
    penanda_tangan = TeksField(label="Penanda tangan", max_length=150, required=False)
    jabatan = TeksField(label="Jabatan", max_length=150, required=False)


# The kind of naskah is chosen on the same page, so both pairs are offered, each under its name.
KELOMPOK_BUTIR = [
    (sebutan_butir(satu), [(j.value, j.label) for j in jenis_butir(satu)])
    for satu in (JenisNaskah.PKS, JenisNaskah.KESEPAKATAN_BERSAMA)
]


class ButirForm(forms.Form):
    """One item of rights and duties; its measure, time and money have a page of their own."""

    # An item that was there keeps its key, and with it what was stated of it.
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    jenis = forms.ChoiceField(
        label="Jenis", choices=KELOMPOK_BUTIR, initial=JenisButir.KEWAJIBAN.value
    )
    pihak = forms.ChoiceField(
        label="Pihak", choices=PihakButir.choices, initial=PihakButir.MITRA.value
    )
    uraian = TeksField(label="Uraian", max_length=2_000, baris=2)
    target = TeksField(label="Target", max_length=300, required=False)
    tenggat = TanggalField(label="Tenggat", required=False)


class BarisFormSet(forms.BaseFormSet):
    """Rows whose keys go to the service; what is marked for deletion is left out."""

    kunci = ""

    def baris(self) -> list[dict[str, Any]]:
        """One dict per filled row, with the related key in place of the object."""
        hasil = []
        for form in self.forms:
            isi = dict(form.cleaned_data or {})
            if not isi or isi.pop("DELETE", False):
                continue
            if self.kunci:
                isi[self.kunci] = isi[self.kunci].pk
            hasil.append(isi)
        return hasil

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The deletion mark in Indonesian."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Hapus baris ini"


class TerkaitFormSet(BarisFormSet):
    """Rows that name a mitra or a unit; none is named twice."""

    def clean(self) -> None:
        """Number the rows as the page does: those marked for deletion do not count."""
        disebut: dict[Any, int] = {}
        tetap = (f for f in self.forms if not self._should_delete_form(f))
        for nomor, form in enumerate(tetap, start=1):
            satu = form.cleaned_data.get(self.kunci)
            if satu is None:
                continue
            if satu.pk in disebut:
                baris = f"{satu} sudah disebut pada baris {disebut[satu.pk]}."
                form.add_error(self.kunci, f"{baris} Pilih yang lain, atau hapus baris ini.")
            disebut.setdefault(satu.pk, nomor)


class PihakBaseFormSet(TerkaitFormSet):
    """The mitra of all rows are found at once."""

    kunci = "mitra"
    petunjuk = PETUNJUK

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """One finder for every row."""
        super().add_fields(form, index)
        form.fields[self.kunci].pencari = self.pencari

    @cached_property
    def pencari(self) -> PencariMitra:
        """Of what stands in all rows."""
        kunci = (f"{self.add_prefix(n)}-{self.kunci}" for n in range(self.total_form_count()))
        return PencariMitra([self.data.get(k, "") for k in kunci])


class KeterlibatanBaseFormSet(TerkaitFormSet):
    """What may be named is asked once, for all rows."""

    kunci = "perangkat_daerah"

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The choices of the related row."""
        super().add_fields(form, index)
        form.fields[self.kunci].choices = self.pilihan

    @cached_property
    def pilihan(self) -> list[tuple[Any, str]]:
        """Every unit, by name."""
        unit = PerangkatDaerah.objects.order_by("nama").values_list("pk", "nama")
        return [("", "Pilih perangkat daerah"), *unit]


class ButirBaseFormSet(BarisFormSet):
    """Items, whose time is no earlier than the naskah."""

    def periksa_tenggat(self, ttd: date | None) -> bool:
        """Whether none falls due before the signing; where one does, it is said in its row."""
        sebelum = [f for f in self.forms if not self._should_delete_form(f)]
        sebelum = [f for f in sebelum if ttd and (f.cleaned_data.get("tenggat") or ttd) < ttd]
        for form in sebelum:
            form.add_error("tenggat", f"Sebelum naskah ditandatangani, {tanggal_indonesia(ttd)}.")
        return not sebelum

    def periksa_jenis(self, jenis: JenisNaskah) -> bool:
        """Whether new items are of the kinds that this naskah has; else it is said in the row.

        What was recorded of another kind stays as it is.
        """
        lazim = jenis_butir(jenis)
        baru = [f for f in self.forms if not self._should_delete_form(f)]
        baru = [f for f in baru if f.cleaned_data and not f.cleaned_data["pk"]]
        lain = [f for f in baru if f.cleaned_data["jenis"] not in lazim]
        for form in lain:
            pilihan = " atau ".join(satu.label for satu in lazim)
            form.add_error("jenis", f"Isi {jenis.label} disebut {pilihan}. Pilih salah satunya.")
        return not lain


def _formset(form: type[forms.Form], dasar: type[BarisFormSet]) -> Any:
    return forms.formset_factory(form, formset=dasar, extra=1, max_num=200, can_delete=True)


PihakFormSet = _formset(PihakForm, PihakBaseFormSet)
KeterlibatanFormSet = _formset(KeterlibatanForm, KeterlibatanBaseFormSet)
ButirFormSet = _formset(ButirForm, ButirBaseFormSet)
