"""The letters that ask a mitra for its report: which duties are due, and the letter of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.views.generic import ListView

from inti.views.guards import GuardMixin
from pelaporan.permissions import (
    boleh_melihat_surat,
    boleh_menerbitkan_surat,
    boleh_mengelola_surat,
)
from pelaporan.queries.surat import perlu_diminta

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pelaporan.models import KewajibanLaporan


class PermintaanDaftarView(GuardMixin, ListView):
    """Reports that are due and did not come, longest overdue first."""

    guard = staticmethod(boleh_melihat_surat)
    template_name = "pelaporan/surat/permintaan.html"
    paginate_by = 25

    def get_queryset(self) -> QuerySet[KewajibanLaporan]:
        """With the letter that was sent last."""
        return perlu_diminta(self.request.user, timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        terbit = bool(boleh_menerbitkan_surat(self.request.user))
        return super().get_context_data(**kwargs) | {
            "terbit": terbit,
            "kelola": bool(boleh_mengelola_surat(self.request.user)),
            "hari_ini": timezone.localdate(),
        }
