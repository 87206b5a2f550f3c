"""The audit trail as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django_filters.views import FilterView

from inti.filters import JejakFilterSet
from inti.models import JejakAudit
from inti.permissions import boleh_melihat_jejak
from inti.views.guards import GuardMixin

if TYPE_CHECKING:
    from django.db.models import QuerySet


class JejakDaftarView(GuardMixin, FilterView):
    """Newest first; filtered by action, person and time."""

    guard = staticmethod(boleh_melihat_jejak)
    filterset_class = JejakFilterSet
    template_name = "inti/jejak/daftar.html"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[JejakAudit]:
        return JejakAudit.objects.order_by("-pk")
