"""How django-allauth behaves here: no sign-up, mails that never trust the request's host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


TIDAK_COCOK = "Nama pengguna, surel, atau kata sandi tidak cocok. Periksa, lalu coba lagi."


class AkunAdapter(DefaultAccountAdapter):
    """Accounts are given by the government; nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | dict.fromkeys(
        ("email_password_mismatch", "username_password_mismatch"), TIDAK_COCOK
    )

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Replace the host of the request by SITE_URL in every link."""
        request = context.get("request")
        asal = f"{request.scheme}://{request.get_host()}" if request else None
        for kunci, nilai in context.items():
            if asal and isinstance(nilai, str) and nilai.startswith(asal):
                context[kunci] = settings.SITE_URL + nilai.removeprefix(asal)
        context["site_url"] = settings.SITE_URL
        super().send_mail(template_prefix, email, context)
