"""Uploading a list, and correcting one of its rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.conf import settings
from django.utils import timezone

from inti.formats import rangkai, tanggal_indonesia
from inti.forms import TanggalField, TeksField
from inti.forms.bentrok import BentrokMixin
from inti.unggahan import nama_aman, pindai
from kerjasama.domain.baca_isian import ORANG_TERPANJANG, PENANDA_PEMDA, TANPA_UNIT
from kerjasama.domain.kaitan import KAITAN
from kerjasama.domain.kunci import kunci_nama
from kerjasama.domain.unit import baca_unit, kamus_unit
from kerjasama.enums import JenisMitra, JenisNaskah, StatusBarisImpor
from kerjasama.forms.baris_naskah import BarisFormSet
from kerjasama.forms.bentrok_impor import asal_baris
from kerjasama.forms.isian_impor import IsianImporForm
from kerjasama.forms.pilih_mitra import BERSARAN
from kerjasama.models import BarisImpor, PerangkatDaerah
from kerjasama.services.lembar_batas import UKURAN_TERBESAR
from kerjasama.services.ruang_tinjau import daftar_unit

# What it means when the date is left out.
KOSONG = {
    "tanggal_ttd": "Kosong: disimpan sebagai draf.",
    "tanggal_berakhir": "Kosong: tanpa batas waktu.",
    "pemantauan_terakhir": "Kosong: belum diketahui.",
    "evaluasi_terakhir": "Kosong: belum pernah dievaluasi.",
    "mulai_pengawasan": "Kosong: hari ini bagi naskah yang lebih lama dari 6 bulan.",
}
TANGGAL = (*KOSONG,)
LAIN = "lain"
# The fields of a row as they stand on its page, side by side where there is room.
LAJUR = (
    ("jenis", "jenis_kerja_sama"),
    ("nomor", "urusan"),
    ("judul",),
    ("ruang_lingkup",),
    ("tanggal_ttd", "tanggal_berakhir"),
    ("pemantauan_terakhir", "evaluasi_terakhir"),
    ("mulai_pengawasan", "perangkat_daerah"),
    ("penanda_tangan", "jabatan_penanda_tangan"),
    KAITAN,
    ("alasan_tahan",),
    ("tetap",),
)
# Where a date is called otherwise in the proposal, and in the list.
USULAN = {"tanggal_ttd": "usulan_ttd", "tanggal_berakhir": "usulan_berakhir"}
ASLI = {"tanggal_ttd": "tanggal_tanda_tangan"}


class UnggahDaftarForm(forms.Form):
    """One CSV or XLSX; what it holds is judged by the reader, not by its name."""

    berkas = forms.FileField(
        label="Berkas daftar",
        help_text=f"CSV atau XLSX dengan baris judul kolom, paling besar "
        f"{settings.BATAS_UNGGAH // 1024**2} MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": "Pilih berkas.", "empty": "Berkas kosong. Pilih berkas lain."},
    )

    def clean_berkas(self) -> Any:
        """Refuse by size before anything is read, and show it to the scanner."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > UKURAN_TERBESAR:
            raise forms.ValidationError("Berkas terlalu besar; paling besar 25 MB.")
        pindai(berkas.file, nama_aman(berkas.name))
        berkas.seek(0)
        return berkas


class TahanForm(forms.Form):
    """Why something is not to be shown in the public register for now; empty: it is shown."""

    alasan = TeksField(
        label="Alasan ditahan dari register publik",
        max_length=300,
        required=False,
        help_text="Kosongkan agar tampil begitu naskahnya berlaku.",
    )


