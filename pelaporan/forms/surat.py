"""The register of letters: a number reserved by hand, and the classification codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from inti.forms.bentrok import BentrokMixin
from inti.forms.sekali import SekaliMixin
from inti.forms.tanggal import TanggalField
from inti.services import klasifikasi_surat
from pelaporan.queries.surat import JENIS_SURAT, LAINNYA

if TYPE_CHECKING:
    from django.http import QueryDict

PILIHAN_JENIS = [(satu, satu) for satu in (*JENIS_SURAT, LAINNYA)]


class PesanNomorForm(SekaliMixin):
    """What the register keeps of a letter made outside of the application."""

    jenis = forms.ChoiceField(label="Jenis surat", choices=PILIHAN_JENIS, initial=LAINNYA)
    perihal = forms.CharField(label="Perihal", max_length=250)
    tujuan = forms.CharField(label="Kepada", max_length=250)
    tanggal = TanggalField(label="Tanggal surat")

    field_order = ("jenis", "perihal", "tujuan", "tanggal")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].initial = timezone.localdate


class KlasifikasiForm(BentrokMixin):
    """One code, its kinds of letter, and its time; what overlaps, the service knows."""

    kode = forms.CharField(label="Kode klasifikasi", max_length=30)
    nama = forms.CharField(label="Perihal", max_length=150)
    jenis = forms.ChoiceField(
        label="Untuk jenis surat",
        choices=[("", "Semua jenis yang tidak punya kode sendiri"), *PILIHAN_JENIS],
        required=False,
    )
    mulai = TanggalField(label="Berlaku mulai")
    sampai = TanggalField(
        label="Berlaku sampai", required=False, help_text="Kosongkan selama masih dipakai."
    )

    def clean(self) -> dict[str, Any]:
        """The order of the days is said at the field."""
        data = super().clean() or {}
        if data.get("mulai") and data.get("sampai") and data["sampai"] < data["mulai"]:
            self.add_error("sampai", "Akhir masa berlaku kode tidak boleh sebelum mulainya.")
        return data

    def data_kolom(self) -> dict[str, Any]:
        """The columns."""
        return {n: self.cleaned_data[n] for n in klasifikasi_surat.KOLOM}


class PeriodeForm(forms.Form):
    """Which part of the register is printed: this year, unless told otherwise."""

    dari = TanggalField(label="Dari")
    sampai = TanggalField(label="Sampai")

    def __init__(self, data: QueryDict) -> None:
        hari_ini, isi = timezone.localdate(), data.copy()
        isi.setdefault("dari", f"{hari_ini.year}-01-01")
        isi.setdefault("sampai", f"{hari_ini.year}-12-31")
        super().__init__(isi)

    def clean(self) -> dict[str, Any]:
        """In order."""
        data = super().clean() or {}
        if data.get("dari") and data.get("sampai") and data["dari"] > data["sampai"]:
            self.add_error("sampai", "Akhir periode tidak boleh sebelum awalnya.")
        return data
