"""Passkeys: put on, named, taken off; signing in with one, and being asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    EditWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator

from inti.services.faktor_kedua import catat

if TYPE_CHECKING:
    from django.http import HttpResponse

KEAMANAN = reverse_lazy("mfa_index")


class PasangKunciView(AddWebAuthnView):
    """A key on this device, on the phone, or on a token."""

    def form_valid(self, form: Any) -> HttpResponse:
        jawaban = super().form_valid(form)
        catat("kunci_sandi.pasang", oleh=self.request.user, nama=form.cleaned_data["name"])
        return jawaban


class UbahKunciView(EditWebAuthnView):
    """Another name."""

    success_url = KEAMANAN

    def form_valid(self, form: Any) -> HttpResponse:
        jawaban = super().form_valid(form)
        nama = form.cleaned_data["name"]
        catat("kunci_sandi.ganti_nama", oleh=self.request.user, nama=nama)
        return jawaban


class LepasKunciView(RemoveWebAuthnView):
    """Take it off; who must have a second factor and has no other puts one on at once."""

    success_url = KEAMANAN

    def form_valid(self, form: Any) -> HttpResponse:
        nama = self.object.wrap().name
        jawaban = super().form_valid(form)
        self.request.session.pop("faktor_kedua", None)
        catat("kunci_sandi.lepas", oleh=self.request.user, nama=nama)
        return jawaban


class UlangKunciView(ReauthenticateWebAuthnView):
    """The key once more, before something sensitive; what was sent waits while one tries again."""

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))


@method_decorator(login_not_required, name="dispatch")
class MasukKunciView(LoginWebAuthnView):
    """Signing in with the key alone: it asks for the finger, the face or the PIN itself."""

    def form_invalid(self, form: Any) -> HttpResponse:
        jawaban = super().form_invalid(form)
        list(messages.get_messages(self.request))  # one sentence of ours instead
        messages.error(
            self.request,
            "Kunci sandi itu tidak dikenal di sini. Masuk dengan kata sandi, atau coba lagi.",
        )
        return jawaban
