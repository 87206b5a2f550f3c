"""What an addendum does to the items: each that is there stays, changes or ends; new ones come."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.models import model_to_dict
from django.forms.utils import ErrorDict

from inti.teks import rapikan
from kerjasama.enums import AksiButir
from kerjasama.forms.kewajiban import ButirLengkapForm

if TYPE_CHECKING:
    from datetime import date

    from kerjasama.models import Butir, Naskah

TETAP = "tetap"
TINDAKAN = [
    (TETAP, "Tetap"),
    (AksiButir.UBAH.value, "Diubah"),
    (AksiButir.AKHIRI.value, "Diakhiri"),
]


class ButirAddendumForm(ButirLengkapForm):
    """One item; one that is there is looked at only where the addendum touches it."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    tindakan = forms.ChoiceField(label="Menurut addendum ini", choices=TINDAKAN, initial=TETAP)
    field_order = ("pk", "tindakan")

    def __init__(self, *args: Any, akhir: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.akhir = akhir
        del self.fields["kunci"]
        self.ada = bool(self.initial.get("pk"))
        if not self.ada:
            del self.fields["tindakan"]

    def hari_terakhir(self) -> date | None:
        """That of the naskah after the addendum, which may give it more time."""
        return self.akhir

    @property
    def terbuka(self) -> bool:
        """Whether its row is shown open: somebody wrote into it."""
        return self.is_bound and (bool(self.errors) or self.has_changed())

    def full_clean(self) -> None:
        """An item that stays or ends is not asked for anything else."""
        if not self.is_bound or not self.ada:
            super().full_clean()
            return
        tindakan = self.data.get(self.add_prefix("tindakan"))
        berubah = set(self.changed_data) - {"tindakan"}
        if tindakan == AksiButir.AKHIRI or (tindakan == TETAP and not berubah):
            self._errors, self.cleaned_data = ErrorDict(), {"tindakan": tindakan}
            return
        super().full_clean()
        if tindakan == TETAP:
            self.add_error("tindakan", "Isinya berubah. Pilih “Diubah”, atau kembalikan isinya.")
        elif tindakan == AksiButir.UBAH and not berubah:
            self.add_error("tindakan", "Isinya masih sama. Ubah isinya, atau pilih “Tetap”.")

    def perubahan(self) -> dict[str, Any] | None:
        """For the service: what the addendum does to the item; None where nothing."""
        if not self.has_changed():
            return None
        tindakan = self.cleaned_data["tindakan"] if self.ada else AksiButir.TAMBAH.value
        if tindakan == TETAP:
            return None
        data = {n: v for n, v in self.cleaned_data.items() if n not in {"pk", "tindakan"}}
        return {"aksi": tindakan, "pk": self.initial.get("pk"), "data": data}


def _isi(butir: Butir) -> dict[str, Any]:
    """As the form gives it back: spaces at the ends of an old text are no change."""
    nilai = model_to_dict(butir) | {"pk": butir.pk}
    return {n: rapikan(v).strip() if isinstance(v, str) else v for n, v in nilai.items()}


class ButirAddendumBaseFormSet(forms.BaseFormSet):
    """Every item in force, then room for new ones. Rows are known by their key, not by place."""

    def __init__(self, data: Any, *, naskah: Naskah, akhir: date | None) -> None:
        self.naskah = naskah
        milik = naskah.butir.filter(diakhiri_pada=None)
        isi = {b.pk: _isi(b) for b in milik}
        awal = list(isi.values())
        if data is not None:
            jumlah = str(data.get("butir-INITIAL_FORMS", ""))
            banyak = min(int(jumlah), len(isi) + 200) if jumlah.isdecimal() else 0
            kunci = (str(data.get(f"butir-{n}-pk", "")) for n in range(banyak))
            awal = [isi.get(int(k) if k.isdecimal() else 0, {"pk": -1}) for k in kunci]
        kwargs = {"naskah": naskah, "akhir": akhir}
        super().__init__(data, prefix="butir", initial=awal, form_kwargs=kwargs)

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The mitra are asked once for all rows."""
        super().add_fields(form, index)
        form.fields["mitra"].choices = self.pilihan

    @cached_property
    def pilihan(self) -> list[tuple[Any, str]]:
        """The parties of the naskah."""
        mitra = self.naskah.mitra.order_by("nama").values_list("pk", "nama")
        return [("", "Semua mitra pada naskah ini"), *mitra]

    def perubahan(self) -> list[dict[str, Any]]:
        """What the addendum does to the items, in their order."""
        return [p for form in self.forms if (p := form.perubahan())]


ButirAddendumFormSet: Any = forms.formset_factory(
    ButirAddendumForm, formset=ButirAddendumBaseFormSet, extra=1, max_num=200
)
