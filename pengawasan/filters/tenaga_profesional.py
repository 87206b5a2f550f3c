"""Narrowing the list of tenaga profesional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q

from inti.filters import DaftarFilterSet
from pengawasan.models import TenagaProfesional

if TYPE_CHECKING:
    from pengawasan.models.tenaga_profesional import TenagaProfesionalQuerySet

AKTIF = (("ya", "Aktif"), ("tidak", "Tidak aktif"))


class TenagaProfesionalFilterSet(DaftarFilterSet):
    """By words, and whether they can be asked."""

    q = filters.CharFilter(label="Cari nama, keahlian, atau instansi", method="cari")
    aktif = filters.ChoiceFilter(
        label="Keadaan", choices=AKTIF, method="saring_aktif", empty_label="Semua"
    )

    class Meta:
        model = TenagaProfesional
        fields: list[str] = []

    def cari(
        self, queryset: TenagaProfesionalQuerySet, name: str, value: str
    ) -> TenagaProfesionalQuerySet:
        """In everything that is said of them."""
        return queryset.filter(
            Q(nama__icontains=value) | Q(keahlian__icontains=value) | Q(instansi__icontains=value)
        )

    def saring_aktif(
        self, queryset: TenagaProfesionalQuerySet, name: str, value: str
    ) -> TenagaProfesionalQuerySet:
        """Those who can be chosen, or the others."""
        return queryset.filter(aktif=value == "ya")
