"""What an addendum does to the items of its naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.models import model_to_dict

from kerjasama.forms.baris_addendum import BarisAddendumFormSet, BarisAddendumMixin
from kerjasama.forms.kewajiban import ButirLengkapForm
from kerjasama.models import Mitra

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kerjasama.models import Naskah


class ButirAddendumForm(BarisAddendumMixin, ButirLengkapForm):
    """One item."""

    bernama = "uraian"

    def __init__(self, *args: Any, akhir: date | None, mitra: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.akhir = akhir
        self.fields["mitra"].queryset = Mitra.objects.filter(pk__in=mitra)
        for nama in ("kunci", "asal"):
            del self.fields[nama]

    def hari_terakhir(self) -> date | None:
        """That of the naskah after the addendum, which may give it more time."""
        return self.akhir


class ButirAddendumBaseFormSet(BarisAddendumFormSet):
    """Every item in force; new ones may name a mitra that the same addendum makes a party."""

    awalan = "butir"

    def __init__(
        self, data: Any, *, naskah: Naskah, akhir: date | None, pihak: Iterable[Mitra]
    ) -> None:
        milik = naskah.butir.filter(diakhiri_pada=None)
        isi = [model_to_dict(b) | {"pk": b.pk} for b in milik]
        mitra = {m.pk: str(m) for m in pihak}
        pilihan = sorted(mitra.items(), key=lambda satu: satu[1])
        self.pilihan = [("", "Semua mitra pada naskah ini"), *pilihan]
        super().__init__(data, isi=isi, naskah=naskah, akhir=akhir, mitra=mitra)

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The mitra are asked once for all rows."""
        super().add_fields(form, index)
        form.fields["mitra"].choices = self.pilihan


ButirAddendumFormSet: Any = forms.formset_factory(
    ButirAddendumForm, formset=ButirAddendumBaseFormSet, extra=1, max_num=200
)
