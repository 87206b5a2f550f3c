"""Calendar files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from inti.ics import kalender
from inti.views.guards import require
from pengawasan.models import Kegiatan
from pengawasan.permissions import boleh_melihat_kertas_kerja
from pengawasan.queries.kalender import acara

if TYPE_CHECKING:
    from django.http import HttpRequest

    from inti.ics import Acara


@require_safe
def kalender_kegiatan(request: HttpRequest, pk: int) -> HttpResponse:
    """The event, to be taken into one's own calendar; a later file changes it there."""
    require(boleh_melihat_kertas_kerja(request.user))
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah", "jadwal")
    kegiatan = get_object_or_404(terlihat, pk=pk)
    return berkas_kalender(acara(kegiatan), f"kegiatan-{kegiatan.pk}.ics")


def berkas_kalender(satu: Acara, nama: str) -> HttpResponse:
    """One event as a file to take into one's own calendar."""
    jawaban = HttpResponse(kalender([satu]), content_type="text/calendar; charset=utf-8")
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban
