"""Uploading a list, and correcting one of its rows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from inti.forms import TanggalField, TeksField
from kerjasama.domain.kunci import kunci_nama
from kerjasama.domain.unit import Unit, baca_unit
from kerjasama.enums import JenisMitra, JenisNaskah, StatusBarisImpor
from kerjasama.forms.baris_naskah import BarisFormSet
from kerjasama.forms.pilih_mitra import BERSARAN
from kerjasama.models import BarisImpor, PerangkatDaerah
from kerjasama.queries.impor import pilihan_tanggal
from kerjasama.services.lembar_batas import UKURAN_TERBESAR

# What it means when the date is left out.
KOSONG = {
    "pemantauan_terakhir": "Kosong: belum diketahui.",
    "evaluasi_terakhir": "Kosong: belum pernah dievaluasi.",
    "mulai_pengawasan": "Kosong: hari ini bagi naskah yang lebih lama dari 6 bulan.",
}


class UnggahDaftarForm(forms.Form):
    """One CSV or XLSX; what it holds is judged by the reader, not by its name."""

    berkas = forms.FileField(
        label="Berkas daftar",
        help_text="CSV atau XLSX dengan baris judul kolom, paling besar 25 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": "Pilih berkas.", "empty": "Berkas kosong. Pilih berkas lain."},
    )

    def clean_berkas(self) -> Any:
        """Refuse by size before anything is read."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > UKURAN_TERBESAR:
            raise forms.ValidationError("Berkas terlalu besar; paling besar 25 MB.")
        return berkas


class BarisImporForm(forms.Form):
    """A row as a person corrects it before it enters the register.

    A date that can be read in several ways is not filled in: the ways stand beside the field.
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
    tetap = forms.BooleanField(
        label="Tetap masukkan, walaupun sama dengan yang sudah ada",
        help_text="Centang hanya bila Anda yakin ini naskah lain.",
        required=False,
    )

    def __init__(self, data: Any = None, *, baris: BarisImpor, daerah: str) -> None:
        self.baris = baris
        self.unit = self._unit_terbaca(daerah)
        super().__init__(data, initial=self._awal())
        self.fields["tanggal_ttd"].help_text = self._petunjuk(
            "tanggal_tanda_tangan", "usulan_ttd", "Kosong: disimpan sebagai draf."
        )
        self.fields["tanggal_berakhir"].help_text = self._petunjuk(
            "tanggal_berakhir", "usulan_berakhir", "Kosong: tanpa batas waktu."
        )
        for nama, kosong in KOSONG.items():
            isian = self.fields[nama]
            isian.help_text = self._petunjuk(nama, f"usulan_{nama}", kosong)
        if baris.status != StatusBarisImpor.DUPLIKAT:
            del self.fields["tetap"]

    def _unit_terbaca(self, daerah: str) -> int | None:
        daftar = [Unit(*u) for u in PerangkatDaerah.objects.values_list("pk", "nama", "singkatan")]
        unit = baca_unit(self.baris.usulan.get("perangkat_daerah", ""), daftar, daerah).unit
        return unit[0].pk if unit else None

    def _awal(self) -> dict[str, Any]:
        """The proposal as initial values."""
        nama = ("jenis", "nomor", "judul", "tanggal_ttd", "tanggal_berakhir", *KOSONG)
        return {n: self.baris.usulan.get(n) for n in nama} | {"perangkat_daerah": self.unit}

    def _petunjuk(self, kolom: str, usulan: str, kosong: str) -> str:
        asli = self.baris.mentah.get(kolom, "")
        pilihan = pilihan_tanggal(self.baris.usulan.get(usulan))
        bagian = [f"Tertulis “{asli}”." if asli else "", f"Usulan: {pilihan}." if pilihan else ""]
        return " ".join(filter(None, [*bagian, kosong]))

    def clean(self) -> dict[str, Any]:
        """Nothing is before signing; what was held is not still to come."""
        data = super().clean() or {}
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
        kolom = ("tanggal_ttd", "tanggal_berakhir", *KOSONG)
        tanggal = {n: isi[n] and isi[n].isoformat() for n in kolom}
        unit = isi["perangkat_daerah"]
        hasil = {n: isi[n] for n in ("jenis", "nomor", "judul")} | tanggal | {"mitra": mitra}
        if (unit.pk if unit else None) != self.unit:
            hasil["perangkat_daerah"] = str(unit or "")
        return hasil


class MitraImporForm(forms.Form):
    """One party of a row."""

    nama = TeksField(label="Mitra", max_length=250, widget=forms.TextInput(attrs=BERSARAN))
    jenis = forms.ChoiceField(label="Jenis mitra", choices=[("", "Pilih"), *JenisMitra.choices])
    nomor = TeksField(label="Nomor mitra", max_length=120, required=False)


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
