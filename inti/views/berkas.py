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

if TYPE_CHECKING:
    from django.http import HttpRequest

    from inti.models import Berkas

ISI_HILANG = "Isi berkas tidak ditemukan."
TAMPIL_DI_PERAMBAN = {"application/pdf", "image/jpeg", "image/png"}


def serve_berkas(request: HttpRequest, berkas: Berkas, *, tampilkan: bool = False) -> FileResponse:
    """The bytes as a download (or shown, for PDF and pictures), noted in the audit trail.

    The caller has checked that the reader may see the row the file belongs to. Raises Http404
    when the bytes are missing.
    """
    response = berkas_response(berkas, tampilkan=tampilkan)
    with transaction.atomic():
        audit.catat("berkas.unduh", berkas, oleh=request.user, sha256=berkas.sha256)
    return response


def berkas_response(berkas: Berkas, *, tampilkan: bool = False) -> FileResponse:
    """The bytes with safe headers, unrecorded: for what anyone may see.

    Behind nginx only their place is told (settings.KIRIM_LEWAT_NGINX), and nginx sends them.
    """
    inline = tampilkan and berkas.tipe in TAMPIL_DI_PERAMBAN
    response = _isi(berkas)
    response["Content-Disposition"] = content_disposition_header(not inline, berkas.nama) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    # Chromium shows no PDF inside a sandbox, so only downloads carry it.
    kebijakan = {"default-src": [NONE], "style-src": [SELF]} if inline else {"sandbox": True}
    response._csp_config = {"default-src": [NONE], **kebijakan}
    return response


def _isi(berkas: Berkas) -> FileResponse:
    if settings.KIRIM_LEWAT_NGINX:
        if not berkas.path.exists():
            raise Http404(ISI_HILANG)
        response = FileResponse(io.BytesIO(), content_type=berkas.tipe)
        tempat = berkas.path.relative_to(settings.BERKAS_DIR).as_posix()
        response["X-Accel-Redirect"] = f"{settings.KIRIM_LEWAT_NGINX}{tempat}"
        return response
    try:
        return FileResponse(berkas.path.open("rb"), content_type=berkas.tipe)
    except FileNotFoundError as error:
        raise Http404(ISI_HILANG) from error
