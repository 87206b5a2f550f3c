"""The account forms of django-allauth with our labels and no placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account import forms as allauth_forms
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings

from inti.sandi import BSSN
from inti.sandi import PETUNJUK as PETUNJUK_BSSN
from inti.services.faktor_kedua import pakai_kode
from inti.services.permintaan_sandi import minta

if TYPE_CHECKING:
    from django.http import HttpRequest

LABEL = {
    "login": "Nama pengguna atau surel",
    "password": "Kata sandi",
    "oldpassword": "Kata sandi sekarang",
    "password1": "Kata sandi baru",
    "password2": "Ulangi kata sandi baru",
    "email": "Alamat surel",
    "code": "Kode",
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
            if nama == "password1" and settings.SANDI_MODE == BSSN:
                isian.help_text += f" {PETUNJUK_BSSN}"
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
    """Asking for a link by mail; whose the address is, is not looked up here."""

    def clean_email(self) -> str:
        """As it was typed."""
        return str(self.cleaned_data["email"]).lower()

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Note the request; the runner sends the link."""
        alamat: str = self.cleaned_data["email"]
        minta(alamat)
        return alamat


class SandiDariTautanForm(BerlabelMixin, allauth_forms.ResetPasswordKeyForm):
    """A new password after following the link."""


class UlangSandiForm(BerlabelMixin, allauth_forms.ReauthenticateForm):
    """The password once more, before something sensitive."""


class KodeMixin(BerlabelMixin):
    """A code of six digits, or one of the recovery codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autofocus": True}

    def clean_code(self) -> str:
        """A code of the app is good once; at putting it on it only shows that the app works."""
        kode = super().clean_code()  # type: ignore[misc]
        alat = getattr(self, "authenticator", None)
        if alat and alat.type == Authenticator.Type.TOTP and not pakai_kode(self.user, kode):
            raise get_adapter().validation_error("incorrect_code")
        return str(kode)


class KodeForm(KodeMixin, mfa_forms.AuthenticateForm):
    """The second factor at signing in."""


class UlangKodeForm(KodeMixin, mfa_forms.ReauthenticateForm):
    """The second factor once more, before something sensitive."""


class PasangFaktorForm(KodeMixin, ActivateTOTPForm):
    """The first code shows that the app knows the secret."""
