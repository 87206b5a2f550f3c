"""Recording an addendum: what it is, and which columns of the naskah it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from inti.forms import BerkasField, BulatField, SekaliMixin, TanggalField, TeksField
from inti.teks import rapikan
from inti.unggahan import DOCX, JPEG, PDF, PNG
from kerjasama.domain.addendum import AKHIR, INTERVAL, KOLOM, URUSAN, periksa_akhir, periksa_tanggal
from kerjasama.models import Naskah, Urusan
from kerjasama.queries.addendum import judul_kolom, kata

if TYPE_CHECKING:
    from kerjasama.models import Addendum

PILIH = "ubah_"
TANDAI = "Tandai isian ini bila memang diubah oleh addendum, atau kembalikan isinya."
SAMA = "Isinya masih sama dengan yang berlaku sekarang. Ubah isinya, atau hapus tandanya."


def _berkas_field(*, required: bool) -> BerkasField:
    return BerkasField(
        label="Naskah addendum",
        tipe=(PDF, JPEG, PNG, DOCX),
        required=required,
    )


class BerkasAddendumForm(forms.Form):
    """The signed file of an addendum that was recorded without it."""

    berkas = _berkas_field(required=True)


class AddendumForm(SekaliMixin, forms.Form):
    """What changes is ticked; beside it stands what is so today.

    It is sent twice: to see what will be recorded, and then with the file and the fingerprint of
    what was seen.
    """

    sidik = forms.CharField(required=False)

    nomor = TeksField(label="Nomor addendum", max_length=120, required=False)
    tanggal_ttd = TanggalField(label="Tanggal penandatanganan")
    tentang = TeksField(label="Tentang", max_length=1_000, baris=2)
    berkas = _berkas_field(required=False)
    perubahan_lain = TeksField(
        label="Perubahan lain",
        max_length=2_000,
        required=False,
        baris=3,
        help_text="Yang tidak ada isiannya di bawah, misalnya rekening atau alamat surat-menyurat.",
    )

    def __init__(
        self, *args: Any, naskah: Naskah, terakhir: Addendum | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.naskah, self.terakhir = naskah, terakhir
        for kolom in KOLOM:
            pilih = forms.BooleanField(label=judul_kolom(kolom), required=False)
            self.fields[PILIH + kolom] = pilih
            kini = getattr(naskah, kolom)
            self.fields[kolom] = _isian(kolom, label=f"{pilih.label} yang baru", initial=kini)

    def baris(self) -> list[dict[str, Any]]:
        """For the page: the tick, today's value in words, and the new value."""
        return [
            {"pilih": self[PILIH + k], "kini": kata(k, getattr(self.naskah, k)), "baru": self[k]}
            for k in KOLOM
        ]

    def pokok(self) -> list[forms.BoundField]:
        """For the page: what describes the addendum itself."""
        return [self[n] for n in ("nomor", "tanggal_ttd", "tentang", "perubahan_lain")]

    def clean_tanggal_ttd(self) -> Any:
        """A day on which this naskah could have an addendum signed."""
        tanggal = self.cleaned_data["tanggal_ttd"]
        putusan = periksa_tanggal(
            tanggal,
            ttd=self.naskah.tanggal_ttd,
            sebelumnya=self.terakhir.tanggal_ttd if self.terakhir else None,
            hari_terakhir=self.naskah.hari_terakhir,
            per=timezone.localdate(),
        )
        if not putusan:
            raise forms.ValidationError(putusan.alasan)
        return tanggal

    def clean(self) -> dict[str, Any]:
        """A value that was typed but not ticked is not lost in silence."""
        data = super().clean() or {}
        ditandai = {k for k in KOLOM if data[PILIH + k]}
        for kolom in [k for k in KOLOM if k in data]:
            sama = data[kolom] == _rapi(getattr(self.naskah, kolom))
            if sama == (kolom in ditandai):
                self.add_error(PILIH + kolom, SAMA if sama else TANDAI)
        if "judul" in ditandai and data.get("judul") == "":
            self.add_error("judul", "Judul tidak boleh kosong.")
        tanggal = data.get("tanggal_ttd")
        if tanggal and AKHIR in ditandai:
            putusan = periksa_akhir(data.get(AKHIR), tanggal=tanggal)
            if not putusan:
                self.add_error(AKHIR, putusan.alasan)
        return data

    def data_addendum(self) -> dict[str, Any]:
        """What describes the addendum."""
        nama = ("nomor", "tanggal_ttd", "tentang", "perubahan_lain")
        return {n: self.cleaned_data[n] for n in nama}

    def perubahan(self) -> dict[str, Any]:
        """The new value of every column that was ticked."""
        return {k: self.cleaned_data[k] for k in KOLOM if self.cleaned_data[PILIH + k]}


def _isian(kolom: str, **kwargs: Any) -> forms.Field:
    """A field for the new value; empty is a value like any other."""
    if kolom == AKHIR:
        return TanggalField(required=False, **kwargs)
    if kolom == URUSAN:
        urusan = [("", "Belum ditentukan"), *Urusan.objects.values_list("pk", "nama")]
        return forms.TypedChoiceField(
            required=False, choices=urusan, coerce=int, empty_value=None, **kwargs
        )
    if kolom in INTERVAL:
        return BulatField(required=False, min_value=1, max_value=60, **kwargs)
    asal = Naskah._meta.get_field(kolom)
    baris = 3 if asal.get_internal_type() == "TextField" else 0
    return TeksField(required=False, max_length=asal.max_length, baris=baris, **kwargs)


def _rapi(nilai: Any) -> Any:
    """As the form gives it back: a browser changes newlines, and spaces at the ends are lost."""
    return rapikan(nilai).strip() if isinstance(nilai, str) else nilai
