"""What an addendum does to rows: each that is there stays, changes or ends; new ones come."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.forms.utils import ErrorDict

from inti.teks import rapikan
from kerjasama.enums import AksiBaris
from kerjasama.forms.baris_naskah import KeterlibatanForm, PihakForm
from kerjasama.forms.pilih_mitra import PETUNJUK
from kerjasama.models import PerangkatDaerah
from kerjasama.queries.pilihan_mitra import PencariMitra

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kerjasama.models import Mitra, Naskah

TETAP = "tetap"


class BarisAddendumMixin(forms.Form):
    """One row; one that is there is looked at only where the addendum touches it.

    What it does must be said: a page that has grown old cannot change a row back in silence.
    """

    diakhiri = "Diakhiri"
    bernama = "nama"

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    tindakan = forms.ChoiceField(label="Menurut addendum ini", initial=TETAP)
    field_order = ("pk", "tindakan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ada = bool(self.initial.get("pk"))
        if not self.ada:
            del self.fields["tindakan"]
            return
        self.fields["tindakan"].choices = [
            (TETAP, "Tetap"),
            (AksiBaris.UBAH.value, "Diubah"),
            (AksiBaris.AKHIRI.value, self.diakhiri),
        ]

    @property
    def sebutan(self) -> str:
        """What the row is known by; nothing for a new one."""
        if not self.ada:
            return ""
        return str(self.initial.get(self.bernama) or "Baris yang sudah tidak ada")

    @property
    def terbuka(self) -> bool:
        """Whether its row is shown open: somebody wrote into it."""
        return self.is_bound and (bool(self.errors) or self.has_changed())

    def full_clean(self) -> None:
        """A row that stays or ends is not asked for anything else."""
        if not self.is_bound or not self.ada:
            super().full_clean()
            return
        tindakan = self.data.get(self.add_prefix("tindakan"))
        berubah = set(self.changed_data) - {"tindakan"}
        if tindakan == AksiBaris.AKHIRI or (tindakan == TETAP and not berubah):
            self._errors, self.cleaned_data = ErrorDict(), {"tindakan": tindakan}
            return
        super().full_clean()
        if tindakan == TETAP:
            self.add_error("tindakan", "Isinya berubah. Pilih “Diubah”, atau kembalikan isinya.")
        elif tindakan == AksiBaris.UBAH and not berubah:
            self.add_error("tindakan", "Isinya masih sama. Ubah isinya, atau pilih “Tetap”.")

    def perubahan(self) -> dict[str, Any] | None:
        """For the service: what the addendum does to the row; None where nothing."""
        if not self.has_changed():
            return None
        tindakan = self.cleaned_data["tindakan"] if self.ada else AksiBaris.TAMBAH.value
        if tindakan == TETAP:
            return None
        data = {n: v for n, v in self.cleaned_data.items() if n not in {"pk", "tindakan"}}
        return {"aksi": tindakan, "pk": self.initial.get("pk"), "data": data}


class BarisAddendumFormSet(forms.BaseFormSet):
    """Every row in force, then room for new ones. Rows are known by their key, not by place."""

    awalan = ""

    def __init__(self, data: Any, *, isi: Iterable[dict[str, Any]], **kwargs: Any) -> None:
        ada = {satu["pk"]: {n: _rapi(v) for n, v in satu.items()} for satu in isi}
        awal = list(ada.values())
        if data is not None:
            jumlah = str(data.get(f"{self.awalan}-INITIAL_FORMS", ""))
            banyak = min(int(jumlah), len(ada) + 200) if jumlah.isdecimal() else 0
            kunci = (str(data.get(f"{self.awalan}-{n}-pk", "")) for n in range(banyak))
            awal = [ada.get(int(k) if k.isdecimal() else 0, {"pk": -1}) for k in kunci]
        super().__init__(data, prefix=self.awalan, initial=awal, form_kwargs=kwargs)

    def perubahan(self) -> list[dict[str, Any]]:
        """What the addendum does to the rows, in their order."""
        return [p for form in self.forms if (p := form.perubahan())]


class TerkaitAddendumFormSet(BarisAddendumFormSet):
    """Rows that name a mitra or a unit, which a row that is there keeps."""

    kunci = ""
    kolom: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any, *, naskah: Naskah) -> None:
        self.milik = self.baris(naskah)
        isi = (
            {"pk": b.pk, "nama": str(getattr(b, self.kunci))}
            | {n: getattr(b, n) for n in self.kolom}
            for b in self.milik
        )
        super().__init__(data, isi=isi)

    def baris(self, naskah: Naskah) -> list[Any]:
        """The rows in force."""
        raise NotImplementedError

    def add_fields(self, form: Any, index: int | None) -> None:
        """Whom a row names is asked of new ones only."""
        super().add_fields(form, index)
        if form.ada:
            del form.fields[self.kunci]
        else:
            self.siapkan(form.fields[self.kunci])

    def siapkan(self, bidang: Any) -> None:
        """What is asked once for all rows."""
        raise NotImplementedError

    def clean(self) -> None:
        """None is named twice."""
        disebut = {getattr(b, f"{self.kunci}_id") for b in self.milik}
        for form in self.forms:
            satu = form.cleaned_data.get(self.kunci)
            if satu and satu.pk in disebut:
                kata = (
                    f"{satu} sudah tercatat pada naskah ini. Buka barisnya, atau pilih yang lain."
                )
                form.add_error(self.kunci, kata)
            disebut.add(satu and satu.pk)

    def perubahan(self) -> list[dict[str, Any]]:
        """With the key of whom a new row names."""
        semua = super().perubahan()
        for satu in semua:
            if dinamai := satu["data"].get(self.kunci):
                satu["data"][self.kunci] = dinamai.pk
        return semua


class PihakAddendumForm(BarisAddendumMixin, PihakForm):
    """One mitra."""

    diakhiri = "Keluar"


class KeterlibatanAddendumForm(BarisAddendumMixin, KeterlibatanForm):
    """One unit."""

    diakhiri = "Keluar"


class PihakAddendumBaseFormSet(TerkaitAddendumFormSet):
    """The mitra of all rows are found at once."""

    awalan, kunci, kolom = "pihak", "mitra", ("nomor", "penanda_tangan", "jabatan")
    petunjuk = PETUNJUK

    def baris(self, naskah: Naskah) -> list[Any]:
        """Parties that have not left."""
        return list(naskah.pihak.aktif().select_related("mitra"))

    def siapkan(self, bidang: Any) -> None:
        """One finder for every row."""
        bidang.pencari = self.pencari

    @cached_property
    def pencari(self) -> PencariMitra:
        """Of what stands in all rows."""
        kunci = (f"{self.add_prefix(n)}-{self.kunci}" for n in range(self.total_form_count()))
        return PencariMitra([self.data.get(k, "") for k in kunci])

    def semua(self) -> list[Mitra]:
        """The parties and those that the addendum makes parties: whom an item may name."""
        baru = (f.cleaned_data.get(self.kunci) for f in self.forms if f.is_valid())
        return [*(p.mitra for p in self.milik), *(mitra for mitra in baru if mitra)]


class KeterlibatanAddendumBaseFormSet(TerkaitAddendumFormSet):
    """Every unit may be named."""

    awalan, kunci = "pd", "perangkat_daerah"
    kolom = ("peran", "penanda_tangan", "jabatan")

    def baris(self, naskah: Naskah) -> list[Any]:
        """The units of the naskah."""
        return list(naskah.keterlibatan.select_related("perangkat_daerah"))

    def siapkan(self, bidang: Any) -> None:
        """The choices are one query."""
        bidang.choices = self.pilihan

    @cached_property
    def pilihan(self) -> list[tuple[Any, str]]:
        """Every unit, by name."""
        unit = PerangkatDaerah.objects.order_by("nama").values_list("pk", "nama")
        return [("", "Pilih perangkat daerah"), *unit]


def _rapi(nilai: Any) -> Any:
    """As the form gives it back: spaces at the ends of an old text are no change."""
    return rapikan(nilai).strip() if isinstance(nilai, str) else nilai


def _formset(form: type[forms.Form], dasar: type[BarisAddendumFormSet]) -> Any:
    return forms.formset_factory(form, formset=dasar, extra=1, max_num=200)


PihakAddendumFormSet = _formset(PihakAddendumForm, PihakAddendumBaseFormSet)
KeterlibatanAddendumFormSet = _formset(KeterlibatanAddendumForm, KeterlibatanAddendumBaseFormSet)
