"""Portal access: whom to let in, and when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from inti.forms import SekaliMixin, TanggalField, TeksField
from inti.models import Pengguna

if TYPE_CHECKING:
    from inti.enums import Peran


class BukaAksesForm(SekaliMixin, forms.Form):
    """A person with an account of the right role, and the first day."""

    pengguna = forms.ModelChoiceField(
        label="Pengguna",
        queryset=Pengguna.objects.none(),
        empty_label="Pilih pengguna",
        help_text="Yang belum mempunyai akun diundang melalui “Undang orang baru”.",
    )
    mulai = TanggalField(label="Mulai")

    def __init__(self, *args: Any, peran: Peran, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hari_ini = timezone.localdate()
        pilihan: Any = self.fields["pengguna"]
        pilihan.queryset = Pengguna.objects.berperan(peran, pada=hari_ini).order_by("nama")
        pilihan.label_from_instance = lambda orang: f"{orang} ({orang.username})"
        self.fields["mulai"].initial = hari_ini


class UndangForm(SekaliMixin, forms.Form):
    """Somebody without an account: the address is also the name to sign in with."""

    nama = TeksField(label="Nama lengkap", max_length=150)
    email = forms.EmailField(
        label="Alamat surel", help_text="Tautan untuk membuat kata sandi dikirim ke alamat ini."
    )
    telepon = TeksField(label="Telepon", max_length=30, required=False)

    def data_pengguna(self) -> dict[str, Any]:
        """The columns of the account."""
        isi = self.cleaned_data
        return {n: isi[n] for n in ("nama", "email", "telepon")} | {"username": isi["email"]}


class TugasForm(forms.Form):
    """Whether the person answers for the mitra from now on."""

    penanggung_jawab = forms.BooleanField(required=False, widget=forms.HiddenInput)


class TutupAksesForm(forms.Form):
    """The last day; empty means now."""

    sampai = TanggalField(
        label="Hari terakhir akses",
        required=False,
        help_text="Kosongkan untuk menutup sekarang juga.",
    )
