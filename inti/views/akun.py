"""Signing in, the list of accounts, and the emblem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.utils.decorators import method_decorator

from inti.models import Pemerintah, Pengguna
from inti.permissions import boleh
from inti.queries.ekspor import AKUN
from inti.roles import Kemampuan
from inti.views.berkas import berkas_response
from inti.views.ekspor import EksporDaftarMixin
from inti.views.guards import GuardMixin

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest

    from inti.putusan import Putusan

AKUN_CONTOH = ("admin", "staf", "tim", "ketua", "walikota", "pd", "pd2", "mitra", "mitra2")


def boleh_mengelola_akun(pengguna: Pengguna) -> Putusan:
    """Only the administrator."""
    return boleh(pengguna, Kemampuan.KELOLA_AKUN)


@method_decorator(login_not_required, name="dispatch")
class MasukView(LoginView):
    """The login page; with demo data it names the demo accounts."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        contoh = Pengguna.objects.filter(username__in=AKUN_CONTOH) if settings.MODE_DEMO else []
        return super().get_context_data(**kwargs) | {"akun_contoh": contoh}


masuk = MasukView.as_view()


class AkunDaftarView(GuardMixin, EksporDaftarMixin):
    """Who has an account, and which seats they hold."""

    guard = staticmethod(boleh_mengelola_akun)
    template_name = "inti/akun/daftar.html"
    ekspor = "akun"
    kolom = AKUN
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Pengguna]:
        return Pengguna.objects.prefetch_related("pemangku__jabatan").order_by("nama")


@login_not_required
def lambang(request: HttpRequest) -> FileResponse:
    """The government's emblem, the only file that anyone may see."""
    berkas = Pemerintah.objects.saat_ini().lambang
    if berkas is None:
        raise Http404
    return berkas_response(berkas, tampilkan=True)
