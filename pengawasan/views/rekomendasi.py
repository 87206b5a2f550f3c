"""The chain of one recommendation: saran, decisions, follow-up, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.views.generic import DetailView

from inti.views.guards import GuardMixin, require
from pengawasan.permissions import boleh_melihat, boleh_melihat_matrik
from pengawasan.queries.rantai import menunggu, rantai, tindak_lanjut, untuk_rantai

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pengawasan.models import Rekomendasi


class RekomendasiRincianView(GuardMixin, DetailView):
    """One recommendation with every step: who, as which seat, when, and what was said."""

    guard = staticmethod(boleh_melihat)
    template_name = "pengawasan/rekomendasi/rincian.html"
    context_object_name = "rekomendasi"

    def get_queryset(self) -> QuerySet[Rekomendasi]:
        return untuk_rantai(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        satu = self.object
        require(boleh_melihat_matrik(self.request.user, satu.baris.matrik.kegiatan))
        return super().get_context_data(**kwargs) | {
            "rantai": rantai(satu),
            "menunggu": menunggu(satu),
            "butir": tindak_lanjut(satu),
            "kegiatan": satu.baris.matrik.kegiatan,
        }
