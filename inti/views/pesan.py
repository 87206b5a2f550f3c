"""A person's notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from inti.models import Notifikasi
from inti.queries.ekspor import PESAN
from inti.services import notifikasi as services
from inti.views.ekspor import EksporDaftarMixin

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class PesanDaftarView(EksporDaftarMixin):
    """Newest first, unread marked."""

    template_name = "inti/pesan/daftar.html"
    ekspor = "pesan"
    kolom = PESAN
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Notifikasi]:
        return Notifikasi.objects.untuk(self.request.user)


@require_POST
def buka_pesan(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark as read and go where the notice points."""
    try:
        notifikasi = services.tandai_dibaca(pk, oleh=request.user)
    except Notifikasi.DoesNotExist as error:
        raise Http404 from error
    return redirect(notifikasi.tautan or "pesan-daftar")


@require_POST
def baca_semua_pesan(request: HttpRequest) -> HttpResponse:
    """Mark everything read."""
    jumlah = services.tandai_semua_dibaca(oleh=request.user)
    messages.success(request, f"{jumlah} pesan ditandai sudah dibaca.")
    return redirect("pesan-daftar")
