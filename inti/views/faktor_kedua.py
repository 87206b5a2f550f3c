"""One's own second factor, on and off with a line in the trail, and one's own devices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.usersessions.views import ListUserSessionsView
from django.views.generic.base import ContextMixin

from inti.queries.sesi import perangkat
from inti.services.faktor_kedua import catat

if TYPE_CHECKING:
    from django.http import HttpResponse


class PasangFaktorView(ActivateTOTPView):
    """Scan, then prove it with a code."""

    def form_valid(self, form: Any) -> HttpResponse:
        jawaban = super().form_valid(form)
        catat("faktor_kedua.pasang", oleh=self.request.user)
        return jawaban


class LepasFaktorView(DeactivateTOTPView):
    """Take it off; who must have one puts the next one on at once."""

    def form_valid(self, form: Any) -> HttpResponse:
        jawaban = super().form_valid(form)
        self.request.session.pop("faktor_kedua", None)
        catat("faktor_kedua.lepas", oleh=self.request.user)
        return jawaban


class KodeBaruView(GenerateRecoveryCodesView):
    """New recovery codes; the old ones are worth nothing from now on."""

    def form_valid(self, form: Any) -> HttpResponse:
        jawaban = super().form_valid(form)
        catat("faktor_kedua.kode_baru", oleh=self.request.user)
        return jawaban


class PerangkatView(ListUserSessionsView):
    """Where one is signed in; asked at once, however many devices there are."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        semua = list(perangkat(self.request.user))
        konteks = {"form": self.get_form(), "sessions": semua, "session_count": len(semua)}
        return ContextMixin.get_context_data(self, **(konteks | kwargs))
