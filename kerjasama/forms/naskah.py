"""Recording a naskah, ending it, and keeping its documents."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from inti.forms import BerkasField, SekaliMixin, TanggalField, TanggalInput, TeksField
from inti.unggahan import DOCX, JPEG, PDF, PNG
from kerjasama.domain.batas import BULAN_PENGAJUAN, LUAR_NEGERI
from kerjasama.domain.keluarga import periksa_induk
from kerjasama.domain.naskah import ISI, periksa_riwayat
from kerjasama.enums import (
    AlasanBerakhir,
    JenisDokumen,
    StatusNaskah,
)
from kerjasama.models import Naskah

BATAS_PILIHAN = 500
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


class NaskahForm(SekaliMixin, forms.ModelForm):
    """The naskah itself; rows are formsets beside it."""

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
        field_classes = dict.fromkeys(TEKS, TeksField) | dict.fromkeys(TANGGAL, TanggalField)
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
        queryset = _pilihan_naskah(self.instance)
        self.fields["induk"].queryset = self.fields["menggantikan"].queryset = queryset
        self.fields["induk"].empty_label = self.fields["menggantikan"].empty_label = "Tidak ada"
        # Asked once for both fields; iter() because a list would count first.
        pilihan = list(iter(self.fields["induk"].choices))
        self.fields["induk"].choices = self.fields["menggantikan"].choices = pilihan
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
        ttd, akhir = data.get("tanggal_ttd"), data.get("tanggal_berakhir")
        if ttd and akhir and akhir < ttd:
            kata = "Tanggal berakhir tidak boleh sebelum tanggal penandatanganan."
            self.add_error("tanggal_berakhir", kata)
        terakhir = {n: data.get(n) for n in ("pemantauan_terakhir", "evaluasi_terakhir")}
        for nama, kata in periksa_riwayat(terakhir, per=timezone.localdate()).items():
            self.add_error(nama, kata)
        tenggang, luar_negeri = data.get("tenggang_perpanjangan"), data.get("jenis_kerja_sama")
        if tenggang and tenggang < BULAN_PENGAJUAN and luar_negeri in LUAR_NEGERI:
            kata = "Perpanjangan KSDPL/KSDLL diajukan paling lambat 6 bulan sebelum berakhir."
            self.add_error("tenggang_perpanjangan", kata)
        if data.get("induk") and data.get("jenis"):
            putusan = periksa_induk(data["jenis"], data["induk"].jenis)
            if not putusan:
                self.add_error("induk", putusan.alasan)
        return data

    def data_naskah(self) -> dict[str, Any]:
        """The columns, without the one-use key and the button that was pressed."""
        return {n: v for n, v in self.cleaned_data.items() if n not in {"kunci", "simpan"}}

    def status_awal(self) -> StatusNaskah:
        """What the button that was pressed makes of a new naskah."""
        return StatusNaskah(self.cleaned_data["simpan"] or StatusNaskah.DRAF)


def _pilihan_naskah(naskah: Naskah) -> QuerySet[Naskah]:
    """The newest naskah and those chosen before, but not the naskah itself.

    The newest come by a subquery: a sliced queryset shows choices and then refuses each.
    """
    terbaru = Naskah.objects.order_by("-pk").values("pk")[:BATAS_PILIHAN]
    terpilih = [pk for pk in (naskah.induk_id, naskah.menggantikan_id) if pk]
    pilihan = Naskah.objects.filter(Q(pk__in=terbaru) | Q(pk__in=terpilih))
    return pilihan.exclude(pk=naskah.pk or 0).only("nomor", "judul", "jenis").order_by("-pk")


def _tata_letak() -> Layout:
    def lajur(*nama: str) -> Row:
        return Row(*[Column(n, css_class=f"col-md-{12 // len(nama)}") for n in nama])

    return Layout(
        "kunci",
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
    """Ending a cooperation."""

    alasan = forms.ChoiceField(label="Alasan", choices=AlasanBerakhir.choices)
    tanggal = TanggalField(label="Hari terakhir berlaku")


class DokumenForm(forms.Form):
    """A file to keep with the naskah."""

    berkas = BerkasField(
        label="Berkas", tipe=(PDF, JPEG, PNG, DOCX), help_text="PDF, JPEG, PNG, atau DOCX."
    )
    jenis = forms.ChoiceField(label="Jenis", choices=JenisDokumen.choices)
    keterangan = forms.CharField(label="Keterangan", max_length=200, required=False)
