"""A person's account."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.forms.bentrok import BentrokModelMixin
from inti.forms.catatan import AlasanForm
from inti.forms.sekali import SekaliMixin
from inti.forms.teks import TeksField
from inti.models import Jabatan, Pengguna

PETUNJUK_SUREL = (
    "Undangan dan pengingat dikirim ke alamat ini. Alamat yang diganti baru berlaku setelah "
    "dibuktikan pemiliknya melalui tautan yang dikirim ke alamat baru itu."
)


class PenggunaForm(BentrokModelMixin, forms.ModelForm):
    """Who the person is, and under which name they sign in."""

    nama = TeksField(label="Nama lengkap", max_length=150)
    email = forms.EmailField(label="Alamat surel", help_text=PETUNJUK_SUREL)
    nip = TeksField(label="NIP", max_length=30, required=False)
    telepon = TeksField(label="Telepon", max_length=30, required=False)

    class Meta:
        model = Pengguna
        fields = ("nama", "email", "username", "nip", "telepon")
        labels = {"username": "Nama pengguna"}
        help_texts = {"username": "Kosongkan untuk memakai alamat surelnya."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].required = False

    def clean(self) -> dict[str, Any]:
        """Without a name the address is the name."""
        isi = super().clean() or self.cleaned_data
        if not isi.get("username") and "username" not in self.errors:
            isi["username"] = isi.get("email", "")
        return isi


class PenahananForm(AlasanForm):
    """Holding a person's data or releasing it: what the page offered, whoever came first since."""

    lepas = forms.BooleanField(required=False, widget=forms.HiddenInput)


class AkunBaruForm(SekaliMixin, PenggunaForm):
    """The same, with the seat that it begins with."""

    jabatan = forms.ModelChoiceField(
        label="Sebagai",
        queryset=Jabatan.objects.filter(tunggal=False),
        required=False,
        empty_label="Ditentukan kemudian",
        help_text=(
            "Jabatan tunggal seperti Ketua TKKSD diberikan kemudian pada halaman Tim Pengawasan; "
            "mitra dan perangkat daerahnya dipilih pada halaman mitra atau perangkat daerah itu."
        ),
    )


class BeriJabatanForm(forms.Form):
    """A seat for an account that is there already."""

    jabatan = forms.ModelChoiceField(
        label="Jabatan",
        queryset=Jabatan.objects.filter(tunggal=False),
        empty_label="Pilih jabatan",
        help_text=(
            "Berlaku mulai hari ini. Jabatan tunggal seperti Ketua TKKSD diberikan pada halaman "
            "Tim Pengawasan, dengan surat penunjukannya."
        ),
    )
