"""Writing and correcting the log of pembinaan: the activity, its units, its people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone

from inti.forms import BerkasGandaField, SekaliMixin, TanggalField, TeksField
from inti.forms.bentrok_halaman import HalamanMixin
from inti.unggahan import DOCX, JPEG, PDF, PNG, XLSX
from pengawasan.domain.pembinaan import (
    TANPA_UNIT,
    UNIT_KURANG,
    Kehadiran,
    hitung_kehadiran,
    periksa_kehadiran,
    periksa_tanggal,
    unit_kurang,
)
from pengawasan.enums import JenisPembinaan
from pengawasan.forms.baris_pembinaan import (
    PALING_BANYAK_ORANG,
    SUDAH_ADA,
    PesertaFormSet,
    TempelPesertaForm,
    UnitFormSet,
    ganda,
)
from pengawasan.queries.unit import baca_unit, kamus_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pengawasan.models import Pembinaan

ISI = (
    "jenis", "tanggal_mulai", "tanggal_selesai", "tempat", "materi", "narasumber", "hasil",
    "jumlah_peserta",
)  # fmt: skip
TIPE = (PDF, JPEG, PNG, DOCX, XLSX)


class PembinaanForm(forms.Form):
    """The activity itself."""

    jenis = forms.ChoiceField(
        label="Jenis pembinaan",
        choices=[("", "Pilih jenis pembinaan"), *JenisPembinaan.choices],
    )
    tanggal_mulai = TanggalField(label="Tanggal")
    tanggal_selesai = TanggalField(
        label="Sampai tanggal", required=False, help_text="Kosongkan bila hanya sehari."
    )
    tempat = TeksField(label="Tempat", max_length=250)
    materi = TeksField(label="Materi", max_length=5_000, baris=4)
    narasumber = TeksField(label="Narasumber", max_length=1_000, baris=2, required=False)
    hasil = TeksField(label="Hasil", max_length=5_000, baris=3, required=False)
    jumlah_peserta = forms.IntegerField(
        label="Jumlah peserta seluruhnya",
        required=False,
        min_value=0,
        max_value=PALING_BANYAK_ORANG,
        help_text="Kosongkan bila sama dengan jumlah nama dan jumlah per perangkat daerah.",
    )
    berkas = BerkasGandaField(
        label="Berkas",
        tipe=TIPE,
        required=False,
        help_text="Materi, undangan, daftar hadir, atau foto; boleh beberapa dan boleh menyusul.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        lain = [n for n in self.fields if n not in (*ISI, "berkas")]
        self.helper.layout = Layout(
            "jenis",
            Row(*[Column(n, css_class="col-md-6") for n in ("tanggal_mulai", "tanggal_selesai")]),
            "tempat",
            "materi",
            "narasumber",
            "hasil",
            "berkas",
            *lain,
        )

    def clean(self) -> dict[str, Any]:
        """The days, at the field that is wrong; one day where no other is given."""
        isi = super().clean() or self.cleaned_data
        mulai = isi.get("tanggal_mulai")
        if mulai and "tanggal_selesai" in isi:
            isi["tanggal_selesai"] = isi["tanggal_selesai"] or mulai
            hari_ini = timezone.localdate()
            if not (putusan := periksa_tanggal(mulai, isi["tanggal_selesai"], hari_ini=hari_ini)):
                isian = "tanggal_mulai" if mulai > hari_ini else "tanggal_selesai"
                self.add_error(isian, putusan.alasan)
        return isi

    def data_pembinaan(self) -> dict[str, Any]:
        """The columns of the content."""
        return {n: self.cleaned_data[n] for n in ISI}


class CatatPembinaanForm(SekaliMixin, PembinaanForm):
    """A new entry."""


class UbahPembinaanForm(HalamanMixin, PembinaanForm):
    """A correction of what was read at `versi`; files chosen here are added."""

    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class BerkasSusulanForm(forms.Form):
    """Files that came later."""

    berkas = BerkasGandaField(label="Tambah berkas", tipe=TIPE)


class IsianPembinaan:
    """The whole page: the activity, its units, its people; read, checked and shown together."""

    def __init__(self, data: Any, files: Any, *, pembinaan: Pembinaan | None = None) -> None:
        kelas = UbahPembinaanForm if pembinaan else CatatPembinaanForm
        awal = kolom_awal(pembinaan) if pembinaan else {}
        unit = unit_awal(pembinaan) if pembinaan and not data else None
        orang = peserta_awal(pembinaan) if pembinaan and not data else None
        self.form: PembinaanForm = kelas(data, files, initial=awal)
        self.unit = UnitFormSet(data, prefix="unit", initial=unit)
        self.peserta = PesertaFormSet(data, prefix="peserta", initial=orang)
        self.tempel = TempelPesertaForm(data)
        self.orang: list[dict[str, Any]] = []
        if isinstance(self.form, HalamanMixin):
            baris = {"Perangkat daerah yang dibina": self.unit, "Peserta": self.peserta}
            self.form.sertakan(baris, bersama=self)

    def is_valid(self) -> bool:
        """Whether every part is sound, and the parts fit together."""
        # All are asked, so that all that is wrong shows at once.
        sah = [satu.is_valid() for satu in (self.form, self.unit, self.peserta, self.tempel)]
        return all(sah) and self._orang_sah() and self._jumlah_sah()

    def isi(self) -> dict[str, Any]:
        """What the services take."""
        return {
            "data": self.form.data_pembinaan(),
            "unit": self.unit.unit(),
            "peserta": self.orang,
            "berkas": self.form.cleaned_data["berkas"],
        }

    def _orang_sah(self) -> bool:
        """The pasted people against the rows; whose unit each of them is of."""
        baris, tempelan = self.peserta.baris(), self.tempel.baris()
        if dua_kali := ganda(baris, tempelan):
            self.tempel.add_error("tempel", SUDAH_ADA.format(nama=dua_kali))
            return False
        kamus = kamus_unit()
        self.orang = [
            {"nama": o["nama"], "jabatan": o["jabatan"]} | baca_unit(kamus, o["unit"])
            for o in (*baris, *tempelan)
        ]
        return True

    def _jumlah_sah(self) -> bool:
        """The numbers against the names, each complaint where the number stands."""
        bernama = Counter(o["perangkat_daerah"] and o["perangkat_daerah"].pk for o in self.orang)
        isi = self.form.cleaned_data
        hadir = hitung_kehadiran(bernama, self.unit.unit(), isi["jumlah_peserta"])
        putusan = periksa_kehadiran(hadir, bernama, jenis=isi["jenis"])
        if not putusan:
            self._tunjukkan(putusan.alasan, hadir, bernama)
        return bool(putusan)

    def _tunjukkan(self, alasan: str, hadir: Kehadiran, bernama: Mapping[int | None, int]) -> None:
        if alasan == TANPA_UNIT:
            self.unit.non_form_errors().append(alasan)
        elif alasan == UNIT_KURANG:
            self.unit.tandai(unit_kurang(hadir, bernama), alasan)
        else:
            self.form.add_error("jumlah_peserta", alasan)


def kolom_awal(pembinaan: Pembinaan) -> dict[str, Any]:
    """The columns as they are; what was counted, or is a single day, stays open."""
    awal = {n: getattr(pembinaan, n) for n in (*ISI, "versi")}
    if pembinaan.tanggal_selesai == pembinaan.tanggal_mulai:
        awal["tanggal_selesai"] = None
    bernama = _bernama(pembinaan)
    ikut = dict(pembinaan.keikutsertaan.values_list("perangkat_daerah", "jumlah_peserta"))
    if pembinaan.jumlah_peserta == hitung_kehadiran(bernama, ikut, None).seluruhnya:
        awal["jumlah_peserta"] = None
    return awal


def unit_awal(pembinaan: Pembinaan) -> list[dict[str, Any]]:
    """The units as they are; a number that was counted from the names stays open."""
    bernama = _bernama(pembinaan)
    semua = pembinaan.keikutsertaan.values_list("perangkat_daerah", "jumlah_peserta")
    return [
        {"perangkat_daerah": unit, "jumlah_peserta": None if n == bernama[unit] else n}
        for unit, n in semua
    ]


def peserta_awal(pembinaan: Pembinaan) -> list[dict[str, Any]]:
    """The people as they are."""
    semua = pembinaan.peserta.select_related("perangkat_daerah")
    return [{n: getattr(satu, n) for n in ("nama", "jabatan", "unit")} for satu in semua]


def _bernama(pembinaan: Pembinaan) -> Counter[int | None]:
    return Counter(pembinaan.peserta.values_list("perangkat_daerah", flat=True))
