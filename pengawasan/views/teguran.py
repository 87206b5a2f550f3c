"""Teguran: list, one case, opening and ending it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import IntegerField
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST
from django_filters.views import FilterView

from inti.forms import AlasanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.ekspor import EksporMixin
from inti.views.forms_page import FormsPageView
from inti.views.guards import GuardMixin, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.models import Naskah
from pengawasan.domain.teguran import TERTINGGI
from pengawasan.enums import DasarTeguran, StatusSuratTeguran
from pengawasan.filters.teguran import TeguranFilterSet
from pengawasan.forms.teguran import (
    JawabTeguranForm,
    LanjutForm,
    NilaiForm,
    SampaiForm,
    SuratTeguranForm,
    TeguranForm,
)
from pengawasan.models import SuratTeguran, Teguran
from pengawasan.permissions import (
    boleh_melihat,
    boleh_melihat_teguran,
    boleh_mengelola_teguran,
    boleh_menilai_teguran,
    boleh_menjawab_teguran,
)
from pengawasan.queries.ekspor import TEGURAN
from pengawasan.queries.teguran import langkah, untuk_rincian
from pengawasan.services import teguran as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class TeguranDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Cases, the newest first; a mitra's list holds its own."""

    guard = staticmethod(boleh_melihat_teguran)
    filterset_class = TeguranFilterSet
    template_name = "pengawasan/teguran/daftar.html"
    paginate_by = 25
    ekspor = "teguran"
    kolom = TEGURAN
    urutan = {"dibuka": Urutan("id", IntegerField())}
    urutan_awal = "-dibuka"
    extra_context = {"hari_ini": timezone.localdate}

    def daftar(self) -> QuerySet[Teguran]:
        return Teguran.objects.terlihat_oleh(self.request.user).untuk_daftar()


class TeguranRincianView(GuardMixin, FormsPageView):
    """One case: its ladder, its letters with answers, what may be done now."""

    guard = staticmethod(boleh_melihat_teguran)
    template_name = "pengawasan/teguran/rincian.html"
    context_object_name = "teguran"

    def get_queryset(self) -> QuerySet[Teguran]:
        return untuk_rincian(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pengguna, hari_ini = self.request.user, timezone.localdate()
        surat = list(self.object.surat.all())
        kini = next((s for s in surat if s.kini), None)
        berikut = langkah(kini.sebagai_terakhir() if kini else None)
        pengawas = boleh_melihat(pengguna)
        return super().get_context_data(**kwargs) | {
            "surat": surat,
            "kini": kini,
            "judul_jawab": _judul_jawab(kini),
            "surat_lain": [s for s in reversed(surat) if s is not kini],
            "langkah": berikut,
            "tiba": berikut.tiba(hari_ini) and (kini is None or kini.disampaikan_tanggal),
            "habis": berikut.berikut > TERTINGGI,
            "pengawas": pengawas,
            "kelola": boleh_mengelola_teguran(pengguna),
            "nilai": boleh_menilai_teguran(pengguna),
            "jawab": boleh_menjawab_teguran(pengguna, self.object),
            "surat_form": SuratTeguranForm(
                initial={"tingkat": berikut.berikut, "tanggal": hari_ini}, auto_id="surat-%s"
            ),
            "sampai_form": SampaiForm(initial={"tanggal": hari_ini}, auto_id="sampai-%s"),
            "jawab_form": JawabTeguranForm(auto_id="jawab-%s"),
            "nilai_form": NilaiForm(auto_id="nilai-%s"),
            "lanjut_form": LanjutForm(auto_id="lanjut-%s"),
            "batal_form": AlasanForm(auto_id="batal-%s"),
            "hari_ini": hari_ini,
            "jejak": JejakAudit.objects.tentang(self.object)[:20] if pengawas else [],
        }


def _judul_jawab(kini: SuratTeguran | None) -> str:
    sudah = kini is not None and kini.status == StatusSuratTeguran.DIJAWAB
    return "Lengkapi jawaban" if sudah else "Jawab surat"


@require_http_methods(["GET", "POST"])
def tambah_teguran(request: HttpRequest, naskah_pk: int) -> HttpResponse:
    """Open a case on an obligation of the naskah."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=naskah_pk)
    require(boleh_mengelola_teguran(request.user))
    form = TeguranForm(request.POST or None, naskah=naskah)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            teguran = services.buka(
                naskah,
                isi["mitra"],
                DasarTeguran.BUTIR,
                uraian=isi["uraian"],
                acuan=isi["butir"].pk,
                butir=isi["butir"],
                oleh=request.user,
                kunci=isi["kunci"],
            )
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Teguran dibuka; terbitkan SP1.")
            return redirect(teguran)
    return render(request, "pengawasan/teguran/form.html", {"form": form, "naskah": naskah})


def milik(request: HttpRequest, pk: int) -> Teguran:
    """The case, if the person may know of it."""
    return get_object_or_404(Teguran.objects.terlihat_oleh(request.user), pk=pk)


@require_POST
def batalkan_teguran(request: HttpRequest, pk: int) -> HttpResponse:
    """The case is cancelled with a reason."""
    teguran = milik(request, pk)
    require(boleh_mengelola_teguran(request.user))
    form, sukses = AlasanForm(request.POST, auto_id="batal-%s"), "Teguran dibatalkan."
    return TeguranRincianView.submit(
        request, teguran, form, services.batalkan, name="batal_form", success=sukses
    )


@require_POST
def lanjutkan_teguran(request: HttpRequest, pk: int) -> HttpResponse:
    """SP3 did not help."""
    teguran = milik(request, pk)
    require(boleh_mengelola_teguran(request.user))
    form = LanjutForm(request.POST, auto_id="lanjut-%s")
    sukses = "Teguran selesai dan dilanjutkan."
    return TeguranRincianView.submit(
        request, teguran, form, services.lanjutkan, name="lanjut_form", success=sukses
    )
