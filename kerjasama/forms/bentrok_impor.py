"""A row of a list that somebody else answered or withheld while its form was open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from inti.forms.bentrok import Beda, Bentrok, kata
from inti.services.kolom import mentah, nilai_kolom, ringkas
from inti.tiga_arah import bandingkan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kerjasama.forms.impor import BarisImporForm
    from kerjasama.models import BarisImpor

# What another may change of a row that has not entered: the proposal, and why it is withheld.
KOLOM = ("usulan", "alasan_tahan")


def asal_baris(baris: BarisImpor, awal: Mapping[str, Any]) -> str:
    """What the page remembers: the columns, and under `isian:` each field as it was filled in."""
    isian = {f"isian:{nama}": nilai for nama, nilai in awal.items() if nama != "asal"}
    return json.dumps(ringkas(nilai_kolom(baris, KOLOM) | isian))


def kolom_halaman(form: BarisImporForm) -> dict[str, str] | None:
    """Of what the page remembers that which the service asks for; None where there was no page."""
    asal = form.asal_halaman()
    return asal and {nama: asal.get(nama, "") for nama in KOLOM}


def hadapkan(form: BarisImporForm, kini: BarisImporForm, alasan: str) -> tuple[Any, Bentrok]:
    """The data to show again, and both versions; `kini` is the form of what is stored now.

    What only the other changed is followed; what both changed stays as it was typed.
    """
    asal = form.asal_halaman() or {}
    nama = [n for n in kini.initial if n in form.fields and n != "asal"]
    saya, ada = {n: form.cleaned_data.get(n) for n in nama}, {n: kini.initial[n] for n in nama}
    dulu = {n: asal.get(f"isian:{n}", "") for n in nama}
    ikut, beda = bandingkan(dulu, ringkas(saya), ringkas(ada))
    data: Any = form.data.copy()
    for satu in ikut:
        data[satu] = mentah(ada[satu])
    data["asal"] = kini.initial["asal"]

    def sebut(satu: str) -> Beda:
        pilihan = {k: v for k, v in getattr(kini.fields[satu], "choices", ()) if k}
        return Beda(
            str(kini.fields[satu].label), kata(saya[satu], pilihan), kata(ada[satu], pilihan)
        )

    return data, Bentrok([sebut(n) for n in ikut], [sebut(n) for n in beda], alasan)
