"""Personal data: what is held and why, and one's own to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from inti.data_pribadi import register, tugas_untuk
from inti.laju import batasi_ekspor
from inti.services import data_saya as services
from inti.views.guards import pastikan_orangnya

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_GET
def lihat_data(request: HttpRequest) -> HttpResponse:
    """The register of personal data, and what is open in one's own name."""
    konteks = {"register": register(), "tugas": tugas_untuk(request.user, request.user)}
    return render(request, "inti/akun/data.html", konteks)


@require_POST
@pastikan_orangnya
def unduh_data(request: HttpRequest) -> HttpResponse:
    """A ZIP of everything held about oneself."""
    nama = f"data-saya-{timezone.localdate()}.zip"
    tajuk = {"Content-Disposition": f'attachment; filename="{nama}"'}
    batasi_ekspor(request)
    isi = services.unduh(request.user)
    return HttpResponse(isi, content_type="application/zip", headers=tajuk)
