"""Recording a naskah: one page, with rows for parties, units and items."""

from __future__ import annotations

from functools import cached_property
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
from kerjasama.domain.naskah import periksa_riwayat
from kerjasama.enums import (
    AlasanBerakhir,
    JenisButir,
    JenisDokumen,
    PeranPD,
    PihakButir,
    StatusNaskah,
)
from kerjasama.forms.pilih_mitra import PETUNJUK, MitraField
from kerjasama.models import Naskah, PerangkatDaerah
from kerjasama.queries.pilihan_mitra import PencariMitra

BATAS_PILIHAN = 500
TEKS = (
    "sebutan",
    "nomor",
    "judul",
    "jangka_waktu",
    "maksud_tujuan",
    "objek",
    "ruang_lingkup",
    "pelaksanaan",
    "pembiayaan",
    "penyelesaian_perselisihan",
    "keadaan_kahar",
    "pengakhiran",
    "klausul_interval",
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
            "maksud_tujuan",
            "objek",
            "ruang_lingkup",
            "pelaksanaan",
            "pembiayaan",
            "penyelesaian_perselisihan",
            "keadaan_kahar",
            "pengakhiran",
            "interval_pemantauan",
            "interval_evaluasi",
            "interval_laporan",
            "klausul_interval",
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
            | {
                nama: forms.Textarea(attrs={"rows": 3})
                for nama in (
                    "maksud_tujuan",
                    "objek",
                    "ruang_lingkup",
                    "pelaksanaan",
                    "pembiayaan",
                    "penyelesaian_perselisihan",
                    "keadaan_kahar",
                    "pengakhiran",
                )
            }
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
            "maksud_tujuan",
            "objek",
            "ruang_lingkup",
            "pelaksanaan",
            "pembiayaan",
            "penyelesaian_perselisihan",
            "keadaan_kahar",
            "pengakhiran",
            css_class="form-section",
        ),
        Fieldset(
            "Pengawasan",
            lajur("interval_pemantauan", "interval_evaluasi", "interval_laporan"),
            lajur("klausul_interval", "mulai_pengawasan"),
            lajur("pemantauan_terakhir", "evaluasi_terakhir"),
            "tenggang_perpanjangan",
            lajur("induk", "menggantikan"),
            css_class="form-section",
        ),
    )


class PihakForm(forms.Form):
    """One mitra."""

    mitra = MitraField(label="Mitra")
    nomor = forms.CharField(label="Nomor mitra", max_length=120, required=False)
    penanda_tangan = forms.CharField(label="Penanda tangan", max_length=150, required=False)
    jabatan = forms.CharField(label="Jabatan", max_length=150, required=False)


class KeterlibatanForm(forms.Form):
    """One unit."""

    perangkat_daerah = forms.ModelChoiceField(
        label="Perangkat Daerah", queryset=PerangkatDaerah.objects.order_by("nama")
    )
    # With an initial value a row that nobody touched counts as empty, not as half filled.
    peran = forms.ChoiceField(
        label="Peran", choices=PeranPD.choices, initial=PeranPD.PEMRAKARSA.value
    )


class ButirForm(forms.Form):
    """One item of rights and duties; its measure, time and money have a page of their own."""

    # An item that was there keeps its key, and with it what was stated of it.
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    jenis = forms.ChoiceField(
        label="Jenis", choices=JenisButir.choices, initial=JenisButir.KEWAJIBAN.value
    )
    pihak = forms.ChoiceField(
        label="Pihak", choices=PihakButir.choices, initial=PihakButir.MITRA.value
    )
    uraian = forms.CharField(
        label="Uraian", max_length=2_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    target = forms.CharField(label="Target", max_length=300, required=False)
    tenggat = TanggalField(label="Tenggat", required=False)


class BarisFormSet(forms.BaseFormSet):
    """Rows whose keys go to the service; what is marked for deletion is left out."""

    kunci = ""

    def baris(self) -> list[dict[str, Any]]:
        """One dict per filled row, with the related key in place of the object."""
        hasil = []
        for form in self.forms:
            isi = dict(form.cleaned_data or {})
            if not isi or isi.pop("DELETE", False):
                continue
            if self.kunci:
                isi[self.kunci] = isi[self.kunci].pk
            hasil.append(isi)
        return hasil

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The deletion mark in Indonesian."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Hapus baris ini"


class TerkaitFormSet(BarisFormSet):
    """Rows that name a mitra or a unit; none is named twice."""

    def clean(self) -> None:
        """Number the rows as the page does: those marked for deletion do not count."""
        disebut: dict[Any, int] = {}
        tetap = (f for f in self.forms if not self._should_delete_form(f))
        for nomor, form in enumerate(tetap, start=1):
            satu = form.cleaned_data.get(self.kunci)
            if satu is None:
                continue
            if satu.pk in disebut:
                baris = f"{satu} sudah disebut pada baris {disebut[satu.pk]}."
                form.add_error(self.kunci, f"{baris} Pilih yang lain, atau hapus baris ini.")
            disebut.setdefault(satu.pk, nomor)


class PihakBaseFormSet(TerkaitFormSet):
    """The mitra of all rows are found at once."""

    kunci = "mitra"
    petunjuk = PETUNJUK

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """One finder for every row."""
        super().add_fields(form, index)
        form.fields[self.kunci].pencari = self.pencari

    @cached_property
    def pencari(self) -> PencariMitra:
        """Of what stands in all rows."""
        kunci = (f"{self.add_prefix(n)}-{self.kunci}" for n in range(self.total_form_count()))
        return PencariMitra([self.data.get(k, "") for k in kunci])


class KeterlibatanBaseFormSet(TerkaitFormSet):
    """What may be named is asked once, for all rows."""

    kunci = "perangkat_daerah"

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The choices of the related row."""
        super().add_fields(form, index)
        form.fields[self.kunci].choices = self.pilihan

    @cached_property
    def pilihan(self) -> list[tuple[Any, str]]:
        """Every unit, by name."""
        unit = PerangkatDaerah.objects.order_by("nama").values_list("pk", "nama")
        return [("", "Pilih perangkat daerah"), *unit]


def _formset(form: type[forms.Form], dasar: type[BarisFormSet]) -> Any:
    return forms.formset_factory(form, formset=dasar, extra=1, max_num=200, can_delete=True)


PihakFormSet = _formset(PihakForm, PihakBaseFormSet)
KeterlibatanFormSet = _formset(KeterlibatanForm, KeterlibatanBaseFormSet)
ButirFormSet = _formset(ButirForm, BarisFormSet)


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
