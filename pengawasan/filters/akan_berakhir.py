"""Narrowing the expiry desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q
from django.forms import HiddenInput

from inti.filters import DaftarFilterSet
from kerjasama.models import Mitra, Naskah, PerangkatDaerah
from pengawasan.queries.akan_berakhir import TAB

if TYPE_CHECKING:
    from kerjasama.models.naskah import NaskahQuerySet


class AkanBerakhirFilterSet(DaftarFilterSet):
    """The naskah whose rows the expiry desk shows; `benda` and `dalam` are read by the desk."""

    q = filters.CharFilter(label="Cari nomor, judul, mitra, atau perangkat daerah", method="cari")
    benda = filters.ChoiceFilter(
        label="Yang berakhir",
        choices=[("naskah", "Naskah"), ("lampiran", "Lampiran")],
        empty_label="Naskah dan lampiran",
        method="biarkan",
    )
    dalam = filters.ChoiceFilter(
        label="Jangka", choices=list(TAB.items()), widget=HiddenInput, method="biarkan"
    )

    class Meta:
        model = Naskah
        fields: list[str] = []

    def cari(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """In number, title, partner and unit."""
        pihak = Mitra.objects.filter(nama__icontains=value).values("pihak__naskah")
        unit = PerangkatDaerah.objects.filter(nama__icontains=value).values("keterlibatan__naskah")
        return queryset.filter(
            Q(nomor__icontains=value) | Q(judul__icontains=value) | Q(pk__in=pihak) | Q(pk__in=unit)
        )

    def biarkan(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """Narrows no naskah."""
        return queryset
