"""Who a program acts for: the owner of the token that it brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed

from inti.services import token_api as services
from inti.services.faktor_kedua import belum_dipasang

if TYPE_CHECKING:
    from rest_framework.request import Request

    from inti.models import Pengguna, TokenApi

KATA = b"bearer"


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer …`. Unknown, expired and revoked tokens are answered alike."""

    def authenticate(self, request: Request) -> tuple[Pengguna, TokenApi] | None:
        """The person and the token; None where none was brought."""
        kata, _, token = get_authorization_header(request).partition(b" ")
        if kata.lower() != KATA:
            return None
        satu = services.buka(token.strip().decode("ascii", "replace"))
        if satu is None:
            raise AuthenticationFailed
        if settings.FAKTOR_KEDUA and belum_dipasang(satu.pengguna):
            raise PermissionDenied(
                "Hanya akun dengan faktor kedua terpasang yang dapat dipakai untuk peran ini."
            )
        return satu.pengguna, satu

    def authenticate_header(self, request: Request) -> str:
        """What a 401 asks for."""
        return "Bearer"


class SkemaToken(OpenApiAuthenticationExtension):
    """How the schema calls it."""

    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        """A bearer token."""
        return {"type": "http", "scheme": "bearer"}
