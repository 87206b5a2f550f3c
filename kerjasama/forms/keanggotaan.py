"""Portal access: whom to let in, and when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from inti.forms import SekaliMixin, TanggalField
from inti.models import Pengguna

if TYPE_CHECKING:
    from inti.enums import Peran


class BukaAksesForm(SekaliMixin, forms.Form):
    """A person with an account of the right role, and the first day."""

    pengguna = forms.ModelChoiceField(
        label="Pengguna",
        queryset=Pengguna.objects.none(),
        empty_label="Pilih pengguna",
        help_text="Yang belum ada di sini perlu dibuatkan akunnya oleh administrator.",
    )
    mulai = TanggalField(label="Mulai")

    def __init__(self, *args: Any, peran: Peran, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hari_ini = timezone.localdate()
        pilihan: Any = self.fields["pengguna"]
        pilihan.queryset = Pengguna.objects.berperan(peran, pada=hari_ini).order_by("nama")
        pilihan.label_from_instance = lambda orang: f"{orang} ({orang.username})"
        self.fields["mulai"].initial = hari_ini


class TutupAksesForm(forms.Form):
    """The last day; empty means now."""

    sampai = TanggalField(
        label="Hari terakhir akses",
        required=False,
        help_text="Kosongkan untuk menutup sekarang juga.",
    )
