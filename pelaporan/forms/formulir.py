"""Drafting and publishing a version of the mitra's form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from inti.forms import TanggalField, TeksField
from inti.forms.bentrok import SidikForm
from inti.forms.bentrok_halaman import HalamanMixin
from pelaporan.domain.formulir import Bagian, Isian
from pelaporan.domain.rancangan_formulir import (
    BAWAAN,
    GUNA,
    ISIAN_TERBANYAK,
    JENIS_GUNA,
    KOLOM_TERBANYAK,
    kode_baru,
)
from pelaporan.enums import JenisIsian
from pelaporan.models import FormulirLaporan
from pengawasan.forms.baris import BarisFormSet

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from django.db.models import QuerySet

JENIS_KOLOM = [
    (j.value, j.label) for j in JenisIsian if j not in (JenisIsian.TABEL, JenisIsian.BERKAS)
]


KODE_GUNA = frozenset(kode for kode, _ in GUNA)


class VersiFormulirForm(forms.Form):
    """What the new version is called."""

    versi = TeksField(label="Nama versi", max_length=40, help_text="Misalnya “Formulir 2027”.")


class BagianForm(HalamanMixin, SidikForm):
    """A section's heading; its fields stand beside it."""

    judul = TeksField(label="Judul bagian", max_length=120)
    bantuan = TeksField(label="Petunjuk bagian", max_length=300, baris=2, required=False)


class _BarisIsianForm(forms.Form):
    """What a field and a column have in common."""

    kode = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)
    label = TeksField(label="Label", max_length=120)
    # What a row that nobody touched sends; it counts as empty.
    jenis = forms.ChoiceField(label="Jenis", choices=JENIS_KOLOM, initial=JENIS_KOLOM[0][0])
    wajib = forms.BooleanField(label="Wajib diisi", required=False)
    bantuan = TeksField(label="Petunjuk", max_length=300, required=False)
    pilihan = TeksField(
        label="Pilihan",
        max_length=2_000,
        baris=3,
        required=False,
        help_text="Satu pilihan per baris; hanya untuk jenis Pilihan.",
    )
    urutan = forms.IntegerField(label="Urutan", min_value=1, max_value=99, required=False)

    def clean(self) -> dict[str, Any]:
        """A choice needs something to choose from."""
        isi = super().clean() or {}
        baris = _baris_pilihan(isi.get("pilihan", ""))
        if isi.get("jenis") == JenisIsian.PILIHAN and len(baris) < 2:
            self.add_error("pilihan", "Tulis sekurang-kurangnya dua pilihan, satu per baris.")
        return isi


class IsianForm(_BarisIsianForm):
    """One field of a section."""

    jenis = forms.ChoiceField(
        label="Jenis", choices=JenisIsian.choices, initial=JenisIsian.choices[0][0]
    )
    per_kewajiban = forms.BooleanField(
        label="Satu baris per butir kewajiban mitra",
        required=False,
        help_text="Hanya untuk jenis Tabel; kolomnya diatur sesudah disimpan.",
    )
    bawaan = forms.ChoiceField(
        label="Terisi awal dari", required=False, choices=[("", "Tidak terisi"), *BAWAAN]
    )


class KolomForm(_BarisIsianForm):
    """One column of a table."""

    guna = forms.ChoiceField(
        label="Dibaca sebagai",
        required=False,
        choices=[("", "Tidak dibaca buku hak dan kewajiban"), *GUNA],
    )

    def clean(self) -> dict[str, Any]:
        """What the ledger reads has a kind of its own."""
        isi = super().clean()
        harus = JENIS_GUNA.get(isi.get("guna", ""), ())
        if harus and isi.get("jenis") not in harus:
            boleh = " atau ".join(j.label for j in harus)
            self.add_error("jenis", f"Untuk kegunaan ini pilih jenis {boleh}.")
        return isi


class IsianBaseFormSet(BarisFormSet):
    """Fields in their order."""

    def clean(self) -> None:
        """What the ledger reads stands in one column only."""
        super().clean()
        guna = [isi["guna"] for isi in self.baris() if isi.get("guna")] if self.is_bound else []
        if len(set(guna)) != len(guna):
            raise forms.ValidationError("Satu kegunaan hanya untuk satu kolom.")

    def kode(self) -> set[str]:
        """The codes of the rows that were on the page, those taken out included."""
        isi = (f.cleaned_data for f in self.forms if f.cleaned_data)
        return {satu["kode"] for satu in isi if satu["kode"]}

    def daftar(self, lama: Sequence[Isian], terpakai: Collection[str]) -> list[Isian]:
        """As plain values; a code that is known stays, a new one is made from the label.

        `terpakai` are the codes of fields elsewhere in the form.
        """
        dulu = {i.kode: i for i in lama}
        semua = sorted(enumerate(self.baris()), key=lambda x: x[1].get("urutan") or x[0] + 1)
        ada = {_kode(isi, dulu) for _, isi in semua} | set(terpakai) | KODE_GUNA
        hasil = []
        for _, isi in semua:
            kode = _kode(isi, dulu) or kode_baru(isi["label"], ada)
            ada.add(kode)
            hasil.append(_isian(kode, isi, dulu.get(isi["kode"])))
        return hasil


