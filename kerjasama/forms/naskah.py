"""Recording a naskah, ending it, and keeping its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.forms import BerkasField, BulatField, SekaliMixin, TanggalField, TanggalInput, TeksField
from inti.unggahan import DOCX, JPEG, PDF, PNG
from kerjasama.domain.akhir import TENGGANG_TERPANJANG
from kerjasama.domain.batas import BULAN_PENGAJUAN, LUAR_NEGERI
from kerjasama.domain.keluarga import periksa_induk
from kerjasama.domain.naskah import ISI, ISI_TERPANJANG, periksa_riwayat
from kerjasama.enums import (
    AlasanBerakhir,
    JenisDokumen,
    StatusNaskah,
)
from kerjasama.forms.pilih_naskah import NaskahField
from kerjasama.models import Naskah

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.http import QueryDict

TEKS = (
    "sebutan",
    "nomor",
    "judul",
    "jangka_waktu",
    *ISI,
    "klausul_interval",
    "klausul_teguran",
)
TANGGAL = (
    "tanggal_ttd",
    "tanggal_berakhir",
    "mulai_pengawasan",
    "pemantauan_terakhir",
    "evaluasi_terakhir",
)


# Whole numbers from one to so many, as the model has it.
BULAT = {
    "interval_pemantauan": 60,
    "interval_evaluasi": 60,
    "interval_laporan": 60,
    "interval_teguran": 365,
    "tenggang_perpanjangan": TENGGANG_TERPANJANG,
}


def _bulat(terbanyak: int) -> Callable[..., BulatField]:
    """Makes the field of a column, whatever range the column would give it."""
    return lambda **isi: BulatField(**isi | {"min_value": 1, "max_value": terbanyak})


def _isi(**isi: Any) -> TeksField:
    """The field of a chapter, which the register keeps whole up to this length."""
    return TeksField(**isi | {"max_length": ISI_TERPANJANG})


class NaskahForm(SekaliMixin, forms.ModelForm):
    """The naskah itself; rows are formsets beside it."""

    # What the page was made from; see forms.bentrok_naskah.
    sidik = forms.CharField(required=False, widget=forms.HiddenInput)
    asal = forms.CharField(required=False, widget=forms.HiddenInput)
    induk = NaskahField(label="Naskah induk", required=False)
    menggantikan = NaskahField(label="Menggantikan naskah", required=False)
    simpan = forms.ChoiceField(
        choices=[(s.value, s.label) for s in (StatusNaskah.DRAF, StatusNaskah.BERLAKU)],
        required=False,
    )

    class Meta:
        model = Naskah
        fields = (
            "jenis",
            "sebutan",
            "jenis_kerja_sama",
            "nomor",
            "judul",
            "urusan",
            "tanggal_ttd",
            "tanggal_berakhir",
            "jangka_waktu",
            *ISI,
            "interval_pemantauan",
            "interval_evaluasi",
            "interval_laporan",
            "klausul_interval",
            "interval_teguran",
            "klausul_teguran",
            "mulai_pengawasan",
            "pemantauan_terakhir",
            "evaluasi_terakhir",
            "tenggang_perpanjangan",
            "induk",
            "menggantikan",
        )
        widgets = (
            {nama: TanggalInput() for nama in TANGGAL}
            | {
                "judul": forms.Textarea(attrs={"rows": 2}),
            }
            | {nama: forms.Textarea(attrs={"rows": 3}) for nama in ISI}
        )
        field_classes = (
            dict.fromkeys(TEKS, TeksField)
            | dict.fromkeys(ISI, _isi)
            | dict.fromkeys(TANGGAL, TanggalField)
            | {nama: _bulat(terbanyak) for nama, terbanyak in BULAT.items()}
        )
        help_texts = {
            "sebutan": "Judul dokumen sebagaimana tertulis, misalnya “Memorandum”.",
            "klausul_interval": "Wajib bila interval diisi, misalnya “Pasal 12 ayat (2)”.",
            "mulai_pengawasan": "Untuk naskah lama tanpa riwayat pengawasan.",
            "pemantauan_terakhir": "Menurut catatan lama; jadwal dihitung darinya.",
            "evaluasi_terakhir": "Menurut catatan lama; jadwal dihitung darinya.",
            "tenggang_perpanjangan": "Berapa bulan sebelum berakhir perpanjangan diajukan. "
            "Kosongkan untuk tenggang menurut kebijakan; KSDPL/KSDLL paling sedikit 6.",
            "interval_pemantauan": "Kosongkan untuk 6 bulan.",
            "interval_evaluasi": "Kosongkan untuk 6 bulan.",
            "interval_laporan": "Kosongkan untuk 6 bulan.",
            "interval_teguran": "Kosongkan untuk jumlah hari menurut kebijakan.",
            "klausul_teguran": "Wajib bila waktunya diisi, misalnya “Pasal 14 ayat (1)”.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["urusan"].empty_label = "Belum ditentukan"
        for nama, kosong in (("jenis", "Pilih jenis"), ("jenis_kerja_sama", "Belum ditentukan")):
            ada = [c for c in self.fields[nama].choices if c[0]]
            self.fields[nama].choices = [("", kosong), *ada]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = _tata_letak()

    def clean(self) -> dict[str, Any]:
        """An own interval names its clause; a draft may still lack its date."""
        data = super().clean() or {}
        berinterval = any(data.get(f"interval_{n}") for n in ("pemantauan", "evaluasi", "laporan"))
        if berinterval and not data.get("klausul_interval"):
            self.add_error("klausul_interval", "Sebutkan klausul yang mengatur interval itu.")
        if data.get("interval_teguran") and not data.get("klausul_teguran"):
            self.add_error("klausul_teguran", "Sebutkan klausul yang mengatur waktu itu.")
        self._periksa_tanggal(data.get("tanggal_ttd"), data.get("tanggal_berakhir"))
        terakhir = {n: data.get(n) for n in ("pemantauan_terakhir", "evaluasi_terakhir")}
        for nama, kata in periksa_riwayat(terakhir, per=timezone.localdate()).items():
            self.add_error(nama, kata)
        tenggang, luar_negeri = data.get("tenggang_perpanjangan"), data.get("jenis_kerja_sama")
        if tenggang and tenggang < BULAN_PENGAJUAN and luar_negeri in LUAR_NEGERI:
            kata = "Perpanjangan KSDPL/KSDLL diajukan paling lambat 6 bulan sebelum berakhir."
            self.add_error("tenggang_perpanjangan", kata)
        self._periksa_kaitan(data)
        return data

    def _periksa_tanggal(self, ttd: date | None, akhir: date | None) -> None:
        if ttd and akhir and akhir < ttd:
            kata = "Tanggal berakhir tidak boleh sebelum tanggal penandatanganan."
            self.add_error("tanggal_berakhir", kata)
        if ttd and self._sudah_berlaku() and ttd > timezone.localdate():
            kata = f"{tanggal_indonesia(ttd)} masih di masa depan; naskah ini belum dapat berlaku."
            self.add_error("tanggal_ttd", kata)

    def _periksa_kaitan(self, data: dict[str, Any]) -> None:
        for nama in ("induk", "menggantikan"):
            if data.get(nama) and data[nama] == self.instance:
                self.add_error(nama, "Ini naskah itu sendiri. Pilih naskah lain.")
        if data.get("induk") and data.get("jenis"):
            putusan = periksa_induk(data["jenis"], data["induk"].jenis)
            if not putusan:
                self.add_error("induk", putusan.alasan)

    def _sudah_berlaku(self) -> bool:
        """Whether it is, was, or is about to come into force."""
        if self.instance.pk:
            return bool(self.instance.status != StatusNaskah.DRAF)
        return self.cleaned_data.get("simpan") == StatusNaskah.BERLAKU

    def data_naskah(self) -> dict[str, Any]:
        """The columns, without what the page alone needs."""
        return {n: self.cleaned_data[n] for n in self.Meta.fields}

    def status_awal(self) -> StatusNaskah:
        """What the button that was pressed makes of a new naskah."""
        return StatusNaskah(self.cleaned_data["simpan"] or StatusNaskah.DRAF)


def _tata_letak() -> Layout:
    def lajur(*nama: str) -> Row:
        return Row(*[Column(n, css_class=f"col-md-{12 // len(nama)}") for n in nama])

    return Layout(
        "kunci",
        "sidik",
        "asal",
        Fieldset(
            "Naskah",
            lajur("jenis", "sebutan"),
            lajur("jenis_kerja_sama", "urusan"),
            "nomor",
            "judul",
            lajur("tanggal_ttd", "tanggal_berakhir"),
            "jangka_waktu",
            css_class="form-section",
        ),
        Fieldset(
            "Isi",
            *ISI,
            css_class="form-section",
        ),
        Fieldset(
            "Pengawasan",
            lajur("interval_pemantauan", "interval_evaluasi", "interval_laporan"),
            lajur("klausul_interval", "mulai_pengawasan"),
            lajur("pemantauan_terakhir", "evaluasi_terakhir"),
            lajur("interval_teguran", "klausul_teguran"),
            "tenggang_perpanjangan",
            lajur("induk", "menggantikan"),
            css_class="form-section",
        ),
    )


class AkhiriForm(forms.Form):
    """Ending a cooperation; a link may bring what is known already."""

    alasan = forms.ChoiceField(
        label="Alasan", choices=[("", "Pilih alasan"), *AlasanBerakhir.choices]
    )
    tanggal = TanggalField(label="Hari terakhir berlaku")
    dasar = TeksField(
        label="Dasar",
        max_length=500,
        baris=3,
        required=False,
        help_text="Surat, putusan, atau rekomendasi yang mendasarinya; dibaca juga oleh mitra.",
    )

    @classmethod
    def terisi(cls, kueri: QueryDict) -> AkhiriForm:
        """Open with what the address says and the fields take; the rest stays empty."""
        dibaca = cls(kueri)
        dibaca.is_valid()
        return cls(initial=dibaca.cleaned_data)


class DokumenForm(forms.Form):
    """A file to keep with the naskah."""

    berkas = BerkasField(label="Berkas", tipe=(PDF, JPEG, PNG, DOCX))
    jenis = forms.ChoiceField(label="Jenis", choices=JenisDokumen.choices)
    keterangan = forms.CharField(label="Keterangan", max_length=200, required=False)
