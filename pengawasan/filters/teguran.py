"""Narrowing the cases of teguran."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.utils import timezone

from inti.filters import DaftarFilterSet
from pengawasan.enums import DasarTeguran, StatusTeguran
from pengawasan.models import Teguran
from pengawasan.queries.pencarian import teguran_memuat

if TYPE_CHECKING:
    from pengawasan.models.teguran import TeguranQuerySet

KEADAAN = [
    ("langkah", "Langkah berikutnya dapat diambil"),
    ("dinilai", "Jawaban menunggu dinilai"),
    ("sampai", "Belum dicatat penyampaiannya"),
    ("jawaban", "Menunggu jawaban mitra"),
]


class TeguranFilterSet(DaftarFilterSet):
    """By words, state, what it waits for, and ground."""

    q = filters.CharFilter(label="Cari naskah, mitra, dasar, atau nomor surat", method="cari")
    status = filters.ChoiceFilter(
        label="Status", choices=StatusTeguran.choices, empty_label="Semua status"
    )
    keadaan = filters.ChoiceFilter(
        label="Menunggu", method="saring_keadaan", choices=KEADAAN, empty_label="Semua"
    )
    dasar = filters.ChoiceFilter(
        label="Dasar", choices=DasarTeguran.choices, empty_label="Semua dasar"
    )

    class Meta:
        model = Teguran
        fields: list[str] = []

    def cari(self, queryset: TeguranQuerySet, name: str, value: str) -> TeguranQuerySet:
        """In the ground, the naskah, the mitra and the number of a letter."""
        return queryset.filter(teguran_memuat(value))

    def saring_keadaan(self, queryset: TeguranQuerySet, name: str, value: str) -> TeguranQuerySet:
        """What it waits for."""
        if value == "langkah":
            return queryset.perlu_langkah(timezone.localdate())
        if value == "dinilai":
            return queryset.perlu_dinilai()
        return queryset.belum_disampaikan() if value == "sampai" else queryset.menunggu_jawaban()
