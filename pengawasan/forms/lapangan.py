"""What a phone sends of a tinjau lokasi: the text, then each photo, then that it is all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.layout import HTML, Column, Layout, Row
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from inti.forms import BerkasField
from inti.unggahan import JPEG, PNG
from pengawasan.domain.berita_acara import FOTO_TERBANYAK
from pengawasan.enums import JenisBeritaAcara
from pengawasan.forms.berita_acara import TOMBOL_LOKASI, BeritaAcaraForm

if TYPE_CHECKING:
    from pengawasan.forms.baris_berita_acara import BarisBeritaAcara


class LapanganForm(BeritaAcaraForm):
    """A berita acara tinjau lokasi under the phone's own key; its photos come one by one."""

    kunci = forms.UUIDField(widget=forms.HiddenInput)

    class Meta(BeritaAcaraForm.Meta):
        fields = ("tanggal_kejadian", "waktu_kejadian", "tempat", "lintang", "bujur")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["foto"]
        self.fields["tanggal_kejadian"].label = "Tanggal tinjau lokasi"
        self.fields["tempat"].label = "Alamat lokasi"

    def data_berita_acara(self) -> dict[str, Any]:
        """The columns that a person may give, and the one that is settled."""
        return super().data_berita_acara() | {"jenis": JenisBeritaAcara.TINJAU_LOKASI}

    def _tata_letak(self) -> Layout:
        return Layout(
            "kunci",
            "versi",
            "perangkat_daerah",
            "tanggal_kejadian",
            "waktu_kejadian",
            "tempat",
            Row(Column("lintang", css_class="col-6"), Column("bujur", css_class="col-6")),
            HTML(TOMBOL_LOKASI),
            "kejadian_lain",
        )


class FotoLapanganForm(forms.Form):
    """One photo under its own key; `diambil_pada` is the time that the phone noted."""

    kunci = forms.UUIDField()
    foto = BerkasField(tipe=(JPEG, PNG))
    diambil_pada = forms.DateTimeField(required=False)


class SelesaiForm(forms.Form):
    """How many photos the phone has sent in all."""

    jumlah_foto = forms.IntegerField(min_value=0, max_value=FOTO_TERBANYAK)


def galat(form: forms.Form, baris: BarisBeritaAcara | None = None) -> dict[str, list[str]]:
    """Name of the input -> sentences; what belongs to a row or a set stands under its prefix."""
    semua = dict(_galat(form))
    for satu in baris.semua if baris else ():
        formset = satu["formset"]
        if umum := formset.non_form_errors():
            semua[formset.prefix] = list(umum)
        for isian in formset.forms:
            semua |= _galat(isian)
    return semua


def _galat(form: forms.Form) -> dict[str, list[str]]:
    return {
        (form.prefix or "") if nama == NON_FIELD_ERRORS else form.add_prefix(nama): list(pesan)
        for nama, pesan in form.errors.items()
    }
