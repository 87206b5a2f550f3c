"""Asking the mitra of a naskah for a report."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from inti.forms import SekaliMixin, TanggalField, TeksField
from kerjasama.models import Mitra
from pelaporan.models.permintaan_laporan import PERIHAL

if TYPE_CHECKING:
    from kerjasama.models import Naskah


class PermintaanLaporanForm(SekaliMixin, forms.Form):
    """From whom, about what, why, and by when."""

    mitra = forms.ModelMultipleChoiceField(
        label="Diminta dari",
        queryset=Mitra.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sekurang-kurangnya satu mitra."},
    )
    perihal = TeksField(
        label="Perihal",
        max_length=PERIHAL,
        help_text="Misalnya “keadaan stok per 30 September 2026”.",
    )
    alasan = TeksField(
        label="Alasan", max_length=1_000, baris=3, help_text="Dibaca mitra, di samping perihalnya."
    )
    batas = TanggalField(label="Paling lambat disampaikan")

    def __init__(self, *args: Any, naskah: Naskah, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pihak = Mitra.objects.filter(pihak__naskah=naskah).order_by("nama", "pk")
        self.fields["mitra"].queryset = pihak
        self.fields["mitra"].initial = pihak
        besok = timezone.localdate() + timedelta(days=1)
        self.fields["batas"].widget.attrs["min"] = besok.isoformat()

    def isi(self) -> dict[str, Any]:
        """As the service takes it, after is_valid()."""
        return self.cleaned_data | {"mitra": [m.pk for m in self.cleaned_data["mitra"]]}
