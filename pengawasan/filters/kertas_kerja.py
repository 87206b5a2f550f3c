"""Narrowing the sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q

from inti.filters import DaftarFilterSet
from pengawasan.enums import PengisiKertasKerja, StatusKertasKerja
from pengawasan.models import KertasKerja

if TYPE_CHECKING:
    from pengawasan.models.kertas_kerja import KertasKerjaQuerySet


class KertasKerjaFilterSet(DaftarFilterSet):
    """By words, side and state."""

    q = filters.CharFilter(label="Cari nomor, judul, atau pihak", method="cari")
    pengisi = filters.ChoiceFilter(
        label="Pengisi", choices=PengisiKertasKerja.choices, empty_label="Semua pengisi"
    )
    status = filters.ChoiceFilter(
        label="Status", choices=StatusKertasKerja.choices, empty_label="Semua status"
    )

    class Meta:
        model = KertasKerja
        fields: list[str] = []

    def cari(self, queryset: KertasKerjaQuerySet, name: str, value: str) -> KertasKerjaQuerySet:
        """In the naskah and the side."""
        return queryset.filter(
            Q(kegiatan__naskah__nomor__icontains=value)
            | Q(kegiatan__naskah__judul__icontains=value)
            | Q(perangkat_daerah__nama__icontains=value)
            | Q(mitra__nama__icontains=value)
        )
