"""Narrowing the requests for postponement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q

from inti.filters import DaftarFilterSet
from kerjasama.filters import unit_filter
from pengawasan.enums import JenisKegiatan, StatusPenundaan
from pengawasan.models import PenundaanJadwal

if TYPE_CHECKING:
    from pengawasan.models.penundaan import PenundaanJadwalQuerySet


class PenundaanFilterSet(DaftarFilterSet):
    """By words, state, kind and unit."""

    q = filters.CharFilter(label="Cari naskah atau alasan", method="cari")
    status = filters.ChoiceFilter(
        label="Status", choices=StatusPenundaan.choices, empty_label="Semua status"
    )
    jenis = filters.ChoiceFilter(
        label="Jenis",
        field_name="jadwal__jenis",
        choices=JenisKegiatan.choices,
        empty_label="Semua jenis",
    )
    perangkat_daerah = unit_filter(field_name="jadwal__naskah__perangkat_daerah")

    class Meta:
        model = PenundaanJadwal
        fields: list[str] = []

    def cari(
        self, queryset: PenundaanJadwalQuerySet, name: str, value: str
    ) -> PenundaanJadwalQuerySet:
        """In number and title of the naskah, and in the reason."""
        return queryset.filter(
            Q(jadwal__naskah__judul__icontains=value)
            | Q(jadwal__naskah__nomor__icontains=value)
            | Q(alasan__icontains=value)
        )
