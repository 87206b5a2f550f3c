"""The account forms of django-allauth with our labels and no placeholders."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms

LABEL = {
    "login": "Nama pengguna atau surel",
    "password": "Kata sandi",
    "oldpassword": "Kata sandi sekarang",
    "password1": "Kata sandi baru",
    "password2": "Ulangi kata sandi baru",
    "email": "Alamat surel",
}
PETUNJUK = {
    "password1": (
        "Paling sedikit 12 karakter. Hindari nama Anda dan kata sandi yang umum; "
        "rangkaian beberapa kata mudah diingat dan kuat."
    ),
}


class BerlabelMixin(forms.Form):
    """Labels and help in our words; a label says it once, so no placeholder repeats it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, isian in self.fields.items():
            isian.label = LABEL.get(nama, isian.label)
            isian.help_text = PETUNJUK.get(nama, "")
            isian.widget.attrs.pop("placeholder", None)


class MasukForm(BerlabelMixin, allauth_forms.LoginForm):
    """Signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class GantiSandiForm(BerlabelMixin, allauth_forms.ChangePasswordForm):
    """A new password for someone who knows the old one."""


class BuatSandiForm(BerlabelMixin, allauth_forms.SetPasswordForm):
    """A first password."""


class LupaSandiForm(BerlabelMixin, allauth_forms.ResetPasswordForm):
    """Asking for a link by mail."""


class SandiDariTautanForm(BerlabelMixin, allauth_forms.ResetPasswordKeyForm):
    """A new password after following the link."""


class UlangSandiForm(BerlabelMixin, allauth_forms.ReauthenticateForm):
    """The password once more, before something sensitive."""
