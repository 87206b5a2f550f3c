"""Which stored files are damaged, what they belong to, and how far all were read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import BigIntegerField
from django_filters.views import FilterView

from inti.filters import BerkasRusakFilterSet
from inti.halaman import Urutan
from inti.models import BerkasRusak, PemeriksaanBerkas
from inti.permissions import boleh_melihat_berkas_rusak
from inti.queries.ekspor import BERKAS_RUSAK
from inti.queries.milik_berkas import milik_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin
from inti.views.halaman import HalamanKunciMixin

if TYPE_CHECKING:
    from django.db.models import QuerySet


class BerkasRusakDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Newest first."""

    guard = staticmethod(boleh_melihat_berkas_rusak)
    filterset_class = BerkasRusakFilterSet
    template_name = "inti/berkas_rusak/daftar.html"
    ekspor = "berkas_rusak"
    kolom = BERKAS_RUSAK
    paginate_by = 25
    urutan = {"urut": Urutan("pk", BigIntegerField())}
    urutan_awal = "-urut"

    def daftar(self) -> QuerySet[BerkasRusak]:
        return BerkasRusak.objects.select_related("berkas")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each with what it belongs to."""
        konteks = super().get_context_data(**kwargs)
        semua = list(konteks["object_list"])
        milik = milik_berkas([r.berkas_id for r in semua], self.request.user)
        baris = [(satu, milik.get(satu.berkas_id, [])) for satu in semua]
        return konteks | {"baris": baris, "pemeriksaan": PemeriksaanBerkas.objects.first()}
