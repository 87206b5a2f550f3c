"""Work on a follow-up: progress, items, result, another date, another owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from inti.forms import BerkasGandaField, SekaliMixin, TanggalField, TeksField
from inti.unggahan import DOCX, JPEG, PDF, PNG, XLSX
from kerjasama.models import Addendum, Butir, Naskah, PerangkatDaerah
from pengawasan.enums import JenisTindakLanjut, TahapHukum
from pengawasan.queries.tindak_lanjut import (
    pihak_butir,
    pilihan_addendum,
    pilihan_butir,
    pilihan_pengganti,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pengawasan.models import TindakLanjut


class PerkembanganForm(SekaliMixin, forms.Form):
    """What was done so far, with files."""

    tanggal = TanggalField(label="Tanggal", initial=timezone.localdate)
    persen = forms.IntegerField(label="Persen selesai", min_value=0, max_value=100, required=False)
    tahap = forms.ChoiceField(
        label="Tahap", choices=[("", "Pilih tahap"), *TahapHukum.choices], required=False
    )
    uraian = TeksField(label="Perkembangan", max_length=5_000, baris=3)
    berkas = BerkasGandaField(label="Berkas", tipe=(PDF, JPEG, PNG, DOCX, XLSX), required=False)

    def __init__(self, *args: Any, butir: TindakLanjut, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A legal process goes by stages, other work by percent.
        hukum = butir.jenis == JenisTindakLanjut.PROSES_HUKUM
        del self.fields["persen" if hukum else "tahap"]

    def isian(self) -> dict[str, Any]:
        """The columns."""
        return {n: v for n, v in self.cleaned_data.items() if n not in {"kunci", "berkas"}}


class PilihButirForm(forms.Form):
    """Items of the ledger that the follow-up is about."""

    butir = forms.ModelMultipleChoiceField(
        label="Butir hak dan kewajiban",
        queryset=Butir.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, butir: TindakLanjut, semua: Iterable[Any] = (), **kwargs: Any
    ) -> None:
        """`semua` are the items of the naskah, as `butir_naskah` has them."""
        super().__init__(*args, **kwargs)
        bidang = self.fields["butir"]
        bidang.queryset = pilihan_butir(butir)
        if semua:
            pihak = pihak_butir(butir)
            bidang.choices = [(b.pk, b) for b in semua if pihak in (None, b.pihak)]
            bidang.initial = [b.pk for b in semua if b.dipilih]


class HasilForm(forms.Form):
    """What fulfilled a renewal."""

    addendum = forms.ModelChoiceField(
        label="Addendum", queryset=Addendum.objects.none(), required=False, empty_label="Tidak ada"
    )
    pengganti = forms.ModelChoiceField(
        label="Naskah pengganti",
        queryset=Naskah.objects.none(),
        required=False,
        empty_label="Tidak ada",
    )

    def __init__(self, *args: Any, butir: TindakLanjut, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["addendum"].queryset = pilihan_addendum(butir)
        self.fields["addendum"].initial = butir.addendum_id
        self.fields["pengganti"].queryset = pilihan_pengganti(butir)
        self.fields["pengganti"].initial = butir.naskah_pengganti_id


class MintaTenggatForm(SekaliMixin, forms.Form):
    """A later date, with the reason."""

    tenggat = TanggalField(label="Tenggat yang diminta")
    alasan = TeksField(label="Alasan", max_length=300, baris=2)


class PutusTenggatForm(forms.Form):
    """Granted, or refused with a note."""

    catatan = TeksField(label="Catatan", max_length=300, baris=2, required=False)
    setuju = forms.TypedChoiceField(
        choices=[("ya", "Setujui"), ("tidak", "Tolak")], coerce=lambda n: n == "ya"
    )


class SerahForm(forms.Form):
    """Another unit of the naskah."""

    ke = forms.ModelChoiceField(
        label="Serahkan kepada", queryset=PerangkatDaerah.objects.none(), empty_label="Pilih"
    )
    alasan = TeksField(label="Alasan", max_length=300, baris=2)

    def __init__(self, *args: Any, butir: TindakLanjut, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        semua = butir.naskah.perangkat_daerah.exclude(pk=butir.perangkat_daerah_id)
        self.fields["ke"].queryset = semua
