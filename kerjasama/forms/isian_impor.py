"""What a row of a list says besides its parties and dates, as a person corrects it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import TeksField
from kerjasama.domain.baca_isian import LINGKUP_TERPANJANG, ORANG_TERPANJANG
from kerjasama.domain.kaitan import (
    KAITAN,
    SEBUTAN,
    nomor_disebut,
    rujukan,
    sebut_baris,
    sebut_naskah,
)
from kerjasama.domain.kolom import LABEL
from kerjasama.domain.kunci import kunci_nomor
from kerjasama.enums import JenisKerjaSama
from kerjasama.forms.pilih_naskah import NaskahField
from kerjasama.models import BarisImpor, Urusan
from kerjasama.queries.impor import baris_sama

if TYPE_CHECKING:
    from collections.abc import Mapping

BELUM = "Belum ditentukan"
PETUNJUK_KAITAN = (
    "Ketik sebagian nomor atau judulnya, atau nomor naskah pada baris lain daftar ini. Kosongkan "
    "bila tidak ada."
)
# What can be answered once for every row of the list in which the same stands.
SEKALI_JAWAB = ("jenis", "jenis_kerja_sama", "urusan", "perangkat_daerah")


class KaitanField(NaskahField):
    """A naskah of the register, or another row of the same list, as plain values; None is none."""

    # The row being answered, from its form; without one only the register is known.
    baris: BarisImpor | None = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.help_text = PETUNJUK_KAITAN

    def clean(self, value: Any) -> dict[str, Any] | None:
        """The register goes first; a number that neither knows is answered with those like it."""
        try:
            naskah = super().clean(value)
        except forms.ValidationError:
            if nomor := self._baris_lain(value):
                return rujukan(sebut_baris(nomor), None, nomor)
            raise
        return rujukan(sebut_naskah(naskah), naskah.pk, None) if naskah else None

    def _baris_lain(self, teks: str) -> int | None:
        """The first other row whose own number it is."""
        if self.baris is None:
            return None
        kunci = kunci_nomor(teks)
        lain = BarisImpor.objects.filter(impor=self.baris.impor_id).exclude(pk=self.baris.pk)
        bernomor = lain.exclude(usulan__nomor="").order_by("nomor_baris")
        for nomor, milik in bernomor.values_list("nomor_baris", "usulan__nomor").iterator():
            if kunci and kunci in {kunci_nomor(n) for n in nomor_disebut(milik)}:
                return int(nomor)
        return None


class IsianImporForm(forms.Form):
    """The fields, each with what stood in its cell; a Ubah page has the rest around them."""

    jenis_kerja_sama = forms.ChoiceField(
        label=LABEL["jenis_kerja_sama"],
        choices=[("", BELUM), *JenisKerjaSama.choices],
        required=False,
    )
    urusan = forms.ModelChoiceField(
        label=LABEL["urusan"],
        queryset=Urusan.objects.all(),
        to_field_name="kode",
        required=False,
        empty_label=BELUM,
    )
    ruang_lingkup = TeksField(
        label=LABEL["ruang_lingkup"], max_length=LINGKUP_TERPANJANG, baris=3, required=False
    )
    penanda_tangan = TeksField(
        label=LABEL["penanda_tangan"], max_length=ORANG_TERPANJANG, required=False
    )
    jabatan_penanda_tangan = TeksField(
        label="Jabatannya", max_length=ORANG_TERPANJANG, required=False
    )
    induk = KaitanField(label=SEBUTAN["induk"], required=False)
    menggantikan = KaitanField(label=LABEL["menggantikan"], required=False)

    baris: BarisImpor

    def siapkan_isian(self) -> None:
        """What stood in the cells; where the same stands in other rows, a box for them all."""
        for nama in ("jenis_kerja_sama", "urusan", "penanda_tangan", *KAITAN):
            if asli := self.baris.mentah.get(nama, "").strip():
                sudah = self.fields[nama].help_text
                self.fields[nama].help_text = f"Tertulis “{asli[:200]}”. {sudah}".strip()
        for nama in KAITAN:
            self.fields[nama].baris = self.baris
        self._siapkan_sama()

    def _siapkan_sama(self) -> None:
        for nama in SEKALI_JAWAB:
            lain = baris_sama(self.baris, nama).count()
            if lain:
                asli = self.baris.mentah[nama].strip()[:80]
                self.fields[f"sama_{nama}"] = forms.BooleanField(
                    label=f"Jawab sama untuk {lain} baris lain yang menulis “{asli}”",
                    help_text="Baris itu tetap menunggu bila masih ada hal lain yang meragukan.",
                    required=False,
                )

    def awal_isian(self) -> dict[str, Any]:
        """The proposal as initial values; what a row names, by its number."""
        usulan = self.baris.usulan
        nama = (
            "jenis_kerja_sama",
            "urusan",
            "ruang_lingkup",
            "penanda_tangan",
            "jabatan_penanda_tangan",
        )
        return {n: usulan.get(n) for n in nama} | {n: self._sebut(n, usulan) for n in KAITAN}

    def _sebut(self, nama: str, usulan: Mapping[str, Any]) -> Any:
        kaitan = usulan.get(nama) or {}
        disebut = nomor_disebut(self.baris.mentah.get(nama, ""))
        # Several numbers stand there together: none of them is chosen for the person.
        return kaitan.get("naskah") or " | ".join(disebut)

    def usulan_isian(self) -> dict[str, Any]:
        """The corrected proposal as plain values."""
        isi = self.cleaned_data
        teks = (
            "jenis_kerja_sama",
            "ruang_lingkup",
            "penanda_tangan",
            "jabatan_penanda_tangan",
            *KAITAN,
        )
        return {n: isi[n] for n in teks} | {"urusan": isi["urusan"].kode if isi["urusan"] else ""}

    def jawaban_sama(self) -> list[str]:
        """The columns whose answer is for every row with the same cell."""
        return [n for n in SEKALI_JAWAB if self.cleaned_data.get(f"sama_{n}")]
