"""Filling a sheet: one answer and one remark per question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms

from inti.forms import TeksField
from pengawasan.domain.kertas_kerja import SKALA
from pengawasan.enums import JenisPertanyaan, TopikKertasKerja
from pengawasan.queries.kertas_kerja import LABEL_SKALA, kata_jawaban
from pengawasan.services.kertas_kerja import IsiJawaban

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pengawasan.models import JawabanKertasKerja

TIDAK_RELEVAN = "t"
PILIHAN = {
    JenisPertanyaan.SKALA: [(str(n), f"{n} – {LABEL_SKALA[n]}") for n in SKALA],
    JenisPertanyaan.YA_TIDAK: [("1", "Ya"), ("0", "Tidak")],
}


class IsianJawaban(NamedTuple):
    """One question with its fields; `jawab` is None where only words are asked for.

    `tersimpan` is what a colleague saved meanwhile, where it is another answer.
    """

    jawaban: JawabanKertasKerja
    jawab: forms.BoundField | None
    uraian: forms.BoundField
    tersimpan: str


class KertasKerjaForm(forms.Form):
    """Nothing is required while it is a draft; the rules say what is missing on submission."""

    versi = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    simpan = forms.ChoiceField(
        choices=[("draf", "Simpan draf"), ("sampaikan", "Sampaikan")],
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(
        self, data: Any = None, *, jawaban: Iterable[JawabanKertasKerja], versi: int
    ) -> None:
        super().__init__(data, initial={"versi": versi})
        self.jawaban = list(jawaban)
        self.tersimpan: dict[int, str] = {}
        for satu in self.jawaban:
            if satu.jenis != JenisPertanyaan.URAIAN:
                self.fields[f"jawab_{satu.nomor}"] = _pilihan(satu)
            self.fields[f"uraian_{satu.nomor}"] = _uraian(satu)

    def kelompok(self) -> list[tuple[str, list[IsianJawaban]]]:
        """The questions by topic, in the order of the sheet."""
        hasil: dict[str, list[IsianJawaban]] = {}
        for satu in self.jawaban:
            nama = f"jawab_{satu.nomor}"
            isian = IsianJawaban(
                satu,
                self[nama] if nama in self.fields else None,
                self[f"uraian_{satu.nomor}"],
                self.tersimpan.get(satu.nomor, ""),
            )
            hasil.setdefault(TopikKertasKerja(satu.topik).label, []).append(isian)
        return list(hasil.items())

    def isi(self) -> dict[int, IsiJawaban]:
        """The answers by number."""
        return {satu.nomor: self._satu(satu.nomor) for satu in self.jawaban}

    def _satu(self, nomor: int) -> IsiJawaban:
        jawab = self.cleaned_data.get(f"jawab_{nomor}", "")
        uraian = self.cleaned_data[f"uraian_{nomor}"]
        if jawab == TIDAK_RELEVAN:
            return IsiJawaban(uraian=uraian, tidak_relevan=True)
        return IsiJawaban(nilai=int(jawab) if jawab else None, uraian=uraian)

    def bandingkan(self, tersimpan: Iterable[JawabanKertasKerja], *, versi: int) -> None:
        """Keep what was typed, put what a colleague saved beside it, and go on from there."""
        isi = self.isi()
        for satu in tersimpan:
            lama = IsiJawaban(satu.nilai, satu.uraian, satu.tidak_relevan)
            if isi[satu.nomor] != lama:
                bagian = (kata_jawaban(satu), satu.uraian)
                self.tersimpan[satu.nomor] = ". ".join(filter(None, bagian)) or "(kosong)"
        self.data = {**self.data.dict(), "versi": str(versi)}

    def sampaikan(self) -> bool:
        """Whether the sheet is to be submitted at once."""
        return bool(self.cleaned_data["simpan"] == "sampaikan")


def _pilihan(satu: JawabanKertasKerja) -> forms.ChoiceField:
    nilai = TIDAK_RELEVAN if satu.tidak_relevan else satu.nilai
    return forms.ChoiceField(
        label=f"{satu.nomor}. {satu.pertanyaan}",
        choices=[
            *PILIHAN[JenisPertanyaan(satu.jenis)],
            (TIDAK_RELEVAN, "Tidak relevan"),
        ],
        required=False,
        initial="" if nilai is None else str(nilai),
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )


def _uraian(satu: JawabanKertasKerja) -> TeksField:
    hanya = satu.jenis == JenisPertanyaan.URAIAN
    label = f"{satu.nomor}. {satu.pertanyaan}" if hanya else f"Keterangan nomor {satu.nomor}"
    return TeksField(
        label=label, max_length=2_000, required=False, baris=4 if hanya else 2, initial=satu.uraian
    )
