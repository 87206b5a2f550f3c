"""A row that somebody else changed while its form was open: both versions, nothing lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from inti.formats import tanggal_indonesia
from inti.services.kolom import mentah, nilai_kolom, ringkas
from inti.tiga_arah import bandingkan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

KOSONG = "(kosong)"


@dataclass(frozen=True)
class Beda:
    """One field or row in both wordings."""

    judul: str
    saya: str
    tersimpan: str


@dataclass(frozen=True)
class Bentrok:
    """What only the other changed, which the form follows; and what both did; why it is held."""

    ikut: list[Beda]
    beda: list[Beda]
    alasan: str


class SidikForm(forms.Form):
    """What the page was made from, where that is more than the columns of one row."""

    sidik = forms.CharField(max_length=32, required=False, widget=forms.HiddenInput)


class BentrokMixin(forms.Form):
    """A form over the columns of one row, which remembers what the page showed of them."""

    asal = forms.CharField(required=False, widget=forms.HiddenInput)
    bentrok: Bentrok | None = None

    def ingat(self, objek: Model, nama: Iterable[str]) -> None:
        """Put what the row holds now into the page."""
        self.initial["asal"] = json.dumps(ringkas(nilai_kolom(objek, nama)))

    def asal_halaman(self) -> dict[str, str] | None:
        """What the page showed; None where the sender saw no page.

        Where it cannot be read, everything counts as changed meanwhile.
        """
        teks = self.cleaned_data["asal"]
        if not teks:
            return None
        try:
            asal = json.loads(teks)
        except ValueError:
            return {}
        return asal if isinstance(asal, dict) else {}

    def data_kolom(self) -> dict[str, Any]:
        """The columns as they were typed."""
        raise NotImplementedError

    def hadapkan(self, kini: Model, alasan: str) -> None:
        """Show again what was typed beside what is stored by now.

        What only the other changed is followed; what both changed stays as it was typed. The next
        save counts from what is stored now.
        """
        ketikan = self.data_kolom()
        tersimpan = nilai_kolom(kini, ketikan)
        ada = ringkas(tersimpan)
        ikut, beda = bandingkan(self.asal_halaman() or {}, ringkas(ketikan), ada)
        data: Any = self.data
        data = data.copy()
        for nama in ikut:
            data[self.add_prefix(nama)] = mentah(self.fields[nama].prepare_value(tersimpan[nama]))
        data[self.add_prefix("asal")] = json.dumps(ada)
        self.data = data
        self.bentrok = Bentrok(
            [self._beda(n, ketikan[n], kini) for n in ikut],
            [self._beda(n, ketikan[n], kini) for n in beda],
            alasan,
        )

    def _beda(self, nama: str, saya: Any, kini: Model) -> Beda:
        label = str(self.fields[nama].label)
        judul = label[:1].upper() + label[1:]
        pilihan = dict(getattr(kini._meta.get_field(nama), "choices", None) or ())
        return Beda(judul, kata(saya, pilihan), kata(getattr(kini, nama), pilihan))


def kata(nilai: Any, pilihan: dict[Any, Any]) -> str:
    """A value in words."""
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, date):
        return tanggal_indonesia(nilai)
    if isinstance(nilai, list):
        return ", ".join(str(pilihan.get(satu, satu)) for satu in nilai) or KOSONG
    return KOSONG if nilai in (None, "") else str(pilihan.get(nilai, nilai))


def kata_baris(kolom: Iterable[tuple[str, str]]) -> str:
    """A row of a table in words: what is filled in, by the heading of its column."""
    return "; ".join(f"{judul}: {isi}" for judul, isi in kolom if isi != KOSONG) or KOSONG


class BentrokModelMixin(BentrokMixin, forms.BaseModelForm):
    """The same for a form over a model; a row that is not there yet has nothing to remember."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.ingat(self.instance, self._meta.fields)

    def data_kolom(self) -> dict[str, Any]:
        """The columns that the form has."""
        return {n: self.cleaned_data[n] for n in self._meta.fields if n in self.fields}
