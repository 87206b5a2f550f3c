"""Narrowing the meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q

from inti.filters import DaftarFilterSet
from inti.forms import TanggalInput
from kerjasama.filters import unit_filter
from pengawasan.enums import KeadaanRapat
from pengawasan.models import Kegiatan, Rapat
from pengawasan.queries.pencarian import rapat_memuat

if TYPE_CHECKING:
    from kerjasama.models import PerangkatDaerah
    from pengawasan.models.rapat import RapatQuerySet


class RapatFilterSet(DaftarFilterSet):
    """By words, state, unit and day; what is asked of a naskah, of those one may see."""

    q = filters.CharFilter(label="Cari tempat, agenda, atau naskah", method="cari")
    keadaan = filters.ChoiceFilter(
        label="Keadaan", choices=KeadaanRapat.choices, empty_label="Semua keadaan"
    )
    perangkat_daerah = unit_filter(method="saring_unit")
    dari = filters.DateFilter(
        label="Diadakan dari", field_name="tanggal", lookup_expr="gte", widget=TanggalInput
    )
    sampai = filters.DateFilter(
        label="Diadakan sampai", field_name="tanggal", lookup_expr="lte", widget=TanggalInput
    )

    class Meta:
        model = Rapat
        fields: list[str] = []

    def cari(self, queryset: RapatQuerySet, name: str, value: str) -> RapatQuerySet:
        """In the meeting and in its naskah."""
        return queryset.filter(rapat_memuat(value, self.request.user))

    def saring_unit(
        self, queryset: RapatQuerySet, name: str, value: PerangkatDaerah
    ) -> RapatQuerySet:
        """About a naskah of that unit."""
        return queryset.filter(self._berkegiatan(Q(naskah__perangkat_daerah=value)))

    def _berkegiatan(self, cocok: Q) -> Q:
        terlihat = Kegiatan.objects.terlihat_oleh(self.request.user).filter(cocok)
        return Q(pk__in=terlihat.filter(rapat__isnull=False).order_by().values("rapat"))
