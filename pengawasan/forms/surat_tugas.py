"""Issuing a surat tugas in two steps: which kegiatan, then the team."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.formats import tanggal_indonesia
from inti.forms import SekaliMixin, TanggalField, TeksField
from pengawasan.domain.tim import kursi_kosong
from pengawasan.enums import Kedudukan
from pengawasan.forms.baris import BarisFormSet
from pengawasan.models import Kegiatan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pengawasan.queries.tim import KursiTerisi

ANGGOTA_TERBANYAK = 40
TIDAK_TETAP = [
    (Kedudukan.ANGGOTA_TIDAK_TETAP.value, Kedudukan.ANGGOTA_TIDAK_TETAP.label),
    (Kedudukan.TENAGA_PROFESIONAL.value, Kedudukan.TENAGA_PROFESIONAL.label),
]


class KegiatanField(forms.ModelMultipleChoiceField):
    """Kegiatan as one reads them in a list."""

    def label_from_instance(self, obj: Kegiatan) -> str:
        """`Evaluasi, rencana 3 April 2026: nomor – judul`."""
        judul = f"{obj.naskah.nomor or 'tanpa nomor'} – {obj.naskah.judul}"
        rencana = tanggal_indonesia(obj.tanggal_rencana)
        return f"{obj.get_jenis_display()}, rencana {rencana}: {judul}"[:200]


class PilihKegiatanForm(forms.Form):
    """Step one, by GET: for what, and of which date."""

    kegiatan = KegiatanField(
        label="Kegiatan yang ditugaskan",
        queryset=Kegiatan.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu kegiatan."},
    )
    tanggal = TanggalField(label="Tanggal surat")
    pilih = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kegiatan: QuerySet[Kegiatan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kegiatan"].queryset = kegiatan


class SuratTugasForm(SekaliMixin, forms.Form):
    """Step two: who holds the fixed seats on that date, and why one is empty."""

    kegiatan = KegiatanField(queryset=Kegiatan.objects.none(), widget=forms.MultipleHiddenInput)
    tanggal = forms.DateField(widget=forms.HiddenInput)
    kursi = forms.MultipleChoiceField(
        label="Kedudukan tetap", required=False, widget=forms.CheckboxSelectMultiple
    )
    penjelasan_kursi_kosong = TeksField(
        label="Penjelasan kedudukan yang kosong",
        required=False,
        max_length=300,
        baris=2,
        help_text="Wajib bila salah satu dari lima kedudukan tetap tidak terisi.",
    )

    def __init__(
        self,
        *args: Any,
        kegiatan: QuerySet[Kegiatan],
        kursi: Sequence[KursiTerisi],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.terisi = {k.kursi.kode: k for k in kursi if k.pemangku}
        self.kosong = [k.kursi for k in kursi if not k.pemangku]
        self.fields["kegiatan"].queryset = kegiatan
        self.fields["kursi"].choices = [(kode, _sebut(k)) for kode, k in self.terisi.items()]
        self.fields["kursi"].initial = list(self.terisi)

    def clean(self) -> dict[str, Any]:
        """Every empty seat is explained."""
        data = super().clean() or {}
        kosong = kursi_kosong(data.get("kursi", []))
        if kosong and not data.get("penjelasan_kursi_kosong"):
            self.add_error(
                "penjelasan_kursi_kosong", f"Jelaskan mengapa kosong: {'; '.join(kosong)}."
            )
        return data

    def anggota_tetap(self) -> list[dict[str, Any]]:
        """Those left in the fixed seats."""
        return [
            {
                "kedudukan": k.kursi.kedudukan,
                "pengguna": k.pemangku.pengguna,
                "nama": k.pemangku.pengguna.nama,
                "jabatan": k.sebutan,
                "kode_jabatan": kode,
            }
            for kode, k in self.terisi.items()
            if kode in self.cleaned_data["kursi"]
        ]


def _sebut(kursi: KursiTerisi) -> str:
    orang = kursi.pemangku.pengguna if kursi.pemangku else ""
    return f"{kursi.kursi.kedudukan.label}: {orang}, {kursi.sebutan}"


class AnggotaForm(forms.Form):
    """One anggota tidak tetap or tenaga profesional."""

    kedudukan = forms.ChoiceField(
        label="Kedudukan", choices=TIDAK_TETAP, initial=Kedudukan.ANGGOTA_TIDAK_TETAP.value
    )
    # Not a ModelChoiceField: every row would ask the database again for the same people.
    pengguna = forms.ChoiceField(
        label="Akun", required=False, help_text="Bila dipilih, ia diberi tahu."
    )
    nama = TeksField(label="Nama", max_length=150, required=False)
    jabatan = TeksField(label="Jabatan dan instansi", max_length=200)

    def __init__(self, *args: Any, orang: Mapping[str, Pengguna], **kwargs: Any) -> None:
        """`orang` are those who may be chosen, by their key as text."""
        super().__init__(*args, **kwargs)
        pilihan = [("", "Tanpa akun"), *[(kunci, str(satu)) for kunci, satu in orang.items()]]
        self.fields["pengguna"].choices = pilihan
        self.orang = orang

    def clean(self) -> dict[str, Any]:
        """The name comes from the account when it is left empty."""
        data = super().clean() or {}
        data["pengguna"] = self.orang.get(data.get("pengguna", ""))
        if not data.get("nama") and data["pengguna"]:
            data["nama"] = data["pengguna"].nama
        if not data.get("nama"):
            self.add_error("nama", "Isi nama, atau pilih akunnya.")
        return data


class AnggotaBarisFormSet(BarisFormSet):
    """Rows of the team beyond the fixed seats."""

    hapus = "Hapus baris ini"


AnggotaFormSet = forms.formset_factory(
    AnggotaForm,
    formset=AnggotaBarisFormSet,
    extra=1,
    max_num=ANGGOTA_TERBANYAK,
    validate_max=True,
    can_delete=True,
)
