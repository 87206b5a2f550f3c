"""What is asked of the simulation; a GET form, so that a scenario is an address."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django import forms

from inti.enums import Peran
from inti.forms import TanggalField, TeksField
from inti.models import Pengguna
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.beban import pekan
from pengawasan.domain.rencana import Pilihan

if TYPE_CHECKING:
    from django.db.models import QuerySet

NILAI = re.compile(r"(\d{1,18})_(-|\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)")
TERBANYAK = 5_000
ALASAN = TeksField(max_length=300, required=False)
BULAN = {"min_value": 1, "max_value": 60, "required": False}


class JendelaForm(forms.Form):
    """How much a week takes, and how early something may be planned."""

    kapasitas = forms.IntegerField(
        label="Kegiatan per pekan paling banyak", min_value=1, max_value=1000, required=False
    )
    lebar = forms.IntegerField(
        label="Boleh lebih awal (hari)", min_value=0, max_value=90, required=False
    )


class SkenarioForm(JendelaForm):
    """Empty fields change nothing. Whom and what one may choose is read once."""

    tambah = forms.IntegerField(
        label="Naskah baru", min_value=1, max_value=1000, required=False, help_text="Misalnya 30."
    )
    ditandatangani = TanggalField(label="Ditandatangani mulai", required=False)
    selama = forms.IntegerField(
        label="Ditandatangani selama (bulan)",
        help_text="Dibagi rata; kosong berarti 12 bulan, 0 berarti semua pada satu hari.",
        min_value=0,
        max_value=24,
        required=False,
    )
    unit_baru = forms.TypedChoiceField(
        label="Perangkat daerah naskah baru", required=False, empty_value=None
    )
    interval_pemantauan = forms.IntegerField(
        label="Interval pemantauan (bulan)",
        help_text="Naskah yang mengatur intervalnya sendiri tidak berubah.",
        **BULAN,
    )
    interval_evaluasi = forms.IntegerField(label="Interval evaluasi (bulan)", **BULAN)
    tanpa = forms.TypedChoiceField(label="Tanpa anggota", required=False, empty_value=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pelaksana = (Peran.STAF, Peran.TIM)
        orang = Pengguna.objects.filter(pemangku__jabatan__peran__in=pelaksana).distinct()
        self._pilihkan("tanpa", orang.order_by("nama"), "Semua ada")
        self._pilihkan("unit_baru", PerangkatDaerah.objects.order_by("nama"), "Belum ditentukan")

    def _pilihkan(self, nama: str, semua: QuerySet[Any], kosong: str) -> None:
        pilihan = {str(satu.pk): satu for satu in semua}
        bidang = cast("forms.TypedChoiceField", self.fields[nama])
        bidang.choices = [("", kosong), *((kunci, str(satu)) for kunci, satu in pilihan.items())]
        bidang.coerce = pilihan.__getitem__


class BarisForm(forms.Form):
    """Which figure was opened."""

    pekan = TanggalField(required=False)
    unit = forms.IntegerField(min_value=0, required=False)
    orang = forms.IntegerField(min_value=1, required=False)
    sisi = forms.ChoiceField(
        choices=[("kini", "Sekarang"), ("skenario", "Skenario")], required=False
    )

    def clean_pekan(self) -> date | None:
        """The Monday of its week."""
        hari = self.cleaned_data["pekan"]
        return pekan(hari) if hari else None


class PilihanForm(forms.Form):
    """The rows that were ticked, each with its reason; `setuju` once they were read again."""

    pilih = forms.MultipleChoiceField(
        required=True, error_messages={"required": "Centang sedikitnya satu baris usulan."}
    )
    setuju = forms.BooleanField(required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        dikirim = list(dict.fromkeys(data.getlist("pilih")))[:TERBANYAK]
        self.fields["pilih"].choices = [(n, n) for n in dikirim if NILAI.fullmatch(n)]

    def clean_pilih(self) -> list[Pilihan]:
        """As typed values; a day that no calendar has is refused."""
        try:
            return [self._pilihan(nilai) for nilai in self.cleaned_data["pilih"]]
        except ValueError as error:
            raise forms.ValidationError("Ada tanggal yang tidak dapat dibaca.") from error

    def _pilihan(self, nilai: str) -> Pilihan:
        jadwal, kini, usul = nilai.split("_")
        semula = None if kini == "-" else date.fromisoformat(kini)
        alasan = ALASAN.clean(self.data.get(f"alasan-{jadwal}", "")[: ALASAN.max_length])
        return Pilihan(int(jadwal), semula, date.fromisoformat(usul), alasan)


class RencanaForm(forms.Form):
    """The planned day of one obligation."""

    tanggal = TanggalField(
        label="Tanggal rencana", help_text="Hari kerja, paling lambat pada jatuh temponya."
    )
