"""A page that is saved as a whole, its fields and its rows, when somebody else saved it first.

An edit form gets this by deriving from `HalamanMixin`, naming its rows in `sertakan`, and a service
that raises KolomBerubah; the view calls `inti.views.bentrok.save_or_compare_page`.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django import forms

from inti.forms.bentrok import KOSONG, Beda, Bentrok, BentrokMixin, SidikForm, kata, kata_baris
from inti.services.kolom import mentah, ringkas
from inti.tiga_arah import bandingkan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Halaman = TypeVar("Halaman", bound="HalamanMixin")
TAK_ADA = "(tidak ada baris ini)"


class HalamanMixin(BentrokMixin):
    """The form that remembers what the page showed: its own fields, and the rows beside it."""

    # Heading -> formset.
    baris: Mapping[str, Any] = MappingProxyType({})
    # What else the page is made of.
    bersama: Any = None

    def sertakan(
        self, baris: Mapping[str, Any] = MappingProxyType({}), *, bersama: Any = None
    ) -> Self:
        """The rows that are saved with it; a page that is shown for the first time remembers."""
        self.baris, self.bersama = baris, bersama
        if not self.is_bound:
            self.initial["asal"] = json.dumps(ringkas(self.potret()))
        return self

    def sah(self) -> bool:
        """Whether every part is sound; all are asked, so that all that is wrong shows at once."""
        return all([self.is_valid(), *(satu.is_valid() for satu in self.baris.values())])

    def potret(self) -> dict[str, str]:
        """What stands in each field, and in the rows of each heading as one."""
        isi = {n: _nilai(self, n) for n in _tampak(self)}
        for judul, formset in self.baris.items():
            isi[_kunci(judul)] = json.dumps([_isi(satu) for satu in _baris(formset)])
        return isi

    def beda_dengan(self, kini: Self, kunci: str) -> Beda:
        """A field or the rows of a heading in both wordings."""
        for judul in self.baris:
            if _kunci(judul) == kunci:
                ini, itu = (_sebut_baris(satu.baris[judul]) for satu in (self, kini))
                return Beda(judul, _hanya(ini, itu), _hanya(itu, ini))
        label = str(kini.fields[kunci].label)
        return Beda(label[:1].upper() + label[1:], _sebut(self, kunci), _sebut(kini, kunci))


class BarisSajaForm(HalamanMixin, SidikForm):
    """A page of rows and nothing else."""


def hadapkan_halaman(
    form: Halaman, buat: Callable[[Any], Halaman], alasan: str, *, gone: bool = False
) -> Halaman:
    """The page again, from `buat`: what was typed beside what is stored by now.

    What only the other changed is followed; what both changed stays as it was typed. The next
    save counts from what is stored now. Of what is gone (`gone`) nothing is followed.
    """
    kini = buat(None)
    ada = kini.potret()
    saya = {n: v for n, v in form.potret().items() if n in ada}
    asal = {} if gone else {n: v for n, v in (form.asal_halaman() or {}).items() if n in ada}
    ikut, beda = bandingkan(asal, ringkas(saya), ringkas(ada))
    data: Any = form.data
    data = data.copy()
    for bidang in (*kini.hidden_fields(), *(kini[n] for n in ikut if n in kini.fields)):
        _tulis(data, bidang)
    for judul, formset in kini.baris.items():
        if _kunci(judul) in ikut:
            _ikuti(data, formset)
    hasil = buat(data)
    hasil.bentrok = Bentrok(
        [form.beda_dengan(kini, n) for n in ikut],
        [form.beda_dengan(kini, n) for n in beda],
        alasan,
    )
    return hasil


def _kunci(judul: str) -> str:
    return f"baris:{judul}"


def _baris(formset: Any) -> list[forms.Form]:
    """The form of each row that stays."""
    if not formset.is_bound:
        return list(formset.forms[: len(formset.initial or ())])
    return [f for f in formset.forms if f.cleaned_data and not f.cleaned_data.get("DELETE")]


def _tampak(form: forms.Form) -> list[str]:
    """Fields that a person fills in and that can be filled in again: no files."""
    return [
        n
        for n, f in form.fields.items()
        if n != "DELETE" and not f.widget.is_hidden and not isinstance(f, forms.FileField)
    ]


def _isi(form: forms.Form) -> list[str]:
    return [_nilai(form, n) for n in _tampak(form)]


def _nilai(form: forms.Form, nama: str) -> str:
    return mentah(_baca(form, nama))


def _baca(form: forms.Form, nama: str) -> Any:
    """What stands in the field; of a row of another table its key."""
    bidang, nilai = form.fields[nama], form[nama].value()
    if isinstance(bidang, forms.ModelChoiceField):
        return nilai
    try:
        return bidang.to_python(nilai)
    except forms.ValidationError:
        return nilai


def _sebut(form: forms.Form, nama: str) -> str:
    """The same in words."""
    bidang, nilai = form.fields[nama], _baca(form, nama)
    if isinstance(bidang, forms.ModelChoiceField):
        satu = bidang.queryset.filter(pk=nilai).first() if nilai else None
        return bidang.label_from_instance(satu) if satu else KOSONG
    return kata(nilai, _pilihan(getattr(bidang, "choices", ())))


def _pilihan(choices: Any) -> dict[Any, Any]:
    """Choices by their value, those in groups too."""
    rata: dict[Any, Any] = {}
    for kunci, isi in choices:
        rata |= dict(isi) if isinstance(isi, list | tuple) else {kunci: isi}
    return {k: v for k, v in rata.items() if k}


def _sebut_baris(formset: Any) -> list[str]:
    """Each row in words."""
    return [
        kata_baris((str(satu.fields[n].label), _sebut(satu, n)) for n in _tampak(satu))
        for satu in _baris(formset)
    ]


def _hanya(ini: list[str], itu: list[str]) -> str:
    """The rows that the other does not have; all where only their order differs."""
    lebih = [satu for satu in ini if satu not in itu]
    sama = sorted(ini) == sorted(itu)
    return "\n".join(ini if sama else lebih) or TAK_ADA


def _ikuti(data: Any, formset: Any) -> None:
    """Put the stored rows in place of those that were sent."""
    for nama in [n for n in data if n.startswith(f"{formset.prefix}-")]:
        del data[nama]
    for form in (formset.management_form, *formset.forms):
        for bidang in form:
            _tulis(data, bidang)


def _tulis(data: Any, bidang: forms.BoundField) -> None:
    nilai = bidang.value()
    if isinstance(nilai, list | tuple):
        data.setlist(bidang.html_name, [mentah(satu) for satu in nilai])
    else:
        data[bidang.html_name] = mentah(nilai)
