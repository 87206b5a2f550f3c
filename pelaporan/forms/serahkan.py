"""The chair's seat left to somebody for some days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms

from inti.enums import SifatPemangku
from inti.forms.sekali import SekaliMixin
from inti.forms.tanggal import TanggalField
from inti.models import Pengguna

if TYPE_CHECKING:
    from django.db.models import QuerySet


class SerahkanForm(SekaliMixin):
    """Who acts, on which days, by which letter; a Plh. always has a last day."""

    pengguna = forms.ModelChoiceField(
        label="Pelaksana harian", queryset=Pengguna.objects.none(), empty_label="Pilih pejabat"
    )
    mulai = TanggalField(label="Hari pertama")
    selesai = TanggalField(label="Hari terakhir")
    dasar = forms.CharField(label="Surat penunjukan", max_length=200)
    tanggal_dasar = TanggalField(label="Tanggal surat penunjukan")

    field_order = ("pengguna", "mulai", "selesai", "dasar", "tanggal_dasar")

    def __init__(self, *args: Any, orang: QuerySet[Pengguna], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["pengguna"]
        pilihan.queryset = orang

    def clean(self) -> dict[str, Any]:
        """The order of the days is said at the field."""
        data = super().clean() or {}
        mulai, selesai = data.get("mulai"), data.get("selesai")
        if mulai and selesai and selesai < mulai:
            self.add_error("selesai", "Hari terakhir tidak boleh sebelum hari pertama.")
        return data

    @property
    def kunci_dikirim(self) -> UUID | None:
        """The one-use key, after validation."""
        kunci = self.cleaned_data["kunci"]
        return kunci if isinstance(kunci, UUID) else None

    def data_pemangku(self) -> dict[str, Any]:
        """The columns of the period."""
        isi = {n: v for n, v in self.cleaned_data.items() if n != "kunci"}
        return isi | {"sifat": SifatPemangku.PLH}
