"""The letter register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import BigIntegerField, F, Value
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.models import NomorSurat
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin
from inti.views.halaman import HalamanKunciMixin
from pelaporan.filters import SuratFilterSet
from pelaporan.permissions import boleh_melihat_surat, boleh_mengelola_surat
from pelaporan.queries.ekspor import SURAT
from pelaporan.queries.surat import beralamat

if TYPE_CHECKING:
    from django.db.models import QuerySet

# More than the numbers of any year, so that year and number make one key.
SETAHUN = Value(1_000_000, BigIntegerField())


class SuratDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Every number given out, newest first; cancelled ones stay visible."""

    guard = staticmethod(boleh_melihat_surat)
    filterset_class = SuratFilterSet
    template_name = "pelaporan/surat/daftar.html"
    paginate_by = 50
    ekspor = "surat"
    kolom = SURAT
    urutan = {"nomor": Urutan(F("tahun") * SETAHUN + F("urut"), BigIntegerField())}
    urutan_awal = "-nomor"

    def daftar(self) -> QuerySet[NomorSurat]:
        return NomorSurat.objects.select_related("dibuat_oleh")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        konteks = super().get_context_data(**kwargs)
        return konteks | {
            "daftar": beralamat(konteks["object_list"], self.request.user),
            "kelola": bool(boleh_mengelola_surat(self.request.user)),
        }
