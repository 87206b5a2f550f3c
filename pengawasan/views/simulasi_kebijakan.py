"""What a version of the policy would move, naskah by naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import BigIntegerField
from django.shortcuts import get_object_or_404
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin
from inti.views.halaman import HalamanKunciMixin
from pengawasan.filters import BarisSimulasiFilterSet
from pengawasan.models import BarisSimulasiKebijakan, Kebijakan
from pengawasan.permissions import boleh_melihat_semua
from pengawasan.queries.ekspor import BARIS_SIMULASI
from pengawasan.queries.kebijakan import simulasi_terakhir

if TYPE_CHECKING:
    from django.db.models import QuerySet


class BarisSimulasiKebijakanDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Old date and new, of the last trial."""

    guard = staticmethod(boleh_melihat_semua)
    filterset_class = BarisSimulasiFilterSet
    template_name = "pengawasan/kebijakan/simulasi.html"
    paginate_by = 50
    ekspor = "simulasi_kebijakan"
    kolom = BARIS_SIMULASI
    urutan = {"naskah": Urutan("naskah", BigIntegerField())}
    urutan_awal = "naskah"

    def daftar(self) -> QuerySet[BarisSimulasiKebijakan]:
        terlihat = Kebijakan.objects.terlihat_oleh(self.request.user)
        self.kebijakan = get_object_or_404(terlihat, pk=self.kwargs["pk"])
        self.simulasi = simulasi_terakhir(self.kebijakan)
        baris = BarisSimulasiKebijakan.objects.terlihat_oleh(self.request.user)
        return baris.filter(simulasi=self.simulasi).select_related("naskah")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "kebijakan": self.kebijakan,
            "simulasi": self.simulasi,
        }