def _kode(isi: dict[str, Any], dulu: Collection[str]) -> str:
    """The code that a row has: by what the ledger reads it as, else the one it had."""
    if "guna" in isi and isi["kode"] in KODE_GUNA:
        return str(isi["guna"])
    return str(isi.get("guna") or (isi["kode"] if isi["kode"] in dulu else ""))


def _isian(kode: str, isi: dict[str, Any], lama: Isian | None) -> Isian:
    jenis = JenisIsian(isi["jenis"])
    tabel = jenis == JenisIsian.TABEL
    pilihan = _baris_pilihan(isi["pilihan"]) if jenis == JenisIsian.PILIHAN else []
    return Isian(
        kode=kode,
        label=isi["label"],
        jenis=jenis,
        wajib=isi["wajib"],
        bantuan=isi["bantuan"],
        bawaan="target" if kode == "target" and "guna" in isi else isi.get("bawaan", ""),
        pilihan=_berkode(pilihan, lama.pilihan if lama else ()),
        kolom=lama.kolom if lama and tabel else (),
        per_kewajiban=tabel and bool(isi.get("per_kewajiban")),
    )


def _berkode(label: Sequence[str], lama: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Choices with their codes: the same words keep the code they had."""
    dulu = {kata: kode for kode, kata in lama}
    ada = {dulu[kata] for kata in label if kata in dulu}
    hasil = []
    for kata in label:
        kode = dulu.get(kata) or kode_baru(kata, ada)
        ada.add(kode)
        hasil.append((kode, kata))
    return tuple(hasil)


def _baris_pilihan(teks: str) -> list[str]:
    return list(dict.fromkeys(b.strip()[:120] for b in teks.splitlines() if b.strip()))


def awal(isian: Sequence[Isian]) -> list[dict[str, Any]]:
    """The rows of a formset that shows what is there."""
    return [
        {
            "kode": i.kode,
            "label": i.label,
            "jenis": i.jenis.value,
            "wajib": i.wajib,
            "bantuan": i.bantuan,
            "pilihan": "\n".join(kata for _, kata in i.pilihan),
            "per_kewajiban": i.per_kewajiban,
            "bawaan": i.bawaan,
            "guna": i.kode if i.kode in KODE_GUNA else "",
            "urutan": nomor,
        }
        for nomor, i in enumerate(isian, start=1)
    ]


def bagian(form: BagianForm, isian: Sequence[Isian]) -> Bagian:
    """The section that was typed, after is_valid()."""
    return Bagian(form.cleaned_data["judul"], tuple(isian), form.cleaned_data["bantuan"])


IsianFormSet = forms.formset_factory(
    IsianForm,
    formset=IsianBaseFormSet,
    extra=1,
    max_num=ISIAN_TERBANYAK,
    validate_max=True,
    can_delete=True,
)
KolomFormSet = forms.formset_factory(
    KolomForm,
    formset=IsianBaseFormSet,
    extra=1,
    max_num=KOLOM_TERBANYAK,
    validate_max=True,
    can_delete=True,
)


class TerbitFormulirForm(forms.Form):
    """The Keputusan behind a version, and from when reports are begun on it."""

    nomor_keputusan = TeksField(label="Nomor Keputusan", max_length=80)
    tanggal_keputusan = TanggalField(label="Tanggal Keputusan")
    tentang = TeksField(label="Tentang", max_length=120)
    berlaku_mulai = TanggalField(
        label="Berlaku mulai", help_text="Laporan yang sudah dimulai tetap memakai versinya."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berlaku_mulai"].widget.attrs["min"] = timezone.localdate().isoformat()


class BandingFormulirForm(forms.Form):
    """With which other version of the form one is compared."""

    dengan = forms.ModelChoiceField(
        label="Bandingkan dengan",
        queryset=FormulirLaporan.objects.none(),
        required=False,
        empty_label="Versi sebelumnya",
    )

    def __init__(self, *args: Any, lain: QuerySet[FormulirLaporan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dengan"].queryset = lain
