"""The team's analysis of the mitra's reports, for a pemantauan by document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from inti.putusan import AturanDilanggar, semua
from inti.views.guards import refused, require
from pelaporan.forms.analisa import AnalisaForm
from pelaporan.queries.analisa import analisa_kegiatan, putaran_untuk_analisa
from pengawasan.domain.analisa import periksa_perlu
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import Metode, StatusKegiatan
from pengawasan.models import Kegiatan
from pengawasan.permissions import boleh_mencatat_hasil
from pengawasan.services import analisa as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
def ubah_analisa(request: HttpRequest, pk: int) -> HttpResponse:
    """Write it beside the reports it is about; `pk` is the kegiatan."""
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah")
    kegiatan = get_object_or_404(terlihat, pk=pk)
    require(boleh_mencatat_hasil(request.user))
    terbuka = periksa_hasil(StatusKegiatan(kegiatan.status))
    if refused(request, semua(periksa_perlu(Metode(kegiatan.metode)), terbuka)):
        return redirect(kegiatan)
    analisa = analisa_kegiatan(kegiatan)
    putaran = putaran_untuk_analisa(kegiatan, analisa)
    form = AnalisaForm(request.POST or None, putaran=putaran, analisa=analisa)
    konteks: dict[str, Any] = {"kegiatan": kegiatan, "form": form, "putaran": putaran}
    if form.is_valid():
        try:
            services.simpan(
                pk, form.data_analisa(), versi=form.cleaned_data["versi"], oleh=request.user
            )
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
            kini = analisa_kegiatan(kegiatan)
            konteks["beda"] = form.bandingkan(kini) if kini else []
        else:
            messages.success(request, "Analisa laporan mitra disimpan.")
            return redirect(kegiatan)
    return render(request, "pelaporan/analisa/form.html", konteks)
