"""Reporting a follow-up, and the warnings that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import BerkasGandaField, SekaliMixin
from inti.unggahan import DOCX, JPEG, PDF, PNG, XLSX
from kerjasama.models import Mitra
from pengawasan.enums import JenisTindakLanjut
from pengawasan.queries.tindak_lanjut import belum_ditegur

if TYPE_CHECKING:
    from pengawasan.models import TindakLanjut


class LaporTindakLanjutForm(SekaliMixin, forms.Form):
    """What was done, with evidence."""

    keterangan = forms.CharField(
        label="Apa yang sudah dilaksanakan?",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    bukti = BerkasGandaField(
        label="Bukti",
        tipe=(PDF, JPEG, PNG, DOCX, XLSX),
        required=False,
        help_text="Boleh beberapa berkas.",
    )


class TeguranTindakLanjutForm(SekaliMixin, forms.Form):
    """Against whom of several mitra; each gets a ladder of its own."""

    mitra = forms.ModelMultipleChoiceField(
        label="Mitra yang ditegur",
        queryset=Mitra.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Centang sedikitnya satu mitra."},
    )

    def __init__(self, *args: Any, butir: TindakLanjut, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bidang = self.fields["mitra"]
        bidang.queryset = belum_ditegur(butir)
        # Only there it is shown, and asked once for whether it is and what it offers.
        if butir.jenis == JenisTindakLanjut.TEGURAN:
            bidang.choices = [(satu.pk, satu) for satu in bidang.queryset]
