"""The specimen of a list, to be filled in and brought in."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from django.http import FileResponse
from django.views.decorators.http import require_safe

from inti.lembar import tulis_buku
from inti.unggahan import XLSX
from inti.views.ekspor import csv_response
from inti.views.guards import require
from kerjasama.permissions import boleh_mengimpor
from kerjasama.queries.contoh_impor import baris_contoh, buku_contoh

if TYPE_CHECKING:
    from django.http import HttpRequest, StreamingHttpResponse

NAMA = "contoh-daftar-kerja-sama"
LEBAR = 32


@require_safe
def contoh_xlsx(request: HttpRequest) -> FileResponse:
    """A sheet to fill in, and beside it one that explains every column."""
    require(boleh_mengimpor(request.user))
    berkas = BytesIO()
    tulis_buku(buku_contoh(), berkas, lebar=LEBAR)
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=f"{NAMA}.xlsx", content_type=XLSX)


@require_safe
def contoh_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same rows; what the columns mean stands on the page."""
    require(boleh_mengimpor(request.user))
    return csv_response(iter(baris_contoh()), NAMA)
