"""Narrowing what is owed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q
from django.utils import timezone

from kerjasama.filters import unit_terlihat
from pengawasan.enums import (
    JenisKegiatan,
    StatusJadwal,
)
from pengawasan.models import Jadwal, JadwalNaskah

if TYPE_CHECKING:
    from pengawasan.models.jadwal import JadwalQuerySet


class JadwalFilterSet(filters.FilterSet):
    """By words, kind, state, unit and time left."""

    q = filters.CharFilter(label="Cari", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisKegiatan.choices, empty_label="Semua jenis"
    )
    status = filters.ChoiceFilter(
        label="Status", choices=StatusJadwal.choices, empty_label="Semua status"
    )
    perangkat_daerah = filters.ModelChoiceFilter(
        label="Perangkat Daerah",
        field_name="naskah__perangkat_daerah",
        queryset=unit_terlihat,
        empty_label="Semua perangkat daerah",
    )
    tempo = filters.ChoiceFilter(
        label="Jatuh tempo",
        method="saring_tempo",
        choices=[
            ("terlambat", "Terlambat"),
            ("30", "Dalam 30 hari"),
            ("90", "Dalam 90 hari"),
            ("lewat12", "Lewat 12 bulan tanpa evaluasi"),
        ],
        empty_label="Semua",
    )

    class Meta:
        model = Jadwal
        fields: list[str] = []

    def cari(self, queryset: JadwalQuerySet, name: str, value: str) -> JadwalQuerySet:
        """In number and title of the naskah."""
        return queryset.filter(
            Q(naskah__judul__icontains=value) | Q(naskah__nomor__icontains=value)
        )

    def saring_tempo(self, queryset: JadwalQuerySet, name: str, value: str) -> JadwalQuerySet:
        """Late, near, or of a naskah past 12 months without evaluasi."""
        hari_ini = timezone.localdate()
        if value == "terlambat":
            return queryset.terlambat_pada(hari_ini)
        if value == "lewat12":
            lewat = JadwalNaskah.objects.lewat_12_bulan(hari_ini)
            return queryset.terbuka().filter(naskah__in=lewat.values("naskah"))
        batas = hari_ini + timedelta(days=int(value))
        return queryset.terbuka().jatuh_antara(hari_ini, batas)
