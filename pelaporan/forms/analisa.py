"""The team's analysis of the mitra's reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import TeksField
from pelaporan.queries.analisa import rujukan, sebutan
from pengawasan.domain.analisa import periksa_sumber

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pelaporan.models import PutaranLaporan
    from pengawasan.models import HasilAnalisa

KOLOM = ("dokumen_lain", "ringkasan", "permasalahan", "kesimpulan")


class AnalisaForm(forms.Form):
    """Which reports were read, and what they tell."""

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    laporan = forms.MultipleChoiceField(
        label="Laporan mitra yang dianalisa",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    dokumen_lain = TeksField(
        label="Dokumen lain yang dianalisa",
        max_length=500,
        required=False,
        help_text="Misalnya data Perangkat Daerah, terutama bila mitra tidak menyampaikan laporan.",
    )
    ringkasan = TeksField(label="Ringkasan", max_length=10_000, baris=6)
    permasalahan = TeksField(
        label="Permasalahan",
        max_length=10_000,
        baris=5,
        help_text="Tulis “Tidak ada” bila tidak ditemukan permasalahan.",
    )
    kesimpulan = TeksField(label="Kesimpulan", max_length=10_000, baris=4)

    def __init__(
        self,
        *args: Any,
        putaran: Sequence[PutaranLaporan],
        analisa: HasilAnalisa | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **{"initial": _awal(analisa)} | kwargs)
        self.putaran = putaran
        self.fields["laporan"].choices = [(str(p.pk), sebutan(p)) for p in putaran]
        if not putaran:
            del self.fields["laporan"]

    def clean(self) -> dict[str, Any]:
        """It must say what was read."""
        isi = super().clean() or self.cleaned_data
        if not self.errors:
            putusan = periksa_sumber(isi.get("laporan", ()), isi["dokumen_lain"])
            if not putusan:
                self.add_error("laporan" if self.putaran else "dokumen_lain", putusan.alasan)
        return isi

    def data_analisa(self) -> dict[str, Any]:
        """The columns that a person gives."""
        dipilih = self.cleaned_data.get("laporan", ())
        laporan = [rujukan(p) for p in self.putaran if str(p.pk) in dipilih]
        return {n: self.cleaned_data[n] for n in KOLOM} | {"laporan": laporan}

    def bandingkan(self, tersimpan: HasilAnalisa) -> list[tuple[str, str, str]]:
        """Label, stored and given value of what differs; saving once more then knows both."""
        if self.cleaned_data["versi"] == tersimpan.versi:
            return []
        data: Any = self.data.copy()
        data["versi"] = tersimpan.versi
        self.data = data
        return [
            (str(self.fields[n].label), getattr(tersimpan, n), self.cleaned_data[n])
            for n in KOLOM
            if getattr(tersimpan, n) != self.cleaned_data[n]
        ]


def _awal(analisa: HasilAnalisa | None) -> dict[str, Any]:
    if analisa is None:
        return {"versi": 0}
    return {n: getattr(analisa, n) for n in KOLOM} | {
        "versi": analisa.versi,
        "laporan": [str(satu["putaran"]) for satu in analisa.laporan],
    }
