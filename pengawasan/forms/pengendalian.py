"""Writing and correcting the log of control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import BerkasField, SekaliMixin, TanggalField, TeksField
from inti.forms.bentrok_halaman import HalamanMixin
from inti.unggahan import DOCX, JPEG, PDF, PNG, XLSX
from kerjasama.models import PerangkatDaerah

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pengawasan.models import Pengendalian

ISI = ("tanggal", "objek", "temuan", "tindakan")


class PengendalianForm(forms.Form):
    """What was controlled, what was found, what was done about it."""

    tanggal = TanggalField(label="Tanggal pengendalian")
    objek = TeksField(
        label="Yang dikendalikan",
        max_length=2_000,
        baris=2,
        help_text="Misalnya pelaksanaan kewajiban, mutu layanan, atau penyetoran.",
    )
    temuan = TeksField(
        label="Temuan",
        max_length=5_000,
        baris=4,
        help_text="Bila tidak ada masalah, tulis bahwa pelaksanaan sesuai perjanjian.",
    )
    tindakan = TeksField(label="Tindakan", max_length=5_000, baris=3, required=False)
    berkas = BerkasField(
        label="Berkas",
        tipe=(PDF, JPEG, PNG, DOCX, XLSX),
        required=False,
    )

    def data_pengendalian(self) -> dict[str, Any]:
        """The columns of the content."""
        return {n: self.cleaned_data[n] for n in ISI}


class CatatPengendalianForm(SekaliMixin, PengendalianForm):
    """A new entry, by one of the writer's units."""

    unit = forms.ModelChoiceField(
        label="Perangkat daerah", queryset=PerangkatDaerah.objects.none(), empty_label=None
    )
    field_order = ("unit", *ISI, "berkas", "kunci")

    def __init__(self, *args: Any, unit: QuerySet[PerangkatDaerah], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = unit


class UbahPengendalianForm(HalamanMixin, PengendalianForm):
    """A correction of what was read at `versi`."""

    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, data: Any, berkas: Any, *, catatan: Pengendalian) -> None:
        kini = {n: getattr(catatan, n) for n in (*ISI, "versi")}
        super().__init__(data, berkas, initial=kini)
        if catatan.berkas:
            kata = f"Sekarang {catatan.berkas.nama}. Kosongkan untuk mempertahankannya."
            self.fields["berkas"].help_text = kata
