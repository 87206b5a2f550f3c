"""Who is signed in, and as what, by one question on each request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.auth_backends import AuthenticationBackend

from inti.models import Pengguna

if TYPE_CHECKING:
    from typing import Any


class MasukBackend(AuthenticationBackend):
    """As allauth signs in; the account is read together with its seats."""

    def get_user(self, user_id: Any) -> Pengguna | None:
        """The account of a session, unless it was closed meanwhile."""
        pengguna = Pengguna.objects.bersama_kursi(user_id)
        return pengguna if pengguna and self.user_can_authenticate(pengguna) else None
