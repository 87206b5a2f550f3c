"""A list as a file: the rows that the screen would show page after page, in the same order."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Any

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone
from django_filters.views import FilterView

from inti.chips import chips
from inti.lembar import Kolom, isi_tabel, potongan_csv, tulis_xlsx
from inti.services.ekspor import catat_ekspor
from inti.unggahan import XLSX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

# How many rows are read, with what belongs to them, before the next ones.
SEPOTONG = 1_000
# A file of this size is kept in memory; a larger one goes to disk while it is written.
DI_MEMORI = 1024 * 1024


class EksporMixin(FilterView):
    """For a FilterView: `?format=csv` or `?format=xlsx` gives the list as a file.

    Same guard, same rows as on the screen (filters, order, visibility), one audit line.
    """

    ekspor: str
    kolom: tuple[Kolom, ...] = ()

    def kolom_ekspor(self) -> tuple[Kolom, ...]:
        """The columns that this reader gets."""
        return self.kolom

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page, unless a file is asked for."""
        bentuk = BENTUK.get(request.GET.get("format", ""))
        if bentuk is None:
            return super().get(request, *args, **kwargs)
        filterset = self.get_filterset(self.get_filterset_class())
        sah = not filterset.is_bound or filterset.is_valid()
        baris: QuerySet[Any] = filterset.qs if sah else self.get_queryset().none()
        catat_ekspor(
            self.ekspor,
            bentuk=request.GET["format"],
            saringan=[f"{c.label}: {c.value}" for c in chips(filterset.form, request.GET)],
            urutan=request.GET.get("urut", "")[:60],
            oleh=request.user,
        )
        isi = isi_tabel(self.kolom_ekspor(), self.baris_ekspor(baris))
        return bentuk(isi, f"{self.ekspor.replace('_', '-')}-{timezone.localdate():%Y-%m-%d}")

    def baris_ekspor(self, baris: QuerySet[Any]) -> Iterable[Any]:
        """Some at a time, each time with the same number of queries."""
        return baris.iterator(chunk_size=SEPOTONG)


def csv_response(isi: Iterator[list[Any]], nama: str) -> StreamingHttpResponse:
    """The table as CSV, sent while it is read."""
    jawaban = StreamingHttpResponse(potongan_csv(isi), content_type="text/csv; charset=utf-8")
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}.csv"'
    return jawaban


def xlsx_response(isi: Iterator[list[Any]], nama: str) -> FileResponse:
    """The table as XLSX, from a file that is gone once it is sent."""
    berkas = tempfile.SpooledTemporaryFile(max_size=DI_MEMORI)  # noqa: SIM115 - closed by the response
    tulis_xlsx(isi, berkas)
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=f"{nama}.xlsx", content_type=XLSX)


BENTUK = {"csv": csv_response, "xlsx": xlsx_response}
