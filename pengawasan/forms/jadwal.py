"""Asking for a postponement, and deciding on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from django import forms

from inti.forms import SekaliMixin, TanggalField, TeksField

if TYPE_CHECKING:
    from pengawasan.models import Jadwal


class TundaForm(SekaliMixin):
    """A later day and why."""

    sampai = TanggalField(
        label="Ditunda sampai", help_text="Tanggal menurut aturan tetap terlihat."
    )
    alasan = TeksField(label="Alasan", max_length=300, baris=2)

    def __init__(self, *args: Any, jadwal: Jadwal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        awal = jadwal.jatuh_tempo + timedelta(days=1)
        self.fields["sampai"].widget.attrs["min"] = awal.isoformat()


class PutusanPenundaanForm(forms.Form):
    """What the decider adds; a refusal needs it."""

    catatan = TeksField(
        label="Catatan",
        max_length=300,
        baris=2,
        required=False,
        help_text="Wajib bila ditolak.",
        error_messages={"required": "Penolakan wajib disertai alasan."},
    )

    def __init__(self, *args: Any, menolak: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["catatan"].required = menolak
