"""Appointing to a seat, ending it, correcting it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from inti.enums import SifatPemangku
from inti.forms import SekaliMixin, TanggalField, TeksField
from inti.forms.bentrok import BentrokMixin
from inti.models import Pengguna

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import PemangkuJabatan

ISI = ("pengguna", "sifat", "mulai", "selesai", "dasar", "tanggal_dasar")


class PadaForm(forms.Form):
    """The day of the page."""

    pada = TanggalField(label="Pada tanggal")


class PemangkuForm(forms.Form):
    """Who, how, for how long, and by which letter."""

    pengguna = forms.ModelChoiceField(
        label="Pejabat",
        queryset=Pengguna.objects.none(),
        empty_label="Pilih pejabat",
        help_text="Yang belum ada di sini perlu dibuatkan akunnya lebih dahulu.",
    )
    sifat = forms.ChoiceField(label="Sifat", choices=SifatPemangku.choices)
    mulai = TanggalField(label="Hari pertama")
    selesai = TanggalField(
        label="Hari terakhir", required=False, help_text="Kosongkan bila belum ditentukan."
    )
    dasar = TeksField(
        label="Surat penunjukan",
        max_length=200,
        help_text="Jenis dan nomor, misalnya Keputusan Kepala Daerah Nomor 821.23/Kep.15/2026.",
    )
    tanggal_dasar = TanggalField(label="Tanggal surat penunjukan")

    def __init__(self, *args: Any, orang: QuerySet[Pengguna], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["pengguna"]
        pilihan.queryset = orang
        pilihan.label_from_instance = lambda satu: f"{satu} ({satu.nip or satu.username})"

    def clean(self) -> dict[str, Any]:
        """The order of the days is said at the field."""
        data = super().clean() or {}
        mulai, selesai = data.get("mulai"), data.get("selesai")
        if mulai and selesai and selesai < mulai:
            self.add_error("selesai", "Hari terakhir tidak boleh sebelum hari mulai.")
        return data

    def data_pemangku(self) -> dict[str, Any]:
        """The columns of the period."""
        return {n: self.cleaned_data[n] for n in ISI}


class AngkatForm(SekaliMixin, PemangkuForm):
    """A new holder."""


class PerbaikiForm(BentrokMixin, PemangkuForm):
    """A correction, with the reason."""

    alasan = TeksField(label="Alasan perbaikan", max_length=300)

    def __init__(self, data: Any, *, pemangku: PemangkuJabatan, orang: QuerySet[Pengguna]) -> None:
        super().__init__(data, orang=orang, initial={n: getattr(pemangku, n) for n in ISI})
        self.ingat(pemangku, ISI)

    def data_kolom(self) -> dict[str, Any]:
        """The columns of the period."""
        return self.data_pemangku()


class AkhiriForm(forms.Form):
    """The last day."""

    sampai = TanggalField(
        label="Hari terakhir", help_text="Pada hari ini ia masih memangku jabatannya."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sampai"].initial = timezone.localdate()
