"""What the calendar shows, and a new address of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from inti.forms import SekaliMixin, TeksField
from inti.roles import Kemampuan, mampu
from kerjasama.forms.pilih_mitra import MitraField
from kerjasama.models import Mitra, PerangkatDaerah
from pelaporan.domain.kalender import TAHUN, baca_bulan
from pelaporan.enums import JenisKalender, LingkupLangganan
from pelaporan.queries.sumber_kalender import yang_boleh

if TYPE_CHECKING:
    from inti.models import Pengguna

L = LingkupLangganan


class KalenderForm(forms.Form):
    """Which month, which kinds; `hari` is one day only."""

    jenis = forms.MultipleChoiceField(
        label="Tampilkan hanya", required=False, widget=forms.CheckboxSelectMultiple
    )
    bulan = forms.CharField(required=False, max_length=7, widget=forms.HiddenInput)
    tampilan = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    hari = forms.DateField(required=False, input_formats=["%Y-%m-%d"], widget=forms.HiddenInput)

    def __init__(self, *args: Any, pengguna: Pengguna, hari_ini: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hari_ini = hari_ini
        self.fields["jenis"].choices = [(j.value, j.label) for j in yang_boleh(pengguna)]

    def pilihan(self) -> tuple[date, list[JenisKalender], date | None]:
        """Month, kinds and day; what is not understood is as if it were not there."""
        self.is_valid()
        isi = self.cleaned_data
        hari: date | None = isi.get("hari")
        hari = hari if hari and hari.year in TAHUN else None
        bulan = baca_bulan(isi.get("bulan") or "", baku=self.hari_ini)
        jenis = [JenisKalender(j) for j in isi.get("jenis") or ()]
        return hari.replace(day=1) if hari else bulan, jenis, hari


class LanggananKalenderForm(SekaliMixin):
    """A new address, and what it carries."""

    nama = TeksField(
        label="Nama",
        max_length=80,
        help_text="Untuk mengenalinya nanti, misalnya “Ponsel dinas”.",
    )
    lingkup = forms.ChoiceField(label="Isi", widget=forms.RadioSelect)
    perangkat_daerah = forms.ModelChoiceField(
        label="Perangkat daerah",
        queryset=PerangkatDaerah.objects.none(),
        required=False,
        empty_label="Pilih perangkat daerah",
    )
    mitra = MitraField(label="Mitra", required=False)

    def __init__(self, *args: Any, pengguna: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.semua = mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH)
        self.fields["lingkup"].initial = L.ORANG
        if not self.semua:
            self._hanya_milik(pengguna)
            return
        self.fields["lingkup"].choices = L.choices
        self.fields["perangkat_daerah"].queryset = PerangkatDaerah.objects.all()
        self.fields["perangkat_daerah"].help_text = "Diisi bila isinya satu perangkat daerah."
        self.fields["mitra"].help_text = "Nama lengkap mitra; diisi bila isinya satu mitra."
        if not mampu(pengguna.peran, Kemampuan.KELOLA_MITRA):
            self.fields["mitra"].widget = forms.TextInput()

    def _hanya_milik(self, pengguna: Pengguna) -> None:
        """For a unit and for a mitra: what they belong to."""
        anggota = pengguna.keanggotaan.aktif()
        unit = anggota.exclude(perangkat_daerah=None).values("perangkat_daerah")
        mitra = anggota.exclude(mitra=None).values("mitra")
        self.fields["perangkat_daerah"].queryset = PerangkatDaerah.objects.filter(pk__in=unit)
        self.fields["mitra"] = forms.ModelChoiceField(
            label="Mitra",
            queryset=Mitra.objects.filter(pk__in=mitra),
            required=False,
            empty_label="Pilih mitra",
        )
        pilihan = [(L.ORANG.value, L.ORANG.label)]
        for nama, lingkup in (("perangkat_daerah", L.UNIT), ("mitra", L.MITRA)):
            if self.fields[nama].queryset.exists():
                pilihan.append((lingkup.value, lingkup.label))
            else:
                del self.fields[nama]
        self.fields["lingkup"].choices = pilihan

    def clean(self) -> dict[str, Any]:
        """Exactly the unit or the mitra that the choice asks for."""
        isi: dict[str, Any] = super().clean() or {}
        for nama, lingkup in (("perangkat_daerah", L.UNIT), ("mitra", L.MITRA)):
            dipilih = isi.get("lingkup") == lingkup
            if dipilih and not isi.get(nama) and nama not in self.errors:
                self.add_error(nama, ValidationError("Pilih yang mana."))
            isi[nama] = isi.get(nama) if dipilih else None
        return isi
