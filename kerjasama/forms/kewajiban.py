"""The ledger's forms: an item, a statement, a payment, its correction, an amount."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.forms import (
    AngkaField,
    BerkasField,
    BerkasGandaField,
    PersenField,
    RupiahField,
    SekaliMixin,
    TanggalField,
    TanggalInput,
    TeksField,
)
from inti.forms.bentrok import BentrokMixin, BentrokModelMixin
from inti.unggahan import DOCX, JPEG, PDF, PNG, XLSX
from kerjasama.domain.butir import JadwalButir, periksa_angka, periksa_jadwal, periksa_tanggal
from kerjasama.domain.pemenuhan import jenis_butir
from kerjasama.enums import JenisNaskah, Kekerapan, PihakButir, SisiPernyataan, StatusPemenuhan
from kerjasama.models import Butir, Naskah, Setoran
from kerjasama.queries.mitra import mitra_pilihan

BUKTI = (PDF, JPEG, PNG, DOCX, XLSX)
NILAI_TERBESAR = 10**13


class ButirLengkapForm(BentrokModelMixin, SekaliMixin, forms.ModelForm):
    """One item with its measure, its time and its money."""

    uraian = TeksField(label="Uraian", max_length=2_000, baris=3)
    target_angka = AngkaField(
        label="Target dalam angka",
        required=False,
        help_text="Misalnya 50. Nilai yang dinyatakan dihitung persennya terhadap angka ini.",
    )
    jumlah = RupiahField(
        label="Jumlah per periode",
        required=False,
        help_text="Misalnya 1.500.000.000 atau 1,5 miliar. Bagi hasil boleh kosong.",
    )

    class Meta:
        model = Butir
        fields = (
            "jenis", "pihak", "mitra", "uraian", "target", "ukuran", "satuan", "target_angka",
            "kekerapan", "jatuh_tempo_pertama", "tenggat", "sifat_uang", "jumlah",
        )  # fmt: skip
        widgets = {"jatuh_tempo_pertama": TanggalInput(), "tenggat": TanggalInput()}
        help_texts = {
            "target": "Bunyi naskah, misalnya “40 titik parkir sampai akhir 2026”.",
            "ukuran": "Apa yang diukur, misalnya “sampah yang diolah”.",
            "satuan": "Misalnya ton per hari, titik, atau orang.",
            "jatuh_tempo_pertama": "Untuk yang berulang: giliran berikutnya dihitung dari sini.",
            "tenggat": "Untuk yang berulang: giliran terakhir tidak melewati tanggal ini.",
        }

    def __init__(self, *args: Any, naskah: Naskah, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.naskah = naskah
        self.fields["mitra"].queryset = mitra_pilihan(naskah, self.instance.mitra)
        self.fields["mitra"].empty_label = "Semua mitra pada naskah ini"
        # What was recorded as another kind stays what it is until somebody mends it.
        tercatat = (self.instance.jenis, self.initial.get("jenis"))
        lazim = {*jenis_butir(JenisNaskah(naskah.jenis)), *tercatat}
        self.fields["jenis"].choices = [c for c in self.fields["jenis"].choices if c[0] in lazim]
        kosong = {"jenis": "Pilih jenis", "pihak": "Pilih pihak", "sifat_uang": "Bukan uang"}
        for nama, kata in kosong.items():
            ada = [c for c in self.fields[nama].choices if c[0]]
            self.fields[nama].choices = [("", kata), *ada]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = _tata_letak_butir()

    def clean(self) -> dict[str, Any]:
        """What does not fit the naskah is said at its field."""
        data = super().clean() or {}
        if data.get("mitra") and data.get("pihak") != PihakButir.MITRA:
            self.add_error("mitra", "Butir pemerintah daerah tidak menyebut mitra.")
        if not {"kekerapan", "jatuh_tempo_pertama", "tenggat", "jumlah"} <= data.keys():
            return data
        jadwal = JadwalButir(
            Kekerapan(data["kekerapan"]),
            data["jatuh_tempo_pertama"],
            data["tenggat"],
            data.get("sifat_uang", ""),
            data["jumlah"],
        )
        salah = periksa_jadwal(jadwal, ttd=self.naskah.tanggal_ttd, akhir=self.hari_terakhir())
        for nama, kalimat in salah.items():
            self.add_error(nama, kalimat)
        return data

    def hari_terakhir(self) -> date | None:
        """The last day on which the item may fall due."""
        return self.naskah.hari_terakhir

    def clean_target_angka(self) -> Any:
        """Above nought, and no more than the column holds."""
        target = _nilai_wajar(self.cleaned_data["target_angka"])
        if target == 0:
            raise forms.ValidationError("Target harus lebih dari nol.")
        return target


def _tata_letak_butir() -> Layout:
    def lajur(*nama: str) -> Row:
        return Row(*[Column(n, css_class=f"col-md-{12 // len(nama)}") for n in nama])

    return Layout(
        "kunci",
        "asal",
        Fieldset(
            "Butir", lajur("jenis", "pihak", "mitra"), "uraian", "target", css_class="form-section"
        ),
        Fieldset("Ukuran", "ukuran", lajur("target_angka", "satuan"), css_class="form-section"),
        Fieldset(
            "Waktu",
            "kekerapan",
            lajur("jatuh_tempo_pertama", "tenggat"),
            css_class="form-section",
        ),
        Fieldset("Uang", lajur("sifat_uang", "jumlah"), css_class="form-section"),
    )


class BersisiForm(SekaliMixin, forms.Form):
    """For whom the person speaks; asked only of those who stand on more than one side."""

    sisi = forms.ChoiceField(label="Dinyatakan sebagai", choices=SisiPernyataan.choices)

    def __init__(self, *args: Any, sisi: Sequence[SisiPernyataan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sisi"].choices = [(s.value, s.label) for s in sisi]
        if len(sisi) == 1:
            self.fields["sisi"].widget = forms.HiddenInput()
            self.fields["sisi"].initial = sisi[0]

    def isi(self, *lepas: str) -> dict[str, Any]:
        """What was written, without the one-use key, the side and the files."""
        return {n: v for n, v in self.cleaned_data.items() if n not in {"kunci", "sisi", *lepas}}


class NyatakanForm(BersisiForm):
    """What one side says of an item."""

    ke = forms.TypedChoiceField(label="Periode", coerce=int)
    status = forms.ChoiceField(label="Keadaan", choices=[("", "Pilih …"), *StatusPemenuhan.choices])
    persen = PersenField(label="Persen", required=False, help_text="Misalnya 11,9.")
    nilai = AngkaField(label="Nilai", required=False)
    rupiah = RupiahField(
        label="Jumlah yang dibayar (Rp)",
        required=False,
        help_text="Menurut Anda. Bukti bayarnya dicatat sebagai pembayaran setoran.",
    )
    uraian = TeksField(label="Uraian", required=False, max_length=2_000, baris=3)
    tanggal = TanggalField(label="Keadaan per tanggal")
    sumber = TeksField(
        label="Sumber",
        max_length=300,
        help_text="Dari mana angka ini, misalnya “Rapat evaluasi 12 Mei 2026”.",
    )
    bukti = BerkasGandaField(
        label="Bukti", tipe=BUKTI, required=False, help_text="Boleh beberapa berkas."
    )

    def __init__(self, *args: Any, butir: Butir, giliran: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.butir = butir
        ke = [(n, f"Periode {n}: {tanggal_indonesia(t)}") for n, t in enumerate(giliran, start=1)]
        berulang = butir.kekerapan != Kekerapan.SEKALI
        utuh = (0, "Butir ini seluruhnya")
        self.fields["ke"].choices = [utuh, *reversed(ke)] if berulang else [utuh]
        if not berulang:
            self.fields["ke"].widget = forms.HiddenInput()
        self.fields["ke"].initial = 0
        self.fields["tanggal"].initial = timezone.localdate
        self.fields["nilai"].help_text = _bantuan_nilai(butir)
        del self.fields["nilai" if butir.sifat_uang else "rupiah"]

    def clean_nilai(self) -> Any:
        """No more than the column holds."""
        return _nilai_wajar(self.cleaned_data["nilai"])

    def clean_tanggal(self) -> date:
        """Between signing and today."""
        return _tanggal_wajar(self.cleaned_data["tanggal"], self.butir.naskah)

    def clean(self) -> dict[str, Any]:
        """Status and percent say the same."""
        data = super().clean() or {}
        if "status" in data and "persen" in data:
            putusan = periksa_angka(StatusPemenuhan(data["status"]), data["persen"])
            if not putusan:
                self.add_error("persen", putusan.alasan)
        return data


class BayarForm(BersisiForm):
    """One payment."""

    jumlah = RupiahField(
        label="Jumlah yang dibayar", help_text="Misalnya 250.000.000 atau 250 juta."
    )
    tanggal = TanggalField(label="Tanggal bayar")
    nomor_bukti = TeksField(
        label="Nomor bukti", required=False, max_length=100, help_text="Nomor STS, NTPN, atau slip."
    )
    keterangan = TeksField(label="Keterangan", required=False, max_length=500, baris=2)
    bukti = BerkasField(label="Bukti bayar", tipe=BUKTI, required=False)

    def __init__(self, *args: Any, naskah: Naskah, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.naskah = naskah
        self.fields["tanggal"].initial = timezone.localdate

    def clean_tanggal(self) -> date | None:
        """Between signing and today."""
        return _tanggal_wajar(self.cleaned_data["tanggal"], self.naskah)


class KoreksiForm(BayarForm):
    """What should have been recorded, and why; or that there was no payment."""

    batal = forms.BooleanField(label="Pembayaran ini tidak pernah ada", required=False)
    alasan = TeksField(label="Alasan koreksi", max_length=300, baris=2)
    field_order = ("sisi", "alasan", "batal", "jumlah", "tanggal")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jumlah"].required = self.fields["tanggal"].required = False
        self.fields["tanggal"].initial = None

    def clean(self) -> dict[str, Any]:
        """A payment has a date and an amount."""
        data = super().clean() or {}
        for nama in ("jumlah", "tanggal"):
            if not data.get("batal") and data.get(nama, "salah") is None:
                self.add_error(nama, "Isi, atau tandai bahwa pembayaran ini tidak pernah ada.")
        return data

    def data_pembayaran(self) -> dict[str, Any] | None:
        """The columns of the new row; None where there was no payment."""
        return None if self.cleaned_data["batal"] else self.isi("batal", "alasan", "bukti")


class TetapkanForm(BentrokMixin):
    """The amount of one turn."""

    jumlah = RupiahField(label="Jumlah setoran ini")
    alasan = TeksField(
        label="Dasar",
        max_length=300,
        baris=2,
        help_text="Misalnya laporan keuangan mitra, addendum, atau berita acara rekonsiliasi.",
    )

    def __init__(self, *args: Any, setoran: Setoran, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["jumlah"] = setoran.jumlah
        self.ingat(setoran, ["jumlah"])

    def data_kolom(self) -> dict[str, Any]:
        """What somebody else may have set meanwhile."""
        return {"jumlah": self.cleaned_data["jumlah"]}


class TampilForm(forms.Form):
    """Which rows of the ledger a figure opens to."""

    pihak = forms.ChoiceField(choices=PihakButir.choices, required=False)
    sisi = forms.ChoiceField(choices=SisiPernyataan.choices, required=False)
    mitra = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    def saringan(self) -> dict[str, Any]:
        """What was asked for and is known."""
        self.is_valid()
        return {n: self.cleaned_data.get(n) or "" for n in ("pihak", "sisi")} | {
            "mitra": self.cleaned_data.get("mitra") or 0
        }


def _bantuan_nilai(butir: Butir) -> str:
    bagian = [butir.ukuran, f"dalam {butir.satuan}" if butir.satuan else ""]
    return ", ".join(filter(None, bagian)) or "Angka dalam satuan butir ini, bila ada."


def _nilai_wajar(nilai: Any) -> Any:
    if nilai is None:
        return nilai
    if nilai >= NILAI_TERBESAR:
        raise forms.ValidationError("Angka terlalu besar. Periksa kembali banyaknya nol.")
    if nilai != round(nilai, 2):
        raise forms.ValidationError("Paling banyak dua angka di belakang koma.")
    return nilai


def _tanggal_wajar(tanggal: date | None, naskah: Naskah) -> Any:
    if tanggal is not None:
        hari_ini = timezone.localdate()
        putusan = periksa_tanggal(tanggal, ttd=naskah.tanggal_ttd, hari_ini=hari_ini)
        if not putusan:
            raise forms.ValidationError(putusan.alasan)
    return tanggal
