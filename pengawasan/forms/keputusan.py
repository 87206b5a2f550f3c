"""The decisions of a meeting, one per row of the page of its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from inti.forms import TanggalField, TeksField
from kerjasama.models import Mitra, PerangkatDaerah
from pengawasan.forms.baris import BarisFormSet
from pengawasan.models import Kegiatan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pengawasan.models import KeputusanRapat

KEPUTUSAN, KEPUTUSAN_TERBANYAK = "Keputusan rapat", 50


class NaskahKegiatanField(forms.ModelChoiceField):
    """A kegiatan of the meeting, by its naskah."""

    def label_from_instance(self, obj: Kegiatan) -> str:
        return f"{obj}: {obj.naskah.judul}"[:120]


class KeputusanForm(forms.Form):
    """One decision; who carries it out is chosen, or written when it is neither unit nor mitra."""

    uraian = TeksField(label="Keputusan", max_length=5_000, baris=2)
    pihak = forms.ChoiceField(label="Penanggung jawab", required=False)
    penanggung_jawab = TeksField(
        label="Penanggung jawab lain",
        max_length=200,
        required=False,
        help_text="Hanya bila tidak ada pada pilihan.",
    )
    tenggat = TanggalField(label="Tenggat", required=False)
    kegiatan = NaskahKegiatanField(
        label="Menyangkut",
        queryset=Kegiatan.objects.none(),
        required=False,
        empty_label="Semua naskah rapat ini",
    )

    def __init__(
        self, *args: Any, pihak: list[Any], kegiatan: Sequence[Kegiatan], **kwargs: Any
    ) -> None:
        """`pihak` are choices; `kegiatan` is asked for when the meeting has several."""
        super().__init__(*args, **kwargs)
        self.fields["pihak"].choices = pihak
        if len(kegiatan) > 1:
            semua = Kegiatan.objects.filter(pk__in=[k.pk for k in kegiatan])
            self.fields["kegiatan"].queryset = semua.select_related("naskah")
        else:
            del self.fields["kegiatan"]

    def clean(self) -> dict[str, Any]:
        """One of the two says who; the choice becomes the column it stands for."""
        data = super().clean() or {}
        pihak, lain = data.pop("pihak", ""), data.get("penanggung_jawab", "")
        if not self.errors and bool(pihak) == bool(lain):
            self.add_error("pihak", "Pilih satu penanggung jawab, atau tulis namanya.")
        jenis, _, pk = pihak.partition("-")
        kunci = int(pk) if pk else None
        return (
            {"kegiatan": None}
            | data
            | {
                "perangkat_daerah_id": kunci if jenis == "pd" else None,
                "mitra_id": kunci if jenis == "mitra" else None,
            }
        )


KeputusanFormSet = forms.formset_factory(
    KeputusanForm,
    formset=BarisFormSet,
    extra=1,
    max_num=KEPUTUSAN_TERBANYAK,
    absolute_max=KEPUTUSAN_TERBANYAK + 5,
    validate_max=True,
    can_delete=True,
)


def keputusan_formset(
    data: Any, *, kegiatan: Sequence[Kegiatan], ada: Iterable[KeputusanRapat]
) -> Any:
    """The rows of a meeting for these kegiatan, as stored or as sent."""
    awal = [_awal(satu) for satu in ada]
    pilihan = {"pihak": _pihak(kegiatan), "kegiatan": kegiatan}
    return KeputusanFormSet(
        data, prefix="keputusan", initial=None if data else awal, form_kwargs=pilihan
    )


def _awal(satu: KeputusanRapat) -> dict[str, Any]:
    pihak = ""
    if satu.perangkat_daerah_id:
        pihak = f"pd-{satu.perangkat_daerah_id}"
    elif satu.mitra_id:
        pihak = f"mitra-{satu.mitra_id}"
    kolom = ("uraian", "penanggung_jawab", "tenggat", "kegiatan")
    return {n: getattr(satu, n) for n in kolom} | {"pihak": pihak}


def _pihak(kegiatan: Sequence[Kegiatan]) -> list[Any]:
    naskah = [k.naskah_id for k in kegiatan]
    unit = PerangkatDaerah.objects.filter(keterlibatan__naskah__in=naskah).distinct()
    mitra = Mitra.objects.filter(pihak__naskah__in=naskah).distinct()
    return [
        ("", "Pilih, atau tulis di sebelahnya"),
        ("Perangkat Daerah", [(f"pd-{u.pk}", str(u)) for u in unit.order_by("nama")]),
        ("Mitra", [(f"mitra-{m.pk}", str(m)) for m in mitra.order_by("nama")]),
    ]


def berjudul(formset: Any) -> dict[str, Any]:
    """The rows as the page of a form shows rows."""
    return {
        "nama": "keputusan",
        "formset": formset,
        "judul": KEPUTUSAN,
        "tombol": "Tambah keputusan",
        "bantuan": "Satu keputusan per baris. Baris ini dicetak pada notulensi dan diusulkan "
        "sebagai kesepakatan pada berita acara.",
        "alasan": "",
        "kosong": formset.empty_form,
    }
