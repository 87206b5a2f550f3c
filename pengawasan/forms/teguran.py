"""Opening a case, its letters, their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import BerkasGandaField, SekaliMixin, TanggalField, TeksField
from inti.unggahan import DOCX, JPEG, PDF, PNG, XLSX
from kerjasama.enums import PihakButir
from kerjasama.models import Butir, Mitra
from pengawasan.enums import CaraSampai

if TYPE_CHECKING:
    from kerjasama.models import Naskah


class TeguranForm(SekaliMixin, forms.Form):
    """A case on an obligation of the mitra that is not met."""

    mitra = forms.ModelChoiceField(
        label="Mitra", queryset=Mitra.objects.none(), empty_label="Pilih mitra"
    )
    butir = forms.ModelChoiceField(
        label="Kewajiban yang belum dipenuhi",
        queryset=Butir.objects.none(),
        empty_label="Pilih kewajiban",
        help_text="Dari hak dan kewajiban naskah ini.",
    )
    uraian = TeksField(label="Uraian", max_length=2_000, baris=4)

    def __init__(self, *args: Any, naskah: Naskah, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mitra"].queryset = naskah.mitra.all()
        self.fields["butir"].queryset = naskah.butir.filter(pihak=PihakButir.MITRA)
        if naskah.mitra.count() == 1:
            self.fields["mitra"].initial = naskah.mitra.first()


class SuratTeguranForm(SekaliMixin, forms.Form):
    """The letter of one step; the page says which."""

    tingkat = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=9)
    tanggal = TanggalField(label="Tanggal surat")
    isi = TeksField(
        label="Isi surat",
        max_length=5_000,
        baris=6,
        help_text="Apa yang harus dipenuhi mitra. Nomor diambil dari register.",
    )


class SampaiForm(forms.Form):
    """When and how the letter reached the mitra."""

    tanggal = TanggalField(label="Disampaikan tanggal")
    cara = forms.ChoiceField(label="Cara", choices=CaraSampai.choices)
    kepada = TeksField(label="Diterima oleh", max_length=150, required=False)


class JawabTeguranForm(SekaliMixin, forms.Form):
    """What the mitra answers."""

    teks = TeksField(label="Jawaban", max_length=5_000, baris=5)
    berkas = BerkasGandaField(
        label="Berkas",
        tipe=(PDF, JPEG, PNG, DOCX, XLSX),
        required=False,
        help_text="Boleh beberapa berkas.",
    )


class NilaiForm(forms.Form):
    """Whether the answer is enough."""

    catatan = TeksField(
        label="Penilaian",
        max_length=2_000,
        baris=3,
        required=False,
        help_text="Wajib bila belum cukup; dibaca mitra.",
    )
    cukup = forms.TypedChoiceField(
        choices=[("ya", "Diterima"), ("tidak", "Belum cukup")], coerce=lambda n: n == "ya"
    )


class LanjutForm(forms.Form):
    """What follows when SP3 did not help."""

    catatan = TeksField(
        label="Kelanjutan",
        max_length=2_000,
        baris=3,
        help_text="Usul rekomendasi huruf f atau h pada evaluasi insidental.",
    )