class BarisImporForm(BentrokMixin, IsianImporForm):
    """A row as a person corrects it before it enters the register.

    A date that can be read in several ways is not filled in: the ways stand above it to be chosen.
    """

    jenis = forms.ChoiceField(label="Jenis naskah", choices=[("", "Pilih"), *JenisNaskah.choices])
    nomor = TeksField(label="Nomor pemerintah daerah", max_length=120, required=False)
    judul = TeksField(label="Tentang", max_length=1_000, baris=2)
    tanggal_ttd = TanggalField(label="Tanggal penandatanganan", required=False)
    tanggal_berakhir = TanggalField(label="Tanggal berakhir", required=False)
    pemantauan_terakhir = TanggalField(label="Pemantauan terakhir", required=False)
    evaluasi_terakhir = TanggalField(label="Evaluasi terakhir", required=False)
    mulai_pengawasan = TanggalField(label="Mulai pengawasan", required=False)
    perangkat_daerah = forms.ModelChoiceField(
        label="Perangkat Daerah pemrakarsa",
        queryset=PerangkatDaerah.objects.order_by("nama"),
        required=False,
        empty_label="Belum ditentukan",
    )
    tanpa_unit = forms.BooleanField(required=False)
    alasan_tahan = TeksField(
        label="Tahan dahulu dari register publik, karena",
        max_length=300,
        required=False,
        help_text="Kosongkan agar tampil di register publik begitu naskahnya berlaku.",
    )
    tetap = forms.BooleanField(
        label="Tetap masukkan, walaupun sama dengan yang sudah ada",
        help_text="Centang hanya bila Anda yakin ini naskah lain.",
        required=False,
    )

    def __init__(self, data: Any = None, *, baris: BarisImpor, daerah: str) -> None:
        self.baris = baris
        self.asing = list(baris.usulan.get("unit_asing", []))
        self.unit = self._unit_terbaca(daerah)
        super().__init__(data, initial=self._awal())
        self.initial["asal"] = asal_baris(baris, self.initial)
        for nama, kosong in KOSONG.items():
            asli = baris.mentah.get(ASLI.get(nama, nama), "")
            tertulis = f"Tertulis “{asli}”. " if asli else ""
            self.fields[nama].help_text = f"{tertulis}{kosong}"
        self._siapkan_pilihan()
        self._siapkan_unit()
        self.siapkan_isian()
        if baris.status != StatusBarisImpor.DUPLIKAT:
            del self.fields["tetap"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = self._tata_letak()

    def _unit_terbaca(self, daerah: str) -> int | None:
        teks = self.baris.usulan.get("perangkat_daerah", "")
        unit = baca_unit(teks, kamus_unit(daftar_unit()), daerah).unit
        return unit[0].pk if unit else None

    def _tata_letak(self) -> Layout:
        """As a naskah's own page asks; beside a field what is asked of it."""
        beserta = {nama: [nama] for baris in LAJUR for nama in baris}
        for nama in self.fields:
            if nama.startswith("pilih_"):
                beserta[nama.removeprefix("pilih_")].insert(0, nama)
            elif nama.startswith("sama_"):
                beserta[nama.removeprefix("sama_")].append(nama)
        if "tanpa_unit" in self.fields:
            beserta["perangkat_daerah"].insert(1, "tanpa_unit")
        lajur = ([beserta[n] for n in baris if n in self.fields] for baris in LAJUR)
        return Layout(
            "asal",
            *(
                Row(*[Column(*satu, css_class=f"col-md-{12 // len(baris)}") for satu in baris])
                for baris in lajur
                if baris
            ),
        )

    def _siapkan_pilihan(self) -> None:
        """Above a date that can be read in several ways the ways, one of them to be chosen."""
        for nama in TANGGAL:
            if self.baris.usulan.get(USULAN.get(nama, f"usulan_{nama}")):
                self.fields[f"pilih_{nama}"] = self._pilihan(nama)
                self.fields[nama].label = f"{self.fields[nama].label} lain"

    def _pilihan(self, nama: str) -> forms.ChoiceField:
        usulan = self.baris.usulan[USULAN.get(nama, f"usulan_{nama}")]
        asli = self.baris.mentah.get(ASLI.get(nama, nama), "")
        tanggal = [(u, tanggal_indonesia(date.fromisoformat(u))) for u in usulan]
        return forms.ChoiceField(
            label=f"{self.fields[nama].label}: pilih salah satu",
            help_text=f"Tertulis “{asli}”." if asli else "",
            choices=[*tanggal, (LAIN, "Bukan itu; isikan di bawah")],
            widget=forms.RadioSelect,
            required=False,
        )

    def _terpilih(self, data: dict[str, Any]) -> None:
        """A way that was chosen is the date; one must be, unless another date stands beside it."""
        for nama in TANGGAL:
            pilih, terisi = data.get(f"pilih_{nama}"), data.get(nama) or nama in self.errors
            if pilih == "" and not terisi:
                self.add_error(f"pilih_{nama}", "Pilih salah satu.")
            if not pilih or pilih == LAIN:
                continue
            tanggal = date.fromisoformat(pilih)
            if data.get(nama) not in {None, tanggal}:
                self.add_error(nama, "Kosongkan, atau pilih “Bukan itu” di atasnya.")
            data[nama] = tanggal

    def _siapkan_unit(self) -> None:
        """What stood in the cell; the box only where a unit was not found."""
        asli = self.baris.mentah.get("perangkat_daerah", "")
        self.fields["perangkat_daerah"].help_text = f"Tertulis “{asli}”." if asli else ""
        if not self.asing:
            del self.fields["tanpa_unit"]
            return
        isian = self.fields["tanpa_unit"]
        isian.label = f"Masukkan tanpa {rangkai([f'“{u}”' for u in self.asing])}"
        isian.help_text = (
            "Namanya tidak ada pada daftar Perangkat Daerah. Isi aslinya tetap terbaca pada naskah."
        )

    def _awal(self) -> dict[str, Any]:
        """The proposal as initial values."""
        nama = ("jenis", "nomor", "judul", *TANGGAL)
        isian = {n: self.baris.usulan.get(n) for n in nama} | {"perangkat_daerah": self.unit}
        return isian | self.awal_isian() | {"alasan_tahan": self.baris.alasan_tahan}

    def clean(self) -> dict[str, Any]:
        """Nothing is before signing; what was held is not still to come; no unit is dropped."""
        data = super().clean() or {}
        self._terpilih(data)
        unit = data.get("perangkat_daerah")
        if self.asing and not data.get("tanpa_unit") and (unit.pk if unit else None) == self.unit:
            kata = f"Pilih Perangkat Daerahnya, atau centang “{self.fields['tanpa_unit'].label}”."
            self.add_error("perangkat_daerah", kata)
        if not unit and any(data.get(nama) for nama in PENANDA_PEMDA):
            self.add_error("penanda_tangan", TANPA_UNIT)
        ttd, hari_ini = data.get("tanggal_ttd"), timezone.localdate()
        for nama in ("tanggal_berakhir", "pemantauan_terakhir", "evaluasi_terakhir"):
            nilai, label = data.get(nama), self.fields[nama].label
            if ttd and nilai and nilai < ttd:
                self.add_error(nama, f"{label} sebelum penandatanganan.")
            elif nilai and nilai > hari_ini and nama != "tanggal_berakhir":
                self.add_error(nama, f"{label} masih di masa depan.")
        return data

    def usulan(self, mitra: list[dict[str, Any]]) -> dict[str, Any]:
        """The corrected proposal as plain values."""
        isi = self.cleaned_data
        tanggal = {n: isi[n] and isi[n].isoformat() for n in TANGGAL}
        unit = isi["perangkat_daerah"]
        hasil = {n: isi[n] for n in ("jenis", "nomor", "judul")} | tanggal
        hasil |= self.usulan_isian() | {"mitra": mitra, "unit_asing": []}
        hasil["penanda_tanpa_unit"] = False
        if (unit.pk if unit else None) != self.unit:
            hasil["perangkat_daerah"] = str(unit or "")
        return hasil


class MitraImporForm(forms.Form):
    """One party of a row."""

    nama = TeksField(label="Mitra", max_length=250, widget=forms.TextInput(attrs=BERSARAN))
    jenis = forms.ChoiceField(label="Jenis mitra", choices=[("", "Pilih"), *JenisMitra.choices])
    nomor = TeksField(label="Nomor mitra", max_length=120, required=False)
    penanda_tangan = TeksField(label="Penanda tangan", max_length=ORANG_TERPANJANG, required=False)
    jabatan = TeksField(label="Jabatan", max_length=ORANG_TERPANJANG, required=False)


class MitraImporBaseFormSet(BarisFormSet):
    """Each party once."""

    def clean(self) -> None:
        """Two spellings of one name are one party."""
        super().clean()
        if any(self.errors):
            return
        kunci = [kunci_nama(m["nama"]) for m in self.baris()]
        if len(set(kunci)) < len(kunci):
            raise forms.ValidationError("Mitra yang sama ditulis dua kali. Hapus salah satunya.")
        if not kunci:
            raise forms.ValidationError("Isi sedikitnya satu mitra.")


MitraImporFormSet = forms.formset_factory(
    MitraImporForm,
    formset=MitraImporBaseFormSet,
    extra=0,
    min_num=1,
    max_num=200,
    can_delete=True,
)
