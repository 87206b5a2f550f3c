"""Dated attachments: recording, extending, correcting; a newer file of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms

from inti.forms import BerkasField, RupiahField, SekaliMixin, TanggalField, TeksField
from inti.forms.bentrok import BentrokMixin
from inti.unggahan import DOCX, JPEG, PDF, PNG
from kerjasama.domain.lampiran import periksa_masa, periksa_nama
from kerjasama.enums import JenisLampiran
from kerjasama.models import Mitra
from kerjasama.models.lampiran import KOLOM_MASA
from kerjasama.queries.mitra import mitra_pilihan

if TYPE_CHECKING:
    from kerjasama.models import LampiranBertanggal, Naskah

TIPE = (PDF, JPEG, PNG, DOCX)


def _helper(*baris: Any) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(*baris)
    return helper


def _lajur(*nama: str) -> Row:
    return Row(*[Column(n, css_class=f"col-md-{12 // len(nama)}") for n in nama])


MASA = ("nomor", "penerbit", "nilai", _lajur("berlaku_mulai", "berlaku_sampai"))


class MasaForm(forms.Form):
    """What each version says: number, issuer, value and period."""

    nomor = TeksField(label="Nomor", max_length=120, required=False)
    penerbit = TeksField(
        label="Penerbit", max_length=150, required=False, help_text="Bank, asuransi, atau instansi."
    )
    nilai = RupiahField(
        label="Nilai (rupiah)",
        required=False,
        help_text="Bila ada, misalnya 250.000.000 atau 1,5 M.",
    )
    berlaku_mulai = TanggalField(label="Berlaku mulai")
    berlaku_sampai = TanggalField(label="Berlaku sampai", help_text="Hari terakhir masih berlaku.")

    def clean(self) -> dict[str, Any]:
        """The end is not before the start, and both in years that a document can bear."""
        data = super().clean() or {}
        mulai, sampai = data.get("berlaku_mulai"), data.get("berlaku_sampai")
        if mulai and sampai and not (putusan := periksa_masa(mulai, sampai)):
            self.add_error("berlaku_sampai", putusan.alasan)
        return data

    def data_masa(self) -> dict[str, Any]:
        """The columns of a version."""
        return {n: self.cleaned_data[n] for n in KOLOM_MASA}


class IsiLampiranForm(MasaForm):
    """Everything but the file."""

    jenis = forms.ChoiceField(label="Jenis", choices=JenisLampiran.choices)
    nama = TeksField(
        label="Nama lampiran",
        max_length=150,
        required=False,
        help_text="Wajib untuk jenis “Lainnya”; selain itu bila ada lebih dari satu.",
    )
    mitra = forms.ModelChoiceField(
        label="Pihak",
        queryset=Mitra.objects.none(),
        required=False,
        empty_label="Pemerintah daerah",
        help_text="Pihak yang wajib menyediakannya.",
    )

    def __init__(self, *args: Any, naskah: Naskah, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mitra"].queryset = mitra_pilihan(naskah, self.initial.get("mitra"))
        self.helper = _helper(_lajur("jenis", "mitra"), "nama", *MASA)

    def clean(self) -> dict[str, Any]:
        """What is none of the known kinds has a name."""
        data = super().clean()
        if not (putusan := periksa_nama(data.get("jenis", ""), data.get("nama", ""))):
            self.add_error("nama", putusan.alasan)
        return data

    def data_lampiran(self) -> dict[str, Any]:
        """The columns of an attachment."""
        return self.data_masa() | {n: self.cleaned_data[n] for n in ("jenis", "nama", "mitra")}


class UbahLampiranForm(BentrokMixin, IsiLampiranForm):
    """What is recorded of one, and what the page showed of it."""

    def __init__(self, *args: Any, lampiran: LampiranBertanggal, **kwargs: Any) -> None:
        kolom = tuple(IsiLampiranForm.base_fields)
        awal = {n: getattr(lampiran, n) for n in kolom}
        super().__init__(*args, naskah=lampiran.naskah, initial=awal, **kwargs)
        self.ingat(lampiran, kolom)
        self.helper.layout.insert(0, "asal")

    def data_kolom(self) -> dict[str, Any]:
        """The columns of an attachment."""
        return self.data_lampiran()


class TambahLampiranForm(SekaliMixin, IsiLampiranForm):
    """A new attachment with its first file."""

    berkas = BerkasField(label="Berkas", tipe=TIPE)
    keterangan = TeksField(label="Keterangan", max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pihak = list(self.fields["mitra"].queryset[:2])
        if len(pihak) == 1:
            self.fields["mitra"].initial = pihak[0]
        self.helper = _helper(
            "kunci", _lajur("jenis", "mitra"), "nama", *MASA, "berkas", "keterangan"
        )


class PerbaruiLampiranForm(SekaliMixin, MasaForm):
    """A new version: another file, as a rule with a new period."""

    berkas = BerkasField(label="Berkas baru", tipe=TIPE)
    keterangan = TeksField(
        label="Keterangan",
        max_length=200,
        required=False,
        help_text="Apa yang berubah, misalnya “perpanjangan tahun kedua”.",
    )

    def __init__(self, *args: Any, lampiran: LampiranBertanggal, **kwargs: Any) -> None:
        kini = {n: getattr(lampiran, n) for n in KOLOM_MASA}
        super().__init__(*args, initial=kini, **kwargs)
        self.helper = _helper("kunci", *MASA, "berkas", "keterangan")


class VersiDokumenForm(SekaliMixin):
    """A newer file for a document of a naskah."""

    berkas = BerkasField(label="Berkas baru", tipe=TIPE)
    keterangan = TeksField(
        label="Keterangan",
        max_length=200,
        required=False,
        help_text="Mengapa diganti, misalnya “pindaian lebih jelas”.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("kunci", "berkas", "keterangan")
