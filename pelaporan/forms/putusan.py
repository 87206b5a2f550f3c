"""The chair's decisions as typed values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from pelaporan.domain.putusan import Keputusan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pengawasan.models import Rekomendasi

PILIHAN = [("setujui", "Setujui"), ("kembalikan", "Kembalikan")]
SEMUA = [
    ("", "Putuskan satu per satu"),
    ("setujui", "Setujui semua rekomendasi"),
    ("kembalikan", "Kembalikan semua rekomendasi"),
]


def _catatan(label: str = "Catatan", bantuan: str = "Wajib bila dikembalikan.") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=bantuan,
    )


def _pilihan() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Putusan",
        choices=PILIHAN,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih setujui atau kembalikan."},
    )


class PutusanForm(forms.Form):
    """One choice and one note per waiting recommendation; one for all when there is none."""

    sha256_bundel = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, *args: Any, rekomendasi: Sequence[Rekomendasi], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kunci = [r.pk for r in rekomendasi]
        self.nama: list[int | str] = [*self.kunci] or ["laporan"]
        if len(self.kunci) > 1:
            self.fields["semua"] = forms.ChoiceField(
                label="Putusan atas semua", choices=SEMUA, widget=forms.RadioSelect, required=False
            )
            self.fields["catatan_semua"] = _catatan(
                "Catatan bagi semua yang dikembalikan",
                "Berlaku bagi setiap rekomendasi yang dikembalikan tanpa catatan sendiri.",
            )
        for pk in self.nama:
            self.fields[f"putusan_{pk}"] = _pilihan()
            self.fields[f"catatan_{pk}"] = _catatan()

    @property
    def atas_semua(self) -> dict[str, forms.BoundField] | None:
        """The one choice for all and its note, where there is more than one to decide."""
        if "semua" not in self.fields:
            return None
        return {"putusan": self["semua"], "catatan": self["catatan_semua"]}

    def _putuskan_sisanya(self, data: dict[str, Any], putusan: str) -> None:
        """Decided for all: also what has no choice of its own; a choice beside it stands."""
        for pk in self.nama:
            if not data.get(f"putusan_{pk}"):
                data[f"putusan_{pk}"] = putusan
                self.errors.pop(f"putusan_{pk}", None)

    def clean(self) -> dict[str, Any]:
        """A return without a note is an error beside the note itself."""
        data = super().clean() or {}
        semua, bersama = data.get("semua"), data.get("catatan_semua", "").strip()
        if semua:
            self._putuskan_sisanya(data, semua)
        kosong = [pk for pk in self.nama if self._tanpa_catatan(data, pk)]
        if bersama:
            data |= {f"catatan_{pk}": bersama for pk in kosong}
        elif kosong:
            tempat = ["semua"] if semua == "kembalikan" else kosong
            for pk in tempat:
                self.add_error(f"catatan_{pk}", "Tuliskan apa yang harus diperbaiki.")
        return data

    @staticmethod
    def _tanpa_catatan(data: dict[str, Any], pk: int | str) -> bool:
        """Whether it is returned and does not say why."""
        return (
            data.get(f"putusan_{pk}") == "kembalikan" and not data.get(f"catatan_{pk}", "").strip()
        )

    def pasangan(self, pk: int | str) -> dict[str, forms.BoundField]:
        """The two fields of one recommendation, for the page."""
        return {"putusan": self[f"putusan_{pk}"], "catatan": self[f"catatan_{pk}"]}

    @property
    def keputusan(self) -> dict[int, Keputusan]:
        """By recommendation, after validation."""
        return {pk: self._keputusan(pk) for pk in self.kunci}

    @property
    def atas_laporan(self) -> Keputusan:
        """On the report as a whole, where no recommendation waits."""
        return Keputusan(setuju=True) if self.kunci else self._keputusan("laporan")

    def _keputusan(self, pk: int | str) -> Keputusan:
        return Keputusan(
            setuju=self.cleaned_data[f"putusan_{pk}"] == "setujui",
            catatan=self.cleaned_data[f"catatan_{pk}"],
        )


class PutusanWalikotaForm(forms.Form):
    """Agree or not, with a note where not."""

    putusan = forms.ChoiceField(
        label="Putusan",
        choices=[("setuju", "Setujui"), ("tidak", "Tidak menyetujui")],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih setujui atau tidak menyetujui."},
    )
    catatan = forms.CharField(
        label="Catatan",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila tidak menyetujui.",
    )

    def clean(self) -> dict[str, Any]:
        """A refusal has a note."""
        data = super().clean() or {}
        if data.get("putusan") == "tidak" and not data.get("catatan", "").strip():
            self.add_error("catatan", "Tuliskan alasan tidak menyetujui.")
        return data
