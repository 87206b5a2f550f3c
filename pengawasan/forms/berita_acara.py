"""Writing a berita acara, on a phone first."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Div, Layout, Row
from django import forms
from django.utils import timezone

from inti.forms import BerkasGandaField, SekaliMixin, TanggalInput, TeksField
from inti.forms.berkas import BanyakBerkasInput
from inti.unggahan import JPEG, PNG
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.berita_acara import FOTO_TERBANYAK, periksa_kejadian
from pengawasan.models import BeritaAcara, FotoBeritaAcara

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet

    from pengawasan.models import Kegiatan

TOMBOL_LOKASI = (
    '<button type="button" class="btn btn-outline-primary mb-3" hidden '
    'data-geolocation="id_lintang,id_bujur">Pakai lokasi saya</button>'
)


class BeritaAcaraForm(SekaliMixin, forms.ModelForm):
    """What was done and found; the date is claimed here and only here."""

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    tempat = TeksField(label="Tempat", max_length=250)
    perangkat_daerah = forms.ModelChoiceField(
        label="Atas nama perangkat daerah",
        queryset=PerangkatDaerah.objects.none(),
        empty_label=None,
    )
    foto = BerkasGandaField(
        label="Tambah foto",
        tipe=(JPEG, PNG),
        required=False,
        widget=BanyakBerkasInput(attrs={"accept": "image/jpeg,image/png"}),
        help_text=f"JPEG atau PNG; boleh beberapa sekaligus, paling banyak {FOTO_TERBANYAK} foto.",
    )
    hapus_foto = forms.ModelMultipleChoiceField(
        label="Hapus foto",
        queryset=FotoBeritaAcara.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = BeritaAcara
        fields = (
            "jenis", "tanggal_kejadian", "tempat", "lintang", "bujur",
        )  # fmt: skip
        widgets = {
            "tanggal_kejadian": TanggalInput(),
            "lintang": forms.NumberInput(attrs={"step": "0.000001", "inputmode": "text"}),
            "bujur": forms.NumberInput(attrs={"step": "0.000001", "inputmode": "text"}),
        }
        labels = {
            "jenis": "Jenis",
            "tanggal_kejadian": "Tanggal kejadian",
            "lintang": "Lintang",
            "bujur": "Bujur",
        }
        help_texts = {
            "tanggal_kejadian": "Tanggal rapat atau tinjau lokasi yang sebenarnya.",
            "lintang": "Misalnya -6.238270.",
            "bujur": "Misalnya 106.975571.",
        }

    def __init__(
        self,
        *args: Any,
        kegiatan: Kegiatan,
        unit: QuerySet[PerangkatDaerah] | None,
        alasan: Mapping[str, str] = MappingProxyType({}),
        **kwargs: Any,
    ) -> None:
        """`unit` are those for which the person may write; None when it is settled already."""
        super().__init__(*args, **kwargs)
        self.kegiatan = kegiatan
        if unit is None:
            del self.fields["perangkat_daerah"]
        else:
            self.fields["perangkat_daerah"].queryset = unit
            self.fields["perangkat_daerah"].initial = unit.first()
        if self.instance.pk:
            self.fields["hapus_foto"].queryset = self.instance.foto.select_related("berkas")
        if not self.instance.pk or not self.instance.foto.all():
            del self.fields["hapus_foto"]
        self.fields["versi"].initial = self.instance.versi
        self.fields["tanggal_kejadian"].widget.attrs |= self._rentang()
        for nama in alasan.keys() & self.fields.keys():
            self.fields[nama].help_text = f"Dikembalikan karena: {alasan[nama]}"
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = self._tata_letak()

    def clean_tanggal_kejadian(self) -> date:
        """Within its bounds (rules, part 5)."""
        kejadian: date = self.cleaned_data["tanggal_kejadian"]
        diterima = self.instance.diterima_pada
        putusan = periksa_kejadian(
            kejadian,
            tanggal_ttd=self.kegiatan.naskah.tanggal_ttd,
            hari_ini=timezone.localdate(),
            diterima=timezone.localdate(diterima) if diterima else None,
        )
        if not putusan:
            raise forms.ValidationError(putusan.alasan)
        return kejadian

    def data_berita_acara(self) -> dict[str, Any]:
        """The columns that a person may give."""
        return {n: self.cleaned_data[n] for n in self.Meta.fields}

    def _rentang(self) -> dict[str, str]:
        ttd = self.kegiatan.naskah.tanggal_ttd
        return {
            "max": timezone.localdate().isoformat(),
            **({"min": ttd.isoformat()} if ttd else {}),
        }

    def _tata_letak(self) -> Layout:
        ada = [n for n in ("perangkat_daerah",) if n in self.fields]
        foto = [n for n in ("hapus_foto",) if n in self.fields]
        return Layout(
            "kunci",
            "versi",
            *ada,
            Row(
                Column("jenis", css_class="col-md-6"),
                Column("tanggal_kejadian", css_class="col-md-6"),
            ),
            "tempat",
            Row(Column("lintang", css_class="col-6"), Column("bujur", css_class="col-6")),
            HTML(TOMBOL_LOKASI),
            Div("foto", *foto),
        )


class SimpanForm(forms.Form):
    """Which of the two buttons was pressed."""

    simpan = forms.ChoiceField(
        choices=[("draf", "Simpan draf"), ("ajukan", "Simpan dan ajukan")], required=False
    )

    def ajukan(self) -> bool:
        """Whether to submit at once."""
        return self.is_valid() and self.cleaned_data["simpan"] == "ajukan"
