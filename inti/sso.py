"""Single sign-on by OpenID Connect: a provider says who it is, and an account that exists opens.

Nobody signs up this way, and no link between the two is kept: each time the address that the
provider has verified is looked up among the open accounts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect

from inti.keamanan import peristiwa
from inti.models import Pengguna

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest

# The one provider of an installation, as its address at our side says it.
PENYEDIA = "daerah"
TIDAK_DIKENAL = (
    "Alamat surel pada akun itu tidak dikenal di sini atau belum terverifikasi. Mintalah "
    "administrator membuatkan akun, atau masuk dengan kata sandi."
)
GAGAL = "Masuk melalui penyedia itu tidak selesai. Coba lagi, atau masuk dengan kata sandi."


class SSOAdapter(DefaultSocialAccountAdapter):
    """Matches by verified address alone."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never."""
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:
        """Not django-allauth's way: it would take the password off the account that it finds."""
        return

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account, or lead back with the reason."""
        alamat = [satu.email for satu in sociallogin.email_addresses if satu.verified is True]
        cocok = Pengguna.objects.filter(is_active=True, email__iexact=alamat[0] if alamat else "-")
        if len(cocok) != 1:
            peristiwa("masuk.gagal", request=request, cara="sso")
            raise kembali(request, TIDAK_DIKENAL)
        sociallogin.user = cocok[0]
        if settings.OIDC_FAKTOR_KEDUA:
            # The provider asked for it: neither asked again nor to be put on here.
            request.berfaktor_di_penyedia = True  # type: ignore[attr-defined]
            request.session["faktor_kedua"] = True

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """One sentence, whatever went wrong over there."""
        peristiwa("masuk.gagal", request=request, cara="sso")
        raise kembali(request, GAGAL)


def kembali(request: HttpRequest, kalimat: str) -> ImmediateHttpResponse:
    """Back to the sign-in page, with a sentence."""
    messages.error(request, kalimat)
    return ImmediateHttpResponse(redirect("account_login"))
