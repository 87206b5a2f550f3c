"""The audit trail as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import BigIntegerField
from django_filters.views import FilterView

from inti.filters import JejakFilterSet
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.permissions import boleh_melihat_jejak
from inti.queries.ekspor import JEJAK
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin
from inti.views.halaman import HalamanKunciMixin

if TYPE_CHECKING:
    from django.db.models import QuerySet


class JejakDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Newest first; filtered by action, person and time."""

    guard = staticmethod(boleh_melihat_jejak)
    filterset_class = JejakFilterSet
    template_name = "inti/jejak/daftar.html"
    paginate_by = 50
    ekspor = "jejak_audit"
    kolom = JEJAK
    urutan = {"urut": Urutan("pk", BigIntegerField())}
    urutan_awal = "-urut"

    def daftar(self) -> QuerySet[JejakAudit]:
        return JejakAudit.objects.all()
