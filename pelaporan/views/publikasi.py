"""How naskah stand in the public register, for the staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView

from inti.forms.catatan import AlasanForm
from inti.views.ekspor import EksporDaftarMixin
from inti.views.guards import GuardMixin, perform, require
from kerjasama.models import Naskah
from pelaporan.models import PengecualianPublik
from pelaporan.permissions import boleh_melihat_publikasi, boleh_mengelola_publikasi
from pelaporan.queries import publik as queries
from pelaporan.queries.ekspor import DITAHAN
from pelaporan.services import publikasi as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

RIWAYAT_TERBANYAK = 20


class PengecualianDaftarView(GuardMixin, EksporDaftarMixin):
    """What is withheld, and why."""

    guard = staticmethod(boleh_mengelola_publikasi)
    template_name = "pelaporan/publikasi/daftar.html"
    ekspor = "register_publik_ditahan"
    kolom = DITAHAN
    paginate_by = 25

    def get_queryset(self) -> QuerySet[PengecualianPublik]:
        terlihat = Naskah.objects.terlihat_oleh(self.request.user)
        berlaku = PengecualianPublik.objects.berlaku().filter(naskah__in=terlihat)
        return berlaku.untuk_daftar()


class PublikasiRincianView(GuardMixin, DetailView):
    """One naskah: what the public sees of it, and the withholdings so far."""

    guard = staticmethod(boleh_melihat_publikasi)
    template_name = "pelaporan/publikasi/rincian.html"
    context_object_name = "naskah"

    def get_queryset(self) -> QuerySet[Naskah]:
        return Naskah.objects.terlihat_oleh(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        naskah, per = self.object, timezone.localdate()
        isian = {"alasan_form": AlasanForm()}
        riwayat = naskah.pengecualian_publik.select_related("ditahan_oleh", "dicabut_oleh")
        semua = list(riwayat[:RIWAYAT_TERBANYAK])
        baris = queries.baca(queries.naskah_publik(per).filter(pk=naskah.pk), per=per)
        return (
            isian
            | super().get_context_data(**kwargs)
            | {
                "per": per,
                "baris": baris[0] if baris else None,
                "ditahan": next((p for p in semua if p.dicabut_pada is None), None),
                "riwayat": semua,
                "kelola": boleh_mengelola_publikasi(self.request.user),
            }
        )


@require_POST
def tahan_publikasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Withhold it, with the reason."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_publikasi(request.user))
    form = AlasanForm(request.POST)
    if form.is_valid():
        alasan, kabar = form.cleaned_data["alasan"], "Naskah tidak tampil lagi di register publik."
        perform(request, services.tahan, pk, alasan=alasan, oleh=request.user, success=kabar)
        return redirect("pelaporan:publikasi-rincian", naskah.pk)
    halaman = PublikasiRincianView(extra_context={"alasan_form": form})
    halaman.setup(request, pk=pk)
    return halaman.get(request)


@require_POST
def tampilkan_publikasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Lift the withholding."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_publikasi(request.user))
    kabar = "Penahanan dicabut; naskah mengikuti aturan tampil register publik."
    perform(request, services.tampilkan, pk, oleh=request.user, success=kabar)
    return redirect("pelaporan:publikasi-rincian", naskah.pk)
