"""Narrowing the versions of the policy, and what one of them would move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q

from inti.filters import DaftarFilterSet
from pengawasan.enums import JenisTersimulasi, PerubahanJadwal, StatusKebijakan
from pengawasan.models import BarisSimulasiKebijakan, Kebijakan

if TYPE_CHECKING:
    from pengawasan.models.kebijakan import BarisSimulasiKebijakanQuerySet, KebijakanQuerySet


class KebijakanFilterSet(DaftarFilterSet):
    """By words and state."""

    q = filters.CharFilter(label="Cari versi, nomor, atau tentang", method="cari")
    status = filters.ChoiceFilter(
        label="Status", choices=StatusKebijakan.choices, empty_label="Semua status"
    )

    class Meta:
        model = Kebijakan
        fields: list[str] = []

    def cari(self, queryset: KebijakanQuerySet, name: str, value: str) -> KebijakanQuerySet:
        """In the name of the version and in the Keputusan."""
        return queryset.filter(
            Q(versi__icontains=value)
            | Q(nomor_keputusan__icontains=value)
            | Q(tentang__icontains=value)
        )


class BarisSimulasiFilterSet(DaftarFilterSet):
    """By naskah, kind and what changes."""

    q = filters.CharFilter(label="Cari naskah", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisTersimulasi.choices, empty_label="Semua jenis"
    )
    perubahan = filters.ChoiceFilter(
        label="Perubahan", choices=PerubahanJadwal.choices, empty_label="Semua perubahan"
    )

    class Meta:
        model = BarisSimulasiKebijakan
        fields: list[str] = []

    def cari(
        self, queryset: BarisSimulasiKebijakanQuerySet, name: str, value: str
    ) -> BarisSimulasiKebijakanQuerySet:
        """In number and title of the naskah."""
        return queryset.filter(
            Q(naskah__judul__icontains=value) | Q(naskah__nomor__icontains=value)
        )
