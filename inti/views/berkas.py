"""Serving private files. Every app has its own address and asks its own visibility first."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from csp.constants import NONE, SELF
from django.conf import settings
from django.db import transaction
from django.http import FileResponse, Http404
from django.utils.http import content_disposition_header

from inti import audit
from inti.gangguan import BerkasHilangError
from inti.pratinjau import TakTerbacaError, pratinjau
from inti.services.berkas_utuh import pastikan_utuh

if TYPE_CHECKING:
    from django.http import HttpRequest

    from inti.models import Berkas

ISI_HILANG = "Isi berkas tidak ditemukan."
PDF = "application/pdf"


def serve_berkas(request: HttpRequest, berkas: Berkas, *, tampilkan: bool = False) -> FileResponse:
    """The bytes as a download (`tampilkan`: a PDF is shown), noted in the audit trail.

    With `?pratinjau` a picture is shown instead, made anew (`pratinjau_response`). The caller has
    checked that the reader may see the row the file belongs to. Raises BerkasHilangError when the
    bytes are missing, and BerkasBerubahError when they are not those that were received.
    """
    if tampilkan and berkas.gambar and "pratinjau" in request.GET:
        return pratinjau_response(berkas)
    response = _isi(berkas)
    _kepala(response, berkas.nama, tampil=tampilkan and berkas.tipe == PDF)
    with transaction.atomic():
        audit.catat("berkas.unduh", berkas, oleh=request.user, sha256=berkas.sha256)
    return response


def pratinjau_response(berkas: Berkas) -> FileResponse:
    """A picture as it is shown on a page; unrecorded, for it is not the file that was received."""
    try:
        path, tipe = pratinjau(berkas)
        response = FileResponse(path.open("rb"), content_type=tipe)
    except (TakTerbacaError, FileNotFoundError) as error:
        raise Http404(ISI_HILANG) from error
    _kepala(response, berkas.nama, tampil=True)
    return response


def _kepala(response: FileResponse, nama: str, *, tampil: bool) -> None:
    response["Content-Disposition"] = content_disposition_header(not tampil, nama) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    # Chromium shows no PDF inside a sandbox, so only downloads carry it.
    kebijakan = {"default-src": [NONE], "style-src": [SELF]} if tampil else {"sandbox": True}
    response._csp_config = {"default-src": [NONE], **kebijakan}


def _isi(berkas: Berkas) -> FileResponse:
    """Behind nginx only their place is told (settings.KIRIM_LEWAT_NGINX), and nginx sends them."""
    try:
        pastikan_utuh(berkas)
        if not settings.KIRIM_LEWAT_NGINX:
            return FileResponse(berkas.path.open("rb"), content_type=berkas.tipe)
    except FileNotFoundError as error:
        raise BerkasHilangError(ISI_HILANG) from error
    response = FileResponse(io.BytesIO(), content_type=berkas.tipe)
    tempat = berkas.path.relative_to(settings.BERKAS_DIR).as_posix()
    response["X-Accel-Redirect"] = f"{settings.KIRIM_LEWAT_NGINX}{tempat}"
    return response
