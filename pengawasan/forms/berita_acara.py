"""Writing a berita acara, on a phone first."""

from __future__ import annotations

from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Div, Layout, Row
from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from inti.forms import BerkasGandaField, SekaliMixin, TanggalInput, TeksField
from inti.forms.bentrok_halaman import HalamanMixin
from inti.forms.berkas import BanyakBerkasInput
from inti.unggahan import JPEG, PNG
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.berita_acara import FOTO_TERBANYAK, periksa_kejadian, periksa_urutan
from pengawasan.enums import JenisBeritaAcara
from pengawasan.models import BeritaAcara, FotoBeritaAcara
from pengawasan.queries.berita_acara import terakhir_sebelum
from pengawasan.services.isi_berita_acara import FotoBaru

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet

    from pengawasan.models import Kegiatan

KETERANGAN_TERPANJANG = FotoBeritaAcara._meta.get_field("keterangan").max_length or 0
TOMBOL_LOKASI = (
    '<button type="button" class="btn btn-outline-primary mb-3" hidden '
    'data-geolocation="id_lintang,id_bujur">Pakai lokasi saya</button>'
)


class BeritaAcaraForm(HalamanMixin, SekaliMixin, forms.ModelForm):
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
        help_text=f"Boleh beberapa sekaligus, paling banyak {FOTO_TERBANYAK} foto.",
    )
    keterangan_foto = TeksField(
        label="Keterangan foto baru",
        max_length=FOTO_TERBANYAK * (KETERANGAN_TERPANJANG + 1),
        required=False,
        strip=False,  # an empty line in front is the first photo's
        baris=3,
        widget=forms.Textarea(attrs={"data-captions-for": "id_foto"}),
        help_text="Satu baris untuk satu foto, menurut urutan berkasnya.",
    )
    # Asked for only where somebody of the unit recorded an event of that kind and day already.
    kejadian_lain = forms.BooleanField(
        label="Ini kejadian lain pada hari yang sama, misalnya lokasi kedua", required=False
    )
    hapus_foto = forms.ModelMultipleChoiceField(
        label="Hapus foto",
        queryset=FotoBeritaAcara.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = BeritaAcara
        fields: tuple[str, ...] = (
            "jenis", "tanggal_kejadian", "waktu_kejadian", "tempat", "lintang", "bujur",
        )  # fmt: skip
        widgets = {
            "tanggal_kejadian": TanggalInput(),
            "waktu_kejadian": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "lintang": forms.NumberInput(attrs={"step": "0.000001", "inputmode": "text"}),
            "bujur": forms.NumberInput(attrs={"step": "0.000001", "inputmode": "text"}),
        }
        labels = {
            "jenis": "Jenis",
            "tanggal_kejadian": "Tanggal kejadian",
            "waktu_kejadian": "Pukul",
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
            bidang = self.fields["perangkat_daerah"]
            bidang.queryset = unit
            bidang.choices = [(satu.pk, satu) for satu in unit]
            bidang.initial = next(iter(unit), None)
        if "jenis" in self.fields:  # in the field it is settled
            self.fields["jenis"].choices = [("", "Pilih jenis"), *JenisBeritaAcara.choices]
        self.foto_ada = self._foto_ada()
        if not self.foto_ada:
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
        # A claim that was received in its order stays good; another date is a new claim.
        if putusan and (diterima is None or kejadian != self.instance.tanggal_kejadian):
            putusan = periksa_urutan(kejadian, terakhir=terakhir_sebelum(self.kegiatan))
        if not putusan:
            raise forms.ValidationError(putusan.alasan)
        return kejadian

    def clean_keterangan_foto(self) -> list[str]:
        """One caption per line."""
        baris = [b.strip() for b in self.cleaned_data["keterangan_foto"].rstrip().splitlines()]
        if terlalu := [n for n, b in enumerate(baris, 1) if len(b) > KETERANGAN_TERPANJANG]:
            raise forms.ValidationError(
                f"Keterangan foto {terlalu[0]} lebih dari {KETERANGAN_TERPANJANG} karakter."
            )
        return baris

    def clean(self) -> dict[str, Any]:
        """A caption belongs to a photo that was chosen with it."""
        isi = super().clean() or self.cleaned_data
        foto, keterangan = isi.get("foto"), isi.get("keterangan_foto")
        if foto is not None and keterangan and len(keterangan) > len(foto):
            self.add_error(
                "keterangan_foto",
                f"Ada {len(keterangan)} baris keterangan untuk {len(foto)} foto baru. Pilih lagi "
                "fotonya, atau hapus keterangan yang lebih.",
            )
        return isi

    def foto_baru(self) -> list[FotoBaru]:
        """Each new photo with its caption."""
        foto = self.cleaned_data["foto"]
        pasangan = zip_longest(foto, self.cleaned_data["keterangan_foto"], fillvalue="")
        return [FotoBaru(berkas, keterangan) for berkas, keterangan in pasangan]

    def keterangan_ada(self) -> dict[int, str]:
        """The caption of each photo that was there before, by its key."""
        return {f.pk: self.cleaned_data[f"keterangan_{f.pk}"] for f in self.foto_ada}

    def data_berita_acara(self) -> dict[str, Any]:
        """The columns that a person may give."""
        return {n: self.cleaned_data[n] for n in self.Meta.fields}

    def _foto_ada(self) -> list[FotoBeritaAcara]:
        """The photos that are there, each with a field for its caption."""
        if not self.instance.pk:
            return []
        ada = self.instance.foto.select_related("berkas")
        self.fields["hapus_foto"].queryset = ada
        self.fields["hapus_foto"].choices = [(foto.pk, foto) for foto in ada]
        for nomor, foto in enumerate(ada, start=1):
            self.fields[f"keterangan_{foto.pk}"] = TeksField(
                label=f"Keterangan foto {nomor}",
                max_length=KETERANGAN_TERPANJANG,
                required=False,
                initial=foto.keterangan,
            )
        return list(ada)

    def _rentang(self) -> dict[str, str]:
        ttd = self.kegiatan.naskah.tanggal_ttd
        return {
            "max": timezone.localdate().isoformat(),
            **({"min": ttd.isoformat()} if ttd else {}),
        }

    def _tata_letak(self) -> Layout:
        ada = [n for n in ("perangkat_daerah",) if n in self.fields]
        foto = [_foto(self.instance, f) for f in self.foto_ada]
        foto += [n for n in ("hapus_foto",) if n in self.fields]
        return Layout(
            "kunci",
            "versi",
            "asal",
            *ada,
            Row(
                Column("jenis", css_class="col-md-5"),
                Column("tanggal_kejadian", css_class="col-md-4"),
                Column("waktu_kejadian", css_class="col-md-3"),
            ),
            "tempat",
            Row(Column("lintang", css_class="col-6"), Column("bujur", css_class="col-6")),
            HTML(TOMBOL_LOKASI),
            Div("foto", "keterangan_foto", *foto),
        )


def _foto(berita_acara: BeritaAcara, foto: FotoBeritaAcara) -> Div:
    """A photo that is there, with its caption beside it."""
    alamat = reverse("pengawasan:berita-acara-foto", args=[berita_acara.pk, foto.pk])
    gambar = format_html('<img src="{}" alt="" loading="lazy">', alamat)
    return Div(HTML(gambar), f"keterangan_{foto.pk}", css_class="photo-caption")


class SimpanForm(forms.Form):
    """Which of the two buttons was pressed."""

    simpan = forms.ChoiceField(
        choices=[("draf", "Simpan draf"), ("ajukan", "Simpan dan ajukan")], required=False
    )

    def ajukan(self) -> bool:
        """Whether to submit at once."""
        return self.is_valid() and self.cleaned_data["simpan"] == "ajukan"
