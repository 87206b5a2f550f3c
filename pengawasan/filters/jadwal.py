"""Narrowing what is owed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q
from django.utils import timezone

from inti.filters import DaftarFilterSet
from inti.forms import TanggalInput
from kerjasama.filters import unit_filter
from pengawasan.enums import (
    JenisKegiatan,
    Ketepatan,
    StatusJadwal,
)
from pengawasan.models import Jadwal, JadwalNaskah
from pengawasan.queries.ketepatan import berketepatan
from pengawasan.queries.pencarian import bernaskah_atau_mitra

if TYPE_CHECKING:
    from datetime import date

    from pengawasan.models.jadwal import JadwalQuerySet


class JadwalFilterSet(DaftarFilterSet):
    """By words, kind, state, unit and time left."""

    q = filters.CharFilter(label="Cari nomor, judul, atau mitra", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisKegiatan.choices, empty_label="Semua jenis"
    )
    status = filters.ChoiceFilter(
        label="Status", choices=StatusJadwal.choices, empty_label="Semua status"
    )
    perangkat_daerah = unit_filter(field_name="naskah__perangkat_daerah")
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
    ketepatan = filters.ChoiceFilter(
        label="Ketepatan",
        method="saring_ketepatan",
        choices=Ketepatan.choices,
        empty_label="Semua",
    )
    dari = filters.DateFilter(label="Jatuh tempo dari", method="saring_dari", widget=TanggalInput)
    sampai = filters.DateFilter(
        label="Jatuh tempo sampai", method="saring_sampai", widget=TanggalInput
    )

    class Meta:
        model = Jadwal
        fields: list[str] = []

    def cari(self, queryset: JadwalQuerySet, name: str, value: str) -> JadwalQuerySet:
        """In the naskah and the names of its mitra."""
        return queryset.filter(bernaskah_atau_mitra(value))

    def saring_ketepatan(self, queryset: JadwalQuerySet, name: str, value: str) -> JadwalQuerySet:
        """Done by its day, after it, or not yet."""
        return berketepatan(queryset, Ketepatan(value))

    def saring_dari(self, queryset: JadwalQuerySet, name: str, value: date) -> JadwalQuerySet:
        """By the date that counts, the postponed one where there is one."""
        return queryset.filter(
            Q(ditunda_sampai=None, jatuh_tempo__gte=value) | Q(ditunda_sampai__gte=value)
        )

    def saring_sampai(self, queryset: JadwalQuerySet, name: str, value: date) -> JadwalQuerySet:
        """The same, up to and including the day."""
        return queryset.filter(
            Q(ditunda_sampai=None, jatuh_tempo__lte=value) | Q(ditunda_sampai__lte=value)
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
