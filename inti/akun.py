"""How django-allauth behaves here: nobody signs up, no mail trusts the host of a request.

Secrets of a second factor cannot be read from the database alone.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from inti import perangkat, tertahan
from inti.keamanan import peristiwa

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.http import HttpRequest, HttpResponse


TIDAK_COCOK = "Nama pengguna, surel, atau kata sandi tidak cocok. Periksa, lalu coba lagi."

logger = logging.getLogger(__name__)
BARU_MASUK = timedelta(minutes=15)
NAMA = "Pengawasan Kerja Sama"


class AkunAdapter(DefaultAccountAdapter):
    """Accounts are given by the government; nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | dict.fromkeys(
        ("email_password_mismatch", "username_password_mismatch"), TIDAK_COCOK
    )

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has just signed in need not do so again to put on a first second factor."""
        pengguna = context.request.user
        baru = pengguna.last_login and pengguna.last_login > timezone.now() - BARU_MASUK
        if baru and app == "allauth.mfa" and not is_mfa_enabled(pengguna):
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Per name, and apart for a device on which its owner has signed in before."""
        masuk = credentials.get("email") or credentials.get("username") or ""
        kunci = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{kunci}:{perangkat.nomor(request, masuk)}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Too many failures by this name or address: refused before anything is compared."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            peristiwa("akses.dibatasi", request=request, tingkat=logging.WARNING)
            raise

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Where to go; this device is known from now on; what another typed on it is gone."""
        jawaban: HttpResponse = super().post_login(request, user, **kwargs)
        perangkat.kenali(jawaban, user)
        tertahan.milik(request)
        return jawaban

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Replace the host of the request by SITE_URL in every link."""
        request = context.get("request")
        asal = f"{request.scheme}://{request.get_host()}" if request else None
        for kunci, nilai in context.items():
            if asal and isinstance(nilai, str) and nilai.startswith(asal):
                context[kunci] = settings.SITE_URL + nilai.removeprefix(asal)
        context["site_url"] = settings.SITE_URL
        super().send_mail(template_prefix, email, context)


class FaktorKeduaAdapter(DefaultMFAAdapter):
    """Keeps what a second factor is made of under a key that follows from SECRET_KEY."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "Kode atau kunci itu tidak cocok. Kode berganti setiap setengah menit: "
        "ketik yang sedang tampil, dan cocokkan jam ponsel Anda bila tetap salah.",
    }

    def get_totp_issuer(self) -> str:
        """What the app on the phone shows."""
        return NAMA

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """For whom a passkey is: this host, under the name of the site."""
        return dict(super().get_public_key_credential_rp_entity(), name=NAMA)

    def generate_authenticator_name(self, user: AbstractBaseUser, jenis: Any) -> str:
        """What a passkey is called when its owner gives no name."""
        return f"Kunci {Authenticator.objects.filter(user=user, type=jenis).count() + 1}"

    def is_mfa_enabled(self, user: AbstractBaseUser, types: Any = None) -> bool:
        """Who has one; nobody is asked at signing in for what the provider has asked already."""
        if types and getattr(context.request, "berfaktor_di_penyedia", False):
            return False
        return bool(super().is_mfa_enabled(user, types=types))

    def encrypt(self, text: str) -> str:
        """As it is written to the database."""
        return _sandi().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """As it was given; under another SECRET_KEY a secret that nobody knows, so none fits."""
        try:
            return _sandi().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.exception("faktor kedua tidak terbaca; apakah SECRET_KEY berganti?")
            return base64.b32encode(secrets.token_bytes(20)).decode()


def _sandi() -> Fernet:
    kunci = hashlib.sha256(f"faktor-kedua:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(kunci))
