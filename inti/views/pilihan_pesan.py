"""How one is written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from inti.enums import BOLEH_DIBISUKAN, JenisPesan
from inti.forms.pilihan_pesan import PilihanPesanForm
from inti.models import PilihanPesan
from inti.services import pilihan_pesan as services
from inti.views.guards import perform

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
def ubah_pilihan(request: HttpRequest) -> HttpResponse:
    """One's own choices."""
    milik = PilihanPesan.objects.filter(pengguna=request.user.pk)
    form = PilihanPesanForm(request.POST or None, instance=milik.first() or PilihanPesan())
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        perform(request, services.simpan, isi, oleh=request.user, success="Pilihan disimpan.")
        return redirect("pilihan-pesan")
    wajib = [jenis for jenis in JenisPesan if jenis not in BOLEH_DIBISUKAN]
    return render(request, "inti/pesan/pilihan.html", {"form": form, "wajib": wajib})
