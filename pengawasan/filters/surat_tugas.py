"""Narrowing the surat tugas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q

from inti.filters import DaftarFilterSet
from inti.forms import TanggalInput
from pengawasan.enums import StatusSuratTugas
from pengawasan.models import SuratTugas

if TYPE_CHECKING:
    from pengawasan.models.tim import SuratTugasQuerySet


class SuratTugasFilterSet(DaftarFilterSet):
    """By words, status, and day of the letter."""

    q = filters.CharFilter(label="Cari nomor, anggota, atau naskah", method="cari")
    status = filters.ChoiceFilter(
        label="Status", choices=StatusSuratTugas.choices, empty_label="Semua status"
    )
    dari = filters.DateFilter(
        label="Tanggal dari", field_name="tanggal", lookup_expr="gte", widget=TanggalInput
    )
    sampai = filters.DateFilter(
        label="Tanggal sampai", field_name="tanggal", lookup_expr="lte", widget=TanggalInput
    )

    class Meta:
        model = SuratTugas
        fields: list[str] = []

    def cari(self, queryset: SuratTugasQuerySet, name: str, value: str) -> SuratTugasQuerySet:
        """In the number, the people named and the naskah."""
        return queryset.filter(
            Q(nomor__nomor__icontains=value)
            | Q(anggota__nama__icontains=value)
            | Q(kegiatan__naskah__nomor__icontains=value)
            | Q(kegiatan__naskah__judul__icontains=value)
        ).distinct()
