"""Which recap is looked at: of what period, of which unit; read from the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.roles import Kemampuan, mampu
from kerjasama.enums import JenisKerjaSama
from kerjasama.models import Mitra, PerangkatDaerah
from pelaporan.domain.masa_rekap import Masa, baca_masa, pilihan_masa, semester_dari
from pelaporan.enums import JenisRekap

if TYPE_CHECKING:
    from datetime import date

    from django.http import QueryDict

    from inti.models import Pengguna

MENURUT = [("perangkat_daerah", "Perangkat Daerah"), ("mitra", "Mitra")]


class MasaField(forms.ChoiceField):
    """A period; an older one than the choices is understood, too."""

    def valid_value(self, value: Any) -> bool:
        """Any period that can be read."""
        return baca_masa(str(value)) is not None


class SaringanRekap(forms.Form):
    """The period; `masa` is the semester of today until another one is chosen."""

    masa = MasaField(label="Masa")

    def __init__(self, data: QueryDict, *, hari_ini: date, setahun: bool = True) -> None:
        pilihan = [m for m in pilihan_masa(hari_ini) if setahun or not m.setahun]
        self.bawaan = semester_dari(hari_ini)
        isi = data.copy()
        isi.setdefault("masa", self.bawaan.kode)
        super().__init__(isi)
        bidang = self.fields["masa"]
        if isinstance(bidang, forms.ChoiceField):
            bidang.choices = [(m.kode, m.label) for m in pilihan]

    def nilai_masa(self) -> Masa:
        """The chosen period; the default for what cannot be read."""
        isi = self.cleaned_data.get("masa", "") if self.is_valid() else ""
        return baca_masa(isi) or self.bawaan


class SaringanUnit(SaringanRekap):
    """The period, and one of the units that the person may know of; they are asked for once."""

    perangkat_daerah = forms.TypedChoiceField(label="Perangkat Daerah", coerce=int, required=False)

    def __init__(self, data: QueryDict, *, oleh: Pengguna, hari_ini: date) -> None:
        super().__init__(data, hari_ini=hari_ini, setahun=False)
        terlihat = PerangkatDaerah.objects.terlihat_oleh(oleh).order_by("nama").distinct()
        self.pilihan = {u.pk: u for u in terlihat}
        bidang = self.fields["perangkat_daerah"]
        if isinstance(bidang, forms.ChoiceField):
            bidang.choices = [(pk, u.nama) for pk, u in self.pilihan.items()]

    def unit(self) -> PerangkatDaerah | None:
        """The chosen unit; the first one of the choices while none is chosen."""
        satu = self.cleaned_data.get("perangkat_daerah") if self.is_valid() else None
        return self.pilihan.get(satu or 0) or next(iter(self.pilihan.values()), None)


class SaringanMonev(forms.Form):
    """By what the status is grouped, and a word of the partner's name."""

    menurut = forms.ChoiceField(label="Menurut", choices=MENURUT, required=False)
    q = forms.CharField(label="Cari nama mitra", max_length=100, required=False)
    perangkat_daerah = forms.ModelChoiceField(
        queryset=PerangkatDaerah.objects.none(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, data: QueryDict, *, oleh: Pengguna) -> None:
        super().__init__(data)
        bidang = self.fields["perangkat_daerah"]
        if isinstance(bidang, forms.ModelChoiceField):
            bidang.queryset = PerangkatDaerah.objects.terlihat_oleh(oleh).distinct()

    def isi(self, nama: str) -> Any:
        """What was asked for; nothing where it is not understood."""
        return self.cleaned_data.get(nama) if self.is_valid() else None

    def unit(self, *, semua: bool) -> PerangkatDaerah | None:
        """The unit that was asked for; who does not see all of them sees the first of its own."""
        satu = self.isi("perangkat_daerah")
        if satu is None and not semua:
            bidang = self.fields["perangkat_daerah"]
            satu = bidang.queryset.first() if isinstance(bidang, forms.ModelChoiceField) else None
        return satu if isinstance(satu, PerangkatDaerah) else None


class SaringanBaris(SaringanRekap):
    """Which rows of a figure: of a unit, a partner, a kind of cooperation."""

    perangkat_daerah = forms.ModelChoiceField(
        label="Perangkat Daerah", queryset=PerangkatDaerah.objects.none(), required=False
    )
    mitra = forms.ModelChoiceField(label="Mitra", queryset=Mitra.objects.none(), required=False)
    kerja_sama = forms.ChoiceField(
        label="Jenis kerja sama",
        choices=[*JenisKerjaSama.choices, ("tanpa", "Belum ditentukan")],
        required=False,
    )

    def __init__(self, data: QueryDict, *, oleh: Pengguna, hari_ini: date) -> None:
        super().__init__(data, hari_ini=hari_ini)
        for nama, model in (("perangkat_daerah", PerangkatDaerah), ("mitra", Mitra)):
            bidang = self.fields[nama]
            if isinstance(bidang, forms.ModelChoiceField):
                bidang.queryset = model.objects.terlihat_oleh(oleh).distinct()

    def kelompok(self) -> dict[str, Any]:
        """The groups that the rows are narrowed to, as queries.rekap_angka knows them."""
        isi = self.cleaned_data
        hasil: dict[str, Any] = {}
        if isi.get("perangkat_daerah"):
            hasil["unit"] = isi["perangkat_daerah"].pk
        if isi.get("mitra"):
            hasil["mitra"] = isi["mitra"].pk
        if isi.get("kerja_sama"):
            hasil["jenis_kerja_sama"] = isi["kerja_sama"].replace("tanpa", "")
        return hasil

    def sebutan(self) -> list[tuple[str, str]]:
        """The same in words, the period first."""
        label = dict(JenisKerjaSama.choices) | {"tanpa": "Belum ditentukan"}
        dipilih = ((nama, self.cleaned_data.get(nama)) for nama in list(self.fields)[1:])
        return [
            ("Masa", self.nilai_masa().label),
            *((str(self.fields[n].label), str(label.get(v, v))) for n, v in dipilih if v),
        ]


class TerbitRekapForm(forms.Form):
    """Which recap is printed: a semester report is of one unit, all of a unit the reader knows."""

    jenis = forms.ChoiceField(
        choices=JenisRekap.choices, error_messages={"required": "Pilih rekap lebih dahulu."}
    )
    masa = MasaField(error_messages={"required": "Pilih masa rekap lebih dahulu."})
    perangkat_daerah = forms.ModelChoiceField(
        queryset=PerangkatDaerah.objects.none(),
        required=False,
        error_messages={"invalid_choice": "Perangkat Daerah itu tidak dikenal."},
    )

    def __init__(self, data: QueryDict, *, oleh: Pengguna) -> None:
        super().__init__(data)
        self.semua = mampu(oleh.peran, Kemampuan.LIHAT_SEMUA_NASKAH)
        bidang = self.fields["perangkat_daerah"]
        if isinstance(bidang, forms.ModelChoiceField):
            bidang.queryset = PerangkatDaerah.objects.terlihat_oleh(oleh).distinct()

    def clean(self) -> dict[str, Any]:
        """Who sees one unit only prints that; the letters are of all units."""
        data = super().clean() or {}
        surat = data.get("jenis") in {JenisRekap.TKKSD, JenisRekap.GUBERNUR}
        berunit = data.get("jenis") == JenisRekap.SEMESTER or not self.semua
        if berunit and not surat and not data.get("perangkat_daerah"):
            self.add_error("perangkat_daerah", "Pilih Perangkat Daerah lebih dahulu.")
        return data | ({"perangkat_daerah": None} if surat else {})
