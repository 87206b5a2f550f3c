"""A naskah that somebody else changed while its form was open: both versions, nothing lost."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from inti.formats import tanggal_indonesia
from inti.forms.bentrok import Beda, Bentrok, kata
from inti.services.kolom import mentah, ringkas
from inti.tiga_arah import bandingkan
from kerjasama.forms.naskah import NaskahForm
from kerjasama.models import Mitra, Naskah, PerangkatDaerah
from kerjasama.queries.naskah import isi_baris, sidik_naskah

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import QueryDict

    Isi = dict[str, list[Any]]
    Baris = dict[str, dict[str, Any]]

# Prefix of the rows -> how isi_baris calls them, their key, what a person calls one of them.
JENIS_BARIS = {
    "pihak": ("pihak", "mitra", "Mitra"),
    "pd": ("perangkat_daerah", "perangkat_daerah", "Perangkat Daerah"),
    "butir": ("butir", "pk", "Hak dan kewajiban"),
}


def asal_halaman(naskah: Naskah, isi: Isi) -> dict[str, str]:
    """What the page remembers of the naskah and rows it was made from, for its hidden fields."""
    potret = _potret(_kolom(naskah), _per_kunci(isi))
    return {"sidik": sidik_naskah(naskah, isi), "asal": json.dumps(ringkas(potret))}


def hadapkan(
    form: NaskahForm, formset: Mapping[str, Any], kini: Naskah, alasan: str
) -> tuple[QueryDict, Bentrok]:
    """The data to show again, and both versions of what differs.

    What only the other changed is followed; what both changed stays as it was typed. The next
    save counts from what is stored now.
    """
    isi = isi_baris(kini)
    tersimpan = _per_kunci(isi)
    ketikan = _per_kunci({JENIS_BARIS[n][0]: f.baris() for n, f in formset.items()})
    kolom = {n: mentah(v) for n, v in form.data_naskah().items()}
    saya, ada = _potret(kolom, ketikan), _potret(_kolom(kini), tersimpan)
    ikut, bentrok = bandingkan(_asal(form), ringkas(saya), ringkas(ada))
    baca = _Pembaca(form, ketikan, kini, tersimpan)
    hasil = Bentrok([baca.beda(k) for k in ikut], [baca.beda(k) for k in bentrok], alasan)
    data = form.data.copy()
    for kunci in ikut:
        _ikuti(data, kunci, formset, form, kini, tersimpan.get(kunci), baca.mitra)
    for nama, nilai in asal_halaman(kini, isi).items():
        data[nama] = nilai
    return data, hasil


class _Pembaca:
    """Says a key and its values in words; names of mitra and units are asked once."""

    def __init__(self, form: NaskahForm, ketikan: Baris, kini: Naskah, tersimpan: Baris) -> None:
        self.form, self.kini, self.ketikan, self.tersimpan = form, kini, ketikan, tersimpan
        kunci = {tuple(k.split(":")) for k in [*ketikan, *tersimpan]}
        self.mitra = Mitra.objects.in_bulk([int(pk) for j, pk in kunci if j == "pihak"])
        self.unit = PerangkatDaerah.objects.in_bulk([int(pk) for j, pk in kunci if j == "pd"])

    def beda(self, kunci: str) -> Beda:
        jenis, _, pk = kunci.partition(":")
        if not pk:
            bidang = self.form.fields[kunci]
            ketikan, ada = self.form.cleaned_data[kunci], getattr(self.kini, kunci)
            pilihan = dict(Naskah._meta.get_field(kunci).choices or ())
            label = str(bidang.label)
            judul = label[:1].upper() + label[1:]
            return Beda(judul, kata(ketikan, pilihan), kata(ada, pilihan))
        return Beda(
            JENIS_BARIS[jenis][2],
            self._baris(jenis, self.ketikan.get(kunci)),
            self._baris(jenis, self.tersimpan.get(kunci)),
        )

    def _baris(self, jenis: str, isi: dict[str, Any] | None) -> str:
        if isi is None:
            return "(tidak ada baris ini)"
        nama = {"mitra": self.mitra, "perangkat_daerah": self.unit}
        semua = (
            tanggal_indonesia(v) if isinstance(v, date) else str(nama.get(n, {}).get(v, v))
            for n, v in isi.items()
            if n != "pk" and v not in (None, "")
        )
        return ", ".join(semua)


def _ikuti(
    data: QueryDict,
    kunci: str,
    formset: Mapping[str, Any],
    form: NaskahForm,
    kini: Naskah,
    isi: dict[str, Any] | None,
    mitra: Mapping[int, Mitra],
) -> None:
    """Write the stored value into what was sent."""
    jenis, _, pk = kunci.partition(":")
    if not pk:
        nilai = form.fields[kunci].prepare_value(
            Naskah._meta.get_field(kunci).value_from_object(kini)
        )
        data[kunci] = mentah(nilai)
        return
    nama_kunci, urutan = JENIS_BARIS[jenis][1], _letak(formset[jenis], jenis, pk)
    if isi is None:
        data[f"{jenis}-{urutan}-DELETE"] = "on"
        return
    if urutan is None:
        urutan = int(data[f"{jenis}-TOTAL_FORMS"])
        data[f"{jenis}-TOTAL_FORMS"] = str(urutan + 1)
    for nama, nilai in isi.items():
        tertulis = mitra[nilai].nama if nama == nama_kunci == "mitra" else mentah(nilai)
        data[f"{jenis}-{urutan}-{nama}"] = tertulis


def _letak(formset: Any, jenis: str, pk: str) -> int | None:
    """Which row of the page is that of the key; None if there is none."""
    nama = JENIS_BARIS[jenis][1]
    for urutan, baris in enumerate(formset.forms):
        nilai = baris.cleaned_data.get(nama)
        if nilai and str(getattr(nilai, "pk", nilai)) == pk:
            return urutan
    return None


def _kolom(naskah: Naskah) -> dict[str, str]:
    """The columns of the form as they are stored."""
    nama = NaskahForm.Meta.fields
    return {n: mentah(naskah._meta.get_field(n).value_from_object(naskah)) for n in nama}


def _per_kunci(isi: Isi) -> Baris:
    """Rows by their key, with only what the page shows of them; new ones have none."""
    hasil = {}
    for jenis, (nama, kunci, _) in JENIS_BARIS.items():
        for baris in isi[nama]:
            if baris[kunci]:
                tampak = {n: v for n, v in baris.items() if not (jenis == "butir" and n == "mitra")}
                hasil[f"{jenis}:{baris[kunci]}"] = tampak
    return hasil


def _potret(kolom: Mapping[str, str], baris: Baris) -> dict[str, str]:
    rata = {k: {n: mentah(v) for n, v in isi.items()} for k, isi in baris.items()}
    return {**kolom, **{k: json.dumps(isi, sort_keys=True) for k, isi in rata.items()}}


def _asal(form: NaskahForm) -> dict[str, str]:
    """What the page remembered; where that cannot be read, everything counts as typed."""
    try:
        asal = json.loads(form.cleaned_data["asal"])
    except (ValueError, RecursionError):
        return {}
    return asal if isinstance(asal, dict) else {}
