"""Issuing a surat tugas in two steps: which kegiatan, then the team; and replacing one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.formats import tanggal_indonesia
from inti.forms import SekaliMixin, TanggalField, TeksField
from pengawasan.domain.pemisahan import periksa_anggota
from pengawasan.domain.tim import Pengecualian, cacat_pengecualian
from pengawasan.enums import Kedudukan
from pengawasan.forms.baris import BarisFormSet
from pengawasan.models import Kegiatan, TenagaProfesional

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pengawasan.domain.pemisahan import Penanda
    from pengawasan.queries.tim import KursiTerisi

ANGGOTA_TERBANYAK = 40


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


class TanggalSuratForm(forms.Form):
    """The date of a replacement, by GET."""

    tanggal = TanggalField(label="Tanggal surat")


class SuratTugasForm(SekaliMixin, forms.Form):
    """Step two: of which date, and which tenaga profesional."""

    tanggal = forms.DateField(widget=forms.HiddenInput)
    tenaga_profesional = forms.ModelMultipleChoiceField(
        label="Tenaga profesional",
        queryset=TenagaProfesional.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, penanda: Sequence[Penanda], **kwargs: Any) -> None:
        """`penanda` are those who sign for the units: none of them may be on the team."""
        super().__init__(*args, **kwargs)
        self.penanda = penanda
        bidang = self.fields["tenaga_profesional"]
        bidang.queryset = TenagaProfesional.objects.aktif()
        bidang.choices = [(satu.pk, satu) for satu in bidang.queryset]

    def clean_tenaga_profesional(self) -> list[TenagaProfesional]:
        """Nobody who signs for a unit."""
        dipilih = list(self.cleaned_data["tenaga_profesional"])
        for satu in dipilih:
            if not (putusan := periksa_anggota([satu.nama], self.penanda)):
                raise forms.ValidationError(putusan.alasan)
        return dipilih

    def tenaga(self) -> list[dict[str, Any]]:
        """The experts as columns of AnggotaTim, as they are in the list today."""
        return [
            {
                "kedudukan": Kedudukan.TENAGA_PROFESIONAL,
                "tenaga_profesional": satu,
                "nama": satu.nama,
                "jabatan": satu.instansi,
                "keahlian": satu.keahlian,
            }
            for satu in self.cleaned_data["tenaga_profesional"]
        ]


class TerbitkanForm(SuratTugasForm):
    """For kegiatan that wait."""

    kegiatan = KegiatanField(queryset=Kegiatan.objects.none(), widget=forms.MultipleHiddenInput)

    def __init__(self, *args: Any, kegiatan: QuerySet[Kegiatan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kegiatan"].queryset = kegiatan


class GantikanForm(SuratTugasForm):
    """In place of a letter, with the reason."""

    alasan = TeksField(
        label="Alasan penggantian",
        max_length=300,
        baris=2,
        help_text="Misalnya mutasi anggota; surat yang lama ditandai digantikan.",
    )


class KursiForm(forms.Form):
    """One fixed seat: its holder, or why nobody of it is on the team."""

    isi = forms.BooleanField(required=False)
    alasan = TeksField(label="Alasan kosong", max_length=300, required=False)
    pengganti = TeksField(
        label="Tugasnya dijalankan oleh",
        max_length=200,
        required=False,
        help_text="Nama dan jabatan. Boleh dikosongkan bila diisi sampai kapan kosongnya.",
    )
    sampai = TanggalField(label="Kosong sampai", required=False)

    def __init__(
        self, data: Any, *, terisi: KursiTerisi, tanggal: date, penanda: Sequence[Penanda]
    ) -> None:
        super().__init__(data, prefix=f"kursi-{terisi.kursi.kode}")
        self.kursi, self.pemangku, self.sebutan = terisi.kursi, terisi.pemangku, terisi.sebutan
        self.tanggal, self.penanda = tanggal, penanda
        if terisi.pemangku:
            self.fields["isi"].label = f"{terisi.pemangku.pengguna}, {terisi.sebutan}"
            self.fields["isi"].initial = True
        else:
            del self.fields["isi"]

    @property
    def terbuka(self) -> bool:
        """Whether the exception is to be seen at once."""
        return not self["isi"].value() if self.pemangku else True

    def clean(self) -> dict[str, Any]:
        """Whoever sits here signs for no unit; an empty seat has its own exception."""
        data = super().clean() or {}
        if data.get("isi") and self.pemangku:
            orang = self.pemangku.pengguna
            if not (putusan := periksa_anggota([orang.nama], self.penanda)):
                self.add_error("isi", putusan.alasan)
        elif not self.errors:
            cacat = cacat_pengecualian(
                self.pengecualian(), nama=self.kursi.sebutan, tanggal=self.tanggal
            )
            if cacat:
                self.add_error(*cacat)
        return data

    def pengecualian(self) -> Pengecualian:
        """Why it is empty, as it was given."""
        isi = self.cleaned_data
        return Pengecualian(
            self.kursi.kode, isi["alasan"], pengganti=isi["pengganti"], sampai=isi["sampai"]
        )

    def anggota(self) -> dict[str, Any] | None:
        """The holder as columns of AnggotaTim; None when the seat stays empty."""
        if not self.pemangku or not self.cleaned_data["isi"]:
            return None
        return {
            "kedudukan": self.kursi.kedudukan,
            "pengguna": self.pemangku.pengguna,
            "nama": self.pemangku.pengguna.nama,
            "jabatan": self.sebutan,
            "kode_jabatan": self.kursi.kode,
        }


class AnggotaForm(forms.Form):
    """One anggota tidak tetap."""

    # Not a ModelChoiceField: every row would ask the database again for the same people.
    pengguna = forms.ChoiceField(
        label="Akun", required=False, help_text="Bila dipilih, ia diberi tahu."
    )
    nama = TeksField(label="Nama", max_length=150, required=False)
    jabatan = TeksField(label="Jabatan dan instansi", max_length=200)

    def __init__(
        self, *args: Any, orang: Mapping[str, Pengguna], penanda: Sequence[Penanda], **kwargs: Any
    ) -> None:
        """`orang` are those who may be chosen, by their key as text."""
        super().__init__(*args, **kwargs)
        pilihan = [("", "Tanpa akun"), *[(kunci, str(satu)) for kunci, satu in orang.items()]]
        self.fields["pengguna"].choices = pilihan
        self.orang, self.penanda = orang, penanda

    def clean(self) -> dict[str, Any]:
        """The name comes from the account when it is left empty; nobody who signs for a unit."""
        data = super().clean() or {}
        data["kedudukan"] = Kedudukan.ANGGOTA_TIDAK_TETAP
        data["pengguna"] = self.orang.get(data.get("pengguna", ""))
        akun = data["pengguna"].nama if data["pengguna"] else ""
        data["nama"] = data.get("nama") or akun
        if not data["nama"]:
            self.add_error("nama", "Isi nama, atau pilih akunnya.")
        elif not (putusan := periksa_anggota([data["nama"], akun], self.penanda)):
            self.add_error("nama", putusan.alasan)
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


class SusunanTim:
    """The whole team of one page, read and shown together."""

    def __init__(
        self,
        data: Any,
        *,
        form: SuratTugasForm,
        kursi: Sequence[KursiTerisi],
        tanggal: date,
        usulan: Sequence[Mapping[str, Any]],
        lain: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """`usulan` are the anggota tidak tetap to begin with, `lain` may be chosen as well."""
        self.form, penanda = form, form.penanda
        self.kursi = [KursiForm(data, terisi=k, tanggal=tanggal, penanda=penanda) for k in kursi]
        orang = {str(u["pengguna"].pk): u["pengguna"] for u in (*usulan, *lain) if u["pengguna"]}
        awal = [
            dict(u) | {"pengguna": str(u["pengguna"].pk) if u["pengguna"] else ""} for u in usulan
        ]
        self.lain = AnggotaFormSet(
            data,
            prefix="anggota",
            initial=awal,
            form_kwargs={"orang": orang, "penanda": penanda},
        )

    def is_valid(self) -> bool:
        """All are asked, so that all that is wrong is shown at once."""
        sah = [satu.is_valid() for satu in (self.form, *self.kursi, self.lain)]
        return all(sah)

    @property
    def salah(self) -> bool:
        """Whether anything that was sent is to be mended."""
        return any(satu.errors for satu in (self.form, *self.kursi, *self.lain.forms))

    def anggota(self) -> list[dict[str, Any]]:
        """Columns of AnggotaTim in the order of the article."""
        tetap = [satu for k in self.kursi if (satu := k.anggota())]
        return [*tetap, *self.lain.baris(), *self.form.tenaga()]

    def pengecualian(self) -> list[Pengecualian]:
        """One for each seat that stays empty."""
        return [k.pengecualian() for k in self.kursi if k.anggota() is None]
