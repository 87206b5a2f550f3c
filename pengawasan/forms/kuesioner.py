"""Drafting and publishing a version of the questionnaire."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from inti.forms import TanggalField, TeksField
from pengawasan.domain.kertas_kerja import (
    BOBOT_TERBESAR,
    PERTANYAAN_TERBANYAK,
    Pertanyaan,
    periksa_kuesioner,
)
from pengawasan.enums import JenisPertanyaan, PengisiKertasKerja, TopikKertasKerja
from pengawasan.forms.baris import BarisFormSet
from pengawasan.models.kertas_kerja import TEKS


class VersiForm(forms.Form):
    """What the new version is called."""

    versi = TeksField(label="Nama versi", max_length=60, help_text="Misalnya “Kuesioner 2027”.")


class PertanyaanForm(forms.Form):
    """One question."""

    teks = TeksField(label="Pertanyaan", max_length=TEKS, baris=2)
    topik = forms.ChoiceField(label="Topik", choices=TopikKertasKerja.choices)
    jenis = forms.ChoiceField(label="Cara menjawab", choices=JenisPertanyaan.choices)
    pengisi = forms.MultipleChoiceField(
        label="Diisi oleh",
        choices=PengisiKertasKerja.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    bobot = forms.IntegerField(
        label="Bobot", min_value=1, max_value=BOBOT_TERBESAR, initial=1, help_text="Untuk skor."
    )
    wajib = forms.BooleanField(label="Wajib dijawab", required=False, initial=True)


class PertanyaanBaseFormSet(BarisFormSet):
    """The questions together, in their order."""

    def clean(self) -> None:
        """What the rules say of the whole."""
        super().clean()
        if not any(self.errors) and not (putusan := periksa_kuesioner(self.daftar())):
            raise forms.ValidationError(putusan.alasan)

    def daftar(self) -> list[Pertanyaan]:
        """As plain values."""
        return [_pertanyaan(isi) for isi in self.baris()]


def _pertanyaan(isi: dict[str, Any]) -> Pertanyaan:
    return Pertanyaan(
        topik=TopikKertasKerja(isi["topik"]),
        teks=isi["teks"],
        jenis=JenisPertanyaan(isi["jenis"]),
        pengisi=tuple(PengisiKertasKerja(p) for p in isi["pengisi"]),
        bobot=isi["bobot"],
        wajib=isi["wajib"],
    )


PertanyaanFormSet = forms.formset_factory(
    PertanyaanForm,
    formset=PertanyaanBaseFormSet,
    extra=0,
    max_num=PERTANYAAN_TERBANYAK,
    can_delete=True,
)


class TerbitForm(forms.Form):
    """The Keputusan behind a version, and from when it is asked."""

    dasar = TeksField(
        label="Dasar",
        max_length=250,
        help_text="Nomor, tanggal, dan judul Keputusan yang menetapkannya.",
    )
    berlaku_mulai = TanggalField(
        label="Berlaku mulai", help_text="Kertas kerja yang sudah dibuka tetap memakai versinya."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berlaku_mulai"].widget.attrs["min"] = timezone.localdate().isoformat()
