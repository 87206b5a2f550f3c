"""The letter register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django_filters.views import FilterView

from inti.models import NomorSurat
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin
from pelaporan.filters import SuratFilterSet
from pelaporan.permissions import boleh_melihat_surat
from pelaporan.queries.ekspor import SURAT
from pelaporan.queries.surat import beralamat

if TYPE_CHECKING:
    from django.db.models import QuerySet


class SuratDaftarView(GuardMixin, EksporMixin, FilterView):
    """Every number given out, newest first; cancelled ones stay visible."""

    guard = staticmethod(boleh_melihat_surat)
    filterset_class = SuratFilterSet
    template_name = "pelaporan/surat/daftar.html"
    paginate_by = 50
    ekspor = "surat"
    kolom = SURAT

    def get_queryset(self) -> QuerySet[NomorSurat]:
        return NomorSurat.objects.select_related("dibuat_oleh")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        konteks = super().get_context_data(**kwargs)
        return konteks | {"daftar": beralamat(konteks["object_list"], self.request.user)}
