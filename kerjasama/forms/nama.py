"""Names over time."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.forms import TanggalField, TeksField


class GantiNamaForm(forms.Form):
    """From a day on, another name."""

    nama = TeksField(label="Nama baru", max_length=250)
    mulai = TanggalField(label="Berlaku sejak", help_text="Hari pertama nama baru dipakai.")
    dasar = TeksField(
        label="Dasar", max_length=250, help_text="Misalnya akta, surat keputusan, atau peraturan."
    )

    def __init__(self, *args: Any, panjang: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _batasi(self.fields["nama"], panjang)


class NamaLamaForm(forms.Form):
    """What it was called before the register knew it."""

    nama = TeksField(label="Nama lama", max_length=250)
    mulai = TanggalField(
        label="Berlaku sejak", required=False, help_text="Kosongkan bila tidak diketahui."
    )
    sampai = TanggalField(
        label="Hari terakhir dipakai", help_text="Nama sesudahnya berlaku sejak hari berikutnya."
    )
    dasar = TeksField(label="Dasar atau keterangan", max_length=250, required=False)

    def __init__(self, *args: Any, panjang: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _batasi(self.fields["nama"], panjang)


def _batasi(isian: forms.Field, panjang: int) -> None:
    """A unit's name is shorter than a mitra's."""
    isian.validators.append(forms.CharField(max_length=panjang).validators[0])
    isian.widget.attrs["maxlength"] = panjang
