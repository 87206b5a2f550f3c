"""Narrowing what is asked of a mitra, and what a mitra asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q

from inti.filters import DaftarFilterSet
from pelaporan.models import PermintaanLaporan, PerpanjanganBatas
from pengawasan.enums import StatusPenundaan

if TYPE_CHECKING:
    from pelaporan.models.permintaan_laporan import PermintaanLaporanQuerySet
    from pelaporan.models.perpanjangan_batas import PerpanjanganBatasQuerySet


class PerpanjanganFilterSet(DaftarFilterSet):
    """By words and state."""

    q = filters.CharFilter(label="Cari naskah, mitra, atau alasan", method="cari")
    status = filters.ChoiceFilter(
        label="Status", choices=StatusPenundaan.choices, empty_label="Semua status"
    )

    class Meta:
        model = PerpanjanganBatas
        fields: list[str] = []

    def cari(
        self, queryset: PerpanjanganBatasQuerySet, name: str, value: str
    ) -> PerpanjanganBatasQuerySet:
        """In the naskah, the partner's name and the reason."""
        return queryset.filter(
            Q(kewajiban__naskah__judul__icontains=value)
            | Q(kewajiban__naskah__nomor__icontains=value)
            | Q(kewajiban__mitra__nama__icontains=value)
            | Q(alasan__icontains=value)
        )


class PermintaanLaporanFilterSet(DaftarFilterSet):
    """By words, and whether it was taken back."""

    q = filters.CharFilter(label="Cari perihal atau naskah", method="cari")
    ditarik = filters.ChoiceFilter(
        label="Keadaan",
        choices=[("tidak", "Berlaku"), ("ya", "Ditarik")],
        empty_label="Semua",
        method="saring_ditarik",
    )

    class Meta:
        model = PermintaanLaporan
        fields: list[str] = []

    def cari(
        self, queryset: PermintaanLaporanQuerySet, name: str, value: str
    ) -> PermintaanLaporanQuerySet:
        """In what it is about, and in the naskah."""
        return queryset.filter(
            Q(perihal__icontains=value)
            | Q(naskah__judul__icontains=value)
            | Q(naskah__nomor__icontains=value)
        )

    def saring_ditarik(
        self, queryset: PermintaanLaporanQuerySet, name: str, value: str
    ) -> PermintaanLaporanQuerySet:
        """Taken back or not."""
        return queryset.filter(ditarik_pada__isnull=value == "tidak")
