"""Signing in, and the emblem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.views import LoginView, PasswordChangeView, PasswordResetFromKeyView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.utils.decorators import method_decorator

from inti import tertahan
from inti.models import Pemerintah, Pengguna
from inti.services.akun import pakai_tautan_sandi
from inti.views.berkas import pratinjau_response

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse

AKUN_CONTOH = ("admin", "staf", "tim", "ketua", "walikota", "pd", "pd2", "mitra", "mitra2")


@method_decorator(login_not_required, name="dispatch")
class MasukView(LoginView):
    """The login page; with demo data it names the demo accounts."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        contoh = Pengguna.objects.filter(username__in=AKUN_CONTOH) if settings.MODE_DEMO else []
        return super().get_context_data(**kwargs) | {
            "akun_contoh": contoh,
            "sso": settings.OIDC_NAMA if settings.OIDC_ALAMAT else "",
        }


@method_decorator(login_not_required, name="dispatch")
class SandiDariTautanView(PasswordResetFromKeyView):
    """A new password from a link; of two who open the same link at once, one."""

    def form_valid(self, form: Any) -> HttpResponse:
        if not pakai_tautan_sandi(self.reset_user):
            form.add_error(None, "Tautan ini baru saja dipakai. Minta tautan baru.")
            return self.form_invalid(form)
        jawaban: HttpResponse = super().form_valid(form)
        return jawaban


class GantiSandiView(PasswordChangeView):
    """A new password; then home by signing in with it, or to the form that waits."""

    isian: tertahan.Isian | None = None

    def form_valid(self, form: Any) -> HttpResponse:
        """What waits is taken along: the session ends with the old password."""
        self.isian = tertahan.milik(self.request)
        jawaban: HttpResponse = super().form_valid(form)
        if self.isian:
            tertahan.bawa(self.request, self.isian)
        return jawaban

    def get_default_success_url(self) -> str:
        return self.isian.halaman if self.isian else "/"


masuk = MasukView.as_view()
ganti_sandi = GantiSandiView.as_view()


@login_not_required
def lambang(request: HttpRequest) -> FileResponse:
    """The government's emblem, the only file that anyone may see."""
    berkas = Pemerintah.objects.saat_ini().lambang
    if berkas is None:
        raise Http404
    return pratinjau_response(berkas)
