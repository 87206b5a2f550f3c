"""The rows of a berita acara, each kind a formset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import TanggalField, TeksField
from kerjasama.models import Butir
from pengawasan.domain.berita_acara import ISIAN
from pengawasan.domain.pemisahan import periksa_penanda
from pengawasan.enums import WakilPenandaTangan
from pengawasan.forms.baris import BarisFormSet
from pengawasan.models import Hadirin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from kerjasama.models import Naskah
    from pengawasan.models import BeritaAcara

BARIS_TERBANYAK = 50


class ButirField(forms.ModelChoiceField):
    """An item of the naskah, cut to what a phone can show."""

    def label_from_instance(self, obj: Butir) -> str:
        return obj.uraian if len(obj.uraian) <= 80 else f"{obj.uraian[:79]}…"

    def batasi(self, butir: QuerySet[Butir]) -> None:
        """To these, which all rows of a page share: they are asked once."""
        self.queryset = butir
        self.choices = [
            ("", self.empty_label),
            *((satu.pk, self.label_from_instance(satu)) for satu in butir),
        ]


class TemuanForm(forms.Form):
    """One finding."""

    uraian = TeksField(label="Hasil yang ditemukan", max_length=10_000, baris=3)
    butir = ButirField(
        label="Menyangkut kewajiban",
        queryset=Butir.objects.none(),
        required=False,
        empty_label="Tidak menyangkut kewajiban tertentu",
    )


class AngkaForm(forms.Form):
    """Both figures of one item."""

    butir = ButirField(
        label="Kewajiban yang diukur",
        queryset=Butir.objects.none(),
        empty_label="Pilih kewajiban",
    )
    satuan = TeksField(label="Satuan", max_length=50, required=False)
    nilai_tim = forms.DecimalField(
        label="Angka tim", min_value=0, max_digits=15, decimal_places=2, required=False
    )
    sumber_tim = TeksField(label="Sumber angka tim", max_length=200, required=False)
    nilai_mitra = forms.DecimalField(
        label="Angka mitra", min_value=0, max_digits=15, decimal_places=2, required=False
    )
    sumber_mitra = TeksField(label="Sumber angka mitra", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """At least one of the two."""
        isi = super().clean() or self.cleaned_data
        if "butir" in isi and isi.get("nilai_tim") is None and isi.get("nilai_mitra") is None:
            self.add_error("nilai_tim", "Isi angka tim, angka mitra, atau keduanya.")
        return isi


class KesepakatanForm(forms.Form):
    """One agreement."""

    uraian = TeksField(label="Kesepakatan", max_length=5_000, baris=2)
    penanggung_jawab = TeksField(label="Penanggung jawab", max_length=200)
    tenggat = TanggalField(label="Tenggat", required=False)


class PenandaTanganForm(forms.Form):
    """One signatory."""

    nama = TeksField(label="Nama", max_length=150)
    jabatan = TeksField(label="Jabatan", max_length=200, required=False)
    instansi = TeksField(label="Instansi", max_length=200, required=False)
    mewakili = forms.ChoiceField(
        label="Mewakili",
        choices=WakilPenandaTangan.choices,
        initial=WakilPenandaTangan.PERANGKAT_DAERAH.value,
    )


class PenandaTanganFormSet(BarisFormSet):
    """Signatories: who signs for the unit is not on the team (`tim`: names and their letter)."""

    tim: Sequence[tuple[str, str]] = ()

    def clean(self) -> None:
        """Say it at the row, and name the person."""
        pihak = WakilPenandaTangan.PERANGKAT_DAERAH
        for form in self.forms:
            isi = form.cleaned_data
            if isi.get("DELETE") or isi.get("mewakili") != pihak or not isi.get("nama"):
                continue
            if not (putusan := periksa_penanda(isi["nama"], self.tim)):
                form.add_error("nama", putusan.alasan)


class ButirSekaliFormSet(BarisFormSet):
    """Figures: an item stands in one row only."""

    def clean(self) -> None:
        """Name the item that stands there twice."""
        butir = [b["butir"] for b in self.baris() if b.get("butir")]
        ganda = {str(b) for b in butir if butir.count(b) > 1}
        if ganda:
            raise forms.ValidationError(f"Satu baris untuk satu kewajiban: {', '.join(ganda)}.")


def _formset(form: type[forms.Form], dasar: type[BarisFormSet] = BarisFormSet) -> type[Any]:
    batas = {"max_num": BARIS_TERBANYAK, "absolute_max": BARIS_TERBANYAK + 5}
    return forms.formset_factory(
        form, formset=dasar, extra=1, can_delete=True, validate_max=True, **batas
    )


JENIS: dict[str, tuple[type[Any], str, str, str]] = {
    "temuan": (
        _formset(TemuanForm),
        "Hasil yang ditemukan",
        "Tambah temuan",
        "Satu hal per baris.",
    ),
    "angka": (
        _formset(AngkaForm, ButirSekaliFormSet),
        "Angka tim dan angka mitra",
        "Tambah angka",
        "Tulis keduanya walaupun berbeda; setelah diverifikasi menjadi pernyataan pihaknya.",
    ),
    "kesepakatan": (_formset(KesepakatanForm), "Kesepakatan", "Tambah kesepakatan", ""),
    "penanda_tangan": (
        _formset(PenandaTanganForm, PenandaTanganFormSet),
        "Penanda tangan",
        "Tambah penanda tangan",
        "Sekurangnya satu orang mewakili perangkat daerah; ia bukan anggota Tim Pengawasan.",
    ),
}


class CalonField(forms.ModelMultipleChoiceField):
    """People of the daftar hadir."""

    def label_from_instance(self, obj: Hadirin) -> str:
        siapa = ", ".join(filter(None, (obj.nama, obj.jabatan, obj.instansi)))
        return f"{siapa} ({obj.get_unsur_display()})"


class CalonPenandaTanganForm(forms.Form):
    """Who of those that attended signs as well; nobody is ticked beforehand."""

    prefix = "calon"

    hadirin = CalonField(
        label="Ambil dari daftar hadir rapat",
        queryset=Hadirin.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, hadirin: QuerySet[Hadirin] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hadirin is not None:
            bidang = self.fields["hadirin"]
            bidang.queryset = hadirin
            bidang.choices = [(satu.pk, bidang.label_from_instance(satu)) for satu in hadirin]

    def baris(self) -> list[dict[str, Any]]:
        """One signatory for each, as the person is in the daftar hadir."""
        return [
            {
                "nama": h.nama,
                "jabatan": h.jabatan,
                "instansi": h.instansi,
                "mewakili": WakilPenandaTangan(h.unsur),
            }
            for h in self.cleaned_data["hadirin"]
        ]


class BarisBeritaAcara:
    """All formsets of one page, read and shown together."""

    def __init__(
        self,
        data: Any,
        *,
        naskah: Naskah,
        tim: Sequence[tuple[str, str]] = (),
        berita_acara: BeritaAcara | None = None,
        awal: dict[str, list[dict[str, Any]]] | None = None,
        alasan: dict[str, str] | None = None,
        calon: QuerySet[Hadirin] | None = None,
    ) -> None:
        """`calon` are people who may be taken over as signatories."""
        self.calon = CalonPenandaTanganForm(data, hadirin=calon)
        butir = Butir.objects.filter(naskah=naskah)
        self.semua: list[dict[str, Any]] = []
        for nama, (kelas, judul, tombol, bantuan) in JENIS.items():
            ada = _ada(berita_acara, nama) if berita_acara else (awal or {}).get(nama, [])
            formset = kelas(data, prefix=nama, initial=None if data else ada)
            if isinstance(formset, PenandaTanganFormSet):
                formset.tim = tim
            for form in formset.forms:
                _batasi(form, butir)
            self.semua.append(
                {
                    "nama": nama,
                    "formset": formset,
                    "judul": judul,
                    "tombol": tombol,
                    "bantuan": bantuan,
                    "alasan": (alasan or {}).get(nama, ""),
                    "kosong": _batasi(formset.empty_form, butir),
                }
            )

    def is_valid(self) -> bool:
        """Whether every row of every kind is sound."""
        sah = [satu["formset"].is_valid() for satu in self.semua]
        return all([*sah, self.calon.is_valid()])

    def per_judul(self) -> dict[str, Any]:
        """Heading -> formset."""
        return {satu["judul"]: satu["formset"] for satu in self.semua}

    def data(self) -> dict[str, list[dict[str, Any]]]:
        """Kind -> rows."""
        baris = {satu["nama"]: satu["formset"].baris() for satu in self.semua}
        return baris | {"penanda_tangan": [*baris["penanda_tangan"], *self.calon.baris()]}


def _batasi(form: forms.Form, butir: Any) -> forms.Form:
    if "butir" in form.fields:
        form.fields["butir"].batasi(butir)
    return form


def _ada(berita_acara: BeritaAcara, nama: str) -> list[dict[str, Any]]:
    kolom = [n for n in JENIS[nama][0].form.base_fields if n != "DELETE"]
    return list(getattr(berita_acara, nama).values(*kolom))


class AlasanIsianForm(forms.Form):
    """Why it is returned, per field; an empty one was in order."""

    prefix = "alasan"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, label in ISIAN.items():
            self.fields[nama] = TeksField(label=label, max_length=500, required=False)

    def alasan(self) -> dict[str, str]:
        """Field -> reason, where one was given."""
        return {n: v for n, v in self.cleaned_data.items() if v} if self.is_valid() else {}
