"""Narrowing the log of control."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django import forms
from django.db.models import Q

from inti.filters import DaftarFilterSet
from kerjasama.filters import naskah_terlihat, unit_filter
from pengawasan.models import Pengendalian

if TYPE_CHECKING:
    from pengawasan.models.pengendalian import PengendalianQuerySet


class PengendalianFilterSet(DaftarFilterSet):
    """By words, unit, year and naskah."""

    q = filters.CharFilter(label="Cari objek, temuan, tindakan, atau naskah", method="cari")
    perangkat_daerah = unit_filter("Perangkat daerah")
    tahun = filters.NumberFilter(
        label="Tahun", field_name="tanggal__year", min_value=1900, max_value=2199
    )
    naskah = filters.ModelChoiceFilter(
        label="Naskah", queryset=naskah_terlihat, widget=forms.HiddenInput
    )

    class Meta:
        model = Pengendalian
        fields: list[str] = []

    def cari(self, queryset: PengendalianQuerySet, name: str, value: str) -> PengendalianQuerySet:
        """In the entry and in the naskah."""
        return queryset.filter(
            Q(objek__icontains=value)
            | Q(temuan__icontains=value)
            | Q(tindakan__icontains=value)
            | Q(naskah__judul__icontains=value)
            | Q(naskah__nomor__icontains=value)
        )
