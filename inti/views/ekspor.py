"""A list as a file: the rows that the screen would show page after page, in the same order."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Any

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.generic import ListView

from inti.chips import chips
from inti.laju import batasi_ekspor
from inti.lembar import Kolom, isi_tabel, potongan_csv, tulis_xlsx
from inti.services.ekspor import catat_ekspor
from inti.unggahan import XLSX
from inti.views.saringan import SaringanMixin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.db.models import QuerySet
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

# How many rows are read, with what belongs to them, before the next ones.
SEPOTONG = 1_000
# A file of this size is kept in memory; a larger one goes to disk while it is written.
DI_MEMORI = 1024 * 1024


class EksporMixin(SaringanMixin):
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
        if request.GET.get("format", "") not in BENTUK:
            return super().get(request, *args, **kwargs)
        filterset = self.get_filterset(self.get_filterset_class())
        sah = not filterset.is_bound or filterset.is_valid()
        baris: QuerySet[Any] = filterset.qs if sah else self.get_queryset().none()
        saringan = [f"{c.label}: {c.value}" for c in chips(filterset.form, request.GET)]
        isi = self.baris_ekspor(baris)
        return kirim_daftar(request, self.ekspor, self.kolom_ekspor(), isi, saringan=saringan)

    def baris_ekspor(self, baris: QuerySet[Any]) -> Iterable[Any]:
        """Some at a time, each time with the same number of queries."""
        return baris.iterator(chunk_size=SEPOTONG)


class EksporDaftarMixin(ListView):
    """The same for a ListView without filters."""

    ekspor: str
    kolom: tuple[Kolom, ...] = ()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page, unless a file is asked for."""
        if request.GET.get("format", "") not in BENTUK:
            return super().get(request, *args, **kwargs)
        baris = self.get_queryset().iterator(chunk_size=SEPOTONG)
        return kirim_daftar(request, self.ekspor, self.kolom, baris)


def kirim_daftar(
    request: HttpRequest,
    nama: str,
    kolom: tuple[Kolom, ...],
    baris: Iterable[Any],
    *,
    saringan: Sequence[str] = (),
) -> HttpResponseBase:
    """The rows as the file that `?format=` asks for (a key of BENTUK), with one audit line."""
    batasi_ekspor(request)
    catat_ekspor(
        nama,
        bentuk=request.GET["format"],
        saringan=list(saringan),
        urutan=request.GET.get("urut", "")[:60],
        oleh=request.user,
    )
    berkas = f"{nama.replace('_', '-')}-{timezone.localdate():%Y-%m-%d}"
    return BENTUK[request.GET["format"]](isi_tabel(kolom, baris), berkas)


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
