"""Narrowing the follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.utils import timezone

from inti.filters import DaftarFilterSet
from kerjasama.filters import unit_filter
from pengawasan.enums import (
    JenisTindakLanjut,
    StatusTindakLanjut,
)
from pengawasan.models import TindakLanjut
from pengawasan.queries.pencarian import tindak_lanjut_memuat

if TYPE_CHECKING:
    from pengawasan.models.tindak_lanjut import TindakLanjutQuerySet


class TindakLanjutFilterSet(DaftarFilterSet):
    """By words, state, unit, and lateness."""

    q = filters.CharFilter(label="Cari uraian, nomor, atau judul naskah", method="cari")
    status = filters.ChoiceFilter(
        label="Status", choices=StatusTindakLanjut.choices, empty_label="Semua status"
    )
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisTindakLanjut.choices, empty_label="Semua jenis"
    )
    perangkat_daerah = unit_filter("Penanggung jawab")
    terlambat = filters.ChoiceFilter(
        label="Tenggat",
        method="saring_terlambat",
        choices=[("ya", "Terlambat")],
        empty_label="Semua",
    )

    class Meta:
        model = TindakLanjut
        fields: list[str] = []

    def cari(self, queryset: TindakLanjutQuerySet, name: str, value: str) -> TindakLanjutQuerySet:
        """In what is to be done and in the naskah."""
        return queryset.filter(tindak_lanjut_memuat(value))

    def saring_terlambat(
        self, queryset: TindakLanjutQuerySet, name: str, value: str
    ) -> TindakLanjutQuerySet:
        """Past its date and not closed."""
        return queryset.terlambat_pada(timezone.localdate())
