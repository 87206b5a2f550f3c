"""Anggota tidak tetap of one naskah for a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from inti.enums import Peran
from inti.forms import SekaliMixin, TanggalField, TeksField
from inti.models import Pengguna
from kerjasama.models import PerangkatDaerah

if TYPE_CHECKING:
    from datetime import date

ISI = ("pengguna", "nama", "jabatan", "perangkat_daerah", "mulai", "selesai", "alasan")


class AnggotaNaskahForm(SekaliMixin, forms.Form):
    """Who, from which unit, for how long and why."""

    perangkat_daerah = forms.ModelChoiceField(
        label="Dari perangkat daerah",
        queryset=PerangkatDaerah.objects.none(),
        empty_label="Pilih perangkat daerah",
    )
    pengguna = forms.ModelChoiceField(
        label="Akun",
        queryset=Pengguna.objects.none(),
        required=False,
        empty_label="Tanpa akun",
        help_text="Bila dipilih, ia melihat naskah ini selama masa penugasannya.",
    )
    nama = TeksField(
        label="Nama", max_length=150, required=False, help_text="Kosongkan bila akunnya dipilih."
    )
    jabatan = TeksField(label="Jabatan", max_length=200)
    mulai = TanggalField(label="Hari pertama")
    selesai = TanggalField(label="Hari terakhir")
    alasan = TeksField(
        label="Dasar atau alasan", max_length=300, help_text="Misalnya nomor nota dinas."
    )

    def __init__(self, *args: Any, hari_ini: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hari_ini = hari_ini or timezone.localdate()
        orang: Any = self.fields["pengguna"]
        orang.queryset = Pengguna.objects.berperan(Peran.PD, pada=hari_ini).order_by("nama")
        orang.label_from_instance = lambda satu: f"{satu} ({satu.username})"
        self.fields["perangkat_daerah"].queryset = PerangkatDaerah.objects.aktif_pada(hari_ini)
        self.fields["mulai"].initial = hari_ini

    def clean(self) -> dict[str, Any]:
        """A name, or an account that has one; the days in their order."""
        data = super().clean() or {}
        akun = data.get("pengguna")
        data["nama"] = data.get("nama") or (akun.nama if akun else "")
        if not data["nama"]:
            self.add_error("nama", "Isi nama, atau pilih akunnya.")
        mulai, selesai = data.get("mulai"), data.get("selesai")
        if mulai and selesai and selesai < mulai:
            self.add_error("selesai", "Hari terakhir tidak boleh sebelum hari pertama.")
        return data

    def data_penugasan(self) -> dict[str, Any]:
        """The columns of PenugasanNaskah."""
        return {n: self.cleaned_data[n] for n in ISI}


class AkhiriAnggotaForm(forms.Form):
    """The last day; empty means now."""

    sampai = TanggalField(
        label="Hari terakhir", required=False, help_text="Kosongkan untuk mengakhiri sekarang juga."
    )
