"""Rows pasted from a sheet: first read and shown, then confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import SekaliMixin
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.matrik import KOLOM
from pengawasan.domain.tempel_matrik import TEMPELAN_TERPANJANG, TIDAK_DIPAKAI, Tempelan, baca

if TYPE_CHECKING:
    from django.http import QueryDict

    from pengawasan.models import Kegiatan

KOSONGKAN = "Kosongkan; tulisannya disimpan di keterangan"


class TempelForm(SekaliMixin, forms.Form):
    """The block itself."""

    tempelan = forms.CharField(
        label="Baris dari lembar kerja",
        max_length=TEMPELAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=(
            "Salin baris di Excel, Google Spreadsheet, atau berkas CSV, lalu tempel di sini. "
            "Tidak ada yang disimpan sebelum Anda menyetujui pratinjaunya."
        ),
        error_messages={"required": "Tempelkan sedikitnya satu baris."},
        strip=False,
    )

    def clean_tempelan(self) -> str:
        """Something can be read in it."""
        teks = str(self.cleaned_data["tempelan"])
        if not teks.strip():
            raise forms.ValidationError(self.fields["tempelan"].error_messages["required"])
        return teks


class PemetaanForm(forms.Form):
    """Which column is which, and which unit was meant; made for one block."""

    def __init__(self, data: QueryDict, teks: str, unit: list[PerangkatDaerah]) -> None:
        super().__init__(data.copy())
        self.teks, self.unit = teks, {str(satu.pk): satu for satu in unit}
        self.kenal = {
            nama.casefold(): str(satu.pk)
            for satu in unit
            for nama in (satu.nama, satu.singkatan)
            if nama
        }
        dibaca = baca(teks, unit=self.kenal)
        pilihan = [(TIDAK_DIPAKAI, "Tidak dipakai"), *KOLOM]
        for ke, nama in enumerate(dibaca.kolom):
            # What nobody chose yet is as it was guessed.
            self.data.setdefault(f"kolom-{ke}", nama)
            self.fields[f"kolom-{ke}"] = forms.ChoiceField(
                label=dibaca.kepala[ke][:60], choices=pilihan, required=False
            )
        tempelan = self._baca(dibaca)
        self.tempelan = tempelan
        self.asing = [u for u in tempelan.unit if u.casefold() not in self.kenal]
        unit_pilihan = [("", KOSONGKAN), *[(pk, str(u)) for pk, u in self.unit.items()]]
        for ke, tertulis in enumerate(self.asing):
            self.fields[f"unit-{ke}"] = forms.ChoiceField(
                label=tertulis[:120], choices=unit_pilihan, required=False
            )

    def _baca(self, dibaca: Tempelan) -> Tempelan:
        """As the columns were chosen; as they were guessed until somebody chooses."""
        pilihan = [str(self.data[f"kolom-{ke}"]) for ke in range(len(dibaca.kolom))]
        sah = {nama for nama, _ in KOLOM}
        dipilih = [nama if nama in sah else TIDAK_DIPAKAI for nama in pilihan]
        return baca(self.teks, pilihan=dipilih, unit=self.kenal)

    @property
    def kolom(self) -> list[forms.BoundField]:
        """One choice for each column of the block."""
        return [self[nama] for nama in self.fields if nama.startswith("kolom-")]

    @property
    def unit_asing(self) -> list[forms.BoundField]:
        """One choice for each unit that is not of the naskah."""
        return [self[nama] for nama in self.fields if nama.startswith("unit-")]

    def baris(self) -> list[dict[str, Any]]:
        """As the service takes them: columns, unit, recommendations."""
        dipilih = {u: self.cleaned_data.get(f"unit-{ke}") for ke, u in enumerate(self.asing)}
        hasil = []
        for satu in self.tempelan.baris:
            pk = self.kenal.get(satu.unit.casefold()) or dipilih.get(satu.unit)
            isi = dict(satu.isi)
            if satu.unit and not pk:
                catatan = f"Perangkat daerah pada lembar asal: {satu.unit}"
                isi["keterangan"] = "\n".join(filter(None, (isi.get("keterangan"), catatan)))
            rekomendasi = [{"jenis": s.jenis, "uraian": s.uraian} for s in satu.rekomendasi]
            unit = self.unit[pk] if pk else None
            hasil.append({"isi": isi | {"perangkat_daerah": unit}, "rekomendasi": rekomendasi})
        return hasil


def unit_naskah(kegiatan: Kegiatan) -> list[PerangkatDaerah]:
    """Those that can answer for a row."""
    milik = PerangkatDaerah.objects.filter(keterlibatan__naskah=kegiatan.naskah_id)
    return list(milik.distinct())
