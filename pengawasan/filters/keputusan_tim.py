"""Narrowing the decrees that set the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q

from inti.filters import DaftarFilterSet
from inti.forms import TanggalField
from pengawasan.models import AnggotaKeputusanTim, KeputusanTim

if TYPE_CHECKING:
    from datetime import date

    from pengawasan.models.keputusan_tim import KeputusanTimQuerySet


class BerlakuPadaFilter(filters.Filter):
    """A day, given by a native input."""

    field_class = TanggalField


class KeputusanTimFilterSet(DaftarFilterSet):
    """By words, and by the day on which it is in force."""

    q = filters.CharFilter(label="Cari nomor, tentang, atau anggota", method="cari")
    pada = BerlakuPadaFilter(label="Berlaku pada tanggal", method="saring_tanggal")

    class Meta:
        model = KeputusanTim
        fields: list[str] = []

    def cari(self, queryset: KeputusanTimQuerySet, name: str, value: str) -> KeputusanTimQuerySet:
        """In the decree and in the team that it names."""
        anggota = AnggotaKeputusanTim.objects.filter(
            Q(nama__icontains=value) | Q(jabatan__icontains=value)
        )
        return queryset.filter(
            Q(nomor__icontains=value)
            | Q(tentang__icontains=value)
            | Q(pk__in=anggota.values("keputusan"))
        )

    def saring_tanggal(
        self, queryset: KeputusanTimQuerySet, name: str, value: date
    ) -> KeputusanTimQuerySet:
        """The one in force on the day, if there was one."""
        berlaku = KeputusanTim.objects.berlaku_pada(value)
        return queryset.filter(pk=berlaku.pk) if berlaku else queryset.none()

    def tanggal(self) -> date | None:
        """The day that is asked about."""
        isi = self.form.cleaned_data if self.form.is_valid() else {}
        return isi.get("pada")
