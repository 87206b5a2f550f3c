"""Planning a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import SekaliMixin, TanggalField, TeksField
from inti.forms.bentrok import BentrokMixin
from inti.services.kolom import nilai_kolom
from pengawasan.forms.surat_tugas import KegiatanField
from pengawasan.models import Kegiatan

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pengawasan.models import Rapat

KOLOM = (
    "tanggal", "mulai", "selesai", "tempat", "alamat", "lintang", "bujur", "tautan",
    "pimpinan", "agenda",
)  # fmt: skip


def _jam() -> forms.TimeInput:
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class RapatForm(forms.Form):
    """When, where, about what."""

    tanggal = TanggalField(label="Tanggal rapat")
    mulai = forms.TimeField(label="Mulai pukul", required=False, widget=_jam())
    selesai = forms.TimeField(label="Selesai pukul", required=False, widget=_jam())
    tempat = TeksField(label="Tempat", max_length=250)
    alamat = TeksField(label="Alamat", max_length=300, required=False)
    lintang = forms.DecimalField(
        label="Lintang", required=False, min_value=-90, max_value=90, decimal_places=6
    )
    bujur = forms.DecimalField(
        label="Bujur", required=False, min_value=-180, max_value=180, decimal_places=6
    )
    tautan = forms.URLField(
        label="Tautan rapat daring", required=False, max_length=300, assume_scheme="https"
    )
    pimpinan = TeksField(label="Pimpinan rapat", max_length=150, required=False)
    agenda = TeksField(label="Agenda", max_length=2_000, required=False, baris=3)

    def clean(self) -> dict[str, Any]:
        """The end follows the beginning; a place on the map has both coordinates."""
        data = super().clean() or {}
        mulai, selesai = data.get("mulai"), data.get("selesai")
        if selesai and (mulai is None or selesai < mulai):
            self.add_error("selesai", "Waktu selesai tidak boleh sebelum waktu mulai.")
        if (data.get("lintang") is None) != (data.get("bujur") is None):
            self.add_error("bujur", "Isi lintang dan bujur, atau kosongkan keduanya.")
        return data

    def data_kolom(self) -> dict[str, Any]:
        """The columns."""
        return {n: self.cleaned_data[n] for n in KOLOM}


class UbahRapatForm(RapatForm, BentrokMixin):
    """The same for a meeting that is there."""

    def __init__(self, *args: Any, rapat: Rapat, **kwargs: Any) -> None:
        kwargs["initial"] = nilai_kolom(rapat, KOLOM)
        super().__init__(*args, **kwargs)
        self.ingat(rapat, KOLOM)


class AdakanRapatForm(SekaliMixin, RapatForm):
    """The same for kegiatan that are chosen."""

    kegiatan = KegiatanField(
        label="Untuk kegiatan",
        queryset=Kegiatan.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu kegiatan."},
    )
    field_order = ("kunci", "kegiatan")

    def __init__(self, *args: Any, kegiatan: QuerySet[Kegiatan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kegiatan"].queryset = kegiatan


class AsalRapatForm(forms.Form):
    """Which kegiatan the meeting is first thought of for."""

    kegiatan = forms.IntegerField(required=False, min_value=1)
