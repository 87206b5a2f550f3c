"""Narrowing the register's lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q
from django.utils import timezone

from inti.kalender import tambah_bulan
from kerjasama.enums import STATUS_BERLAKU, JenisMitra, JenisNaskah, StatusNaskah
from kerjasama.models import Mitra, Naskah, PerangkatDaerah

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from kerjasama.models.mitra import MitraQuerySet
    from kerjasama.models.naskah import NaskahQuerySet
    from kerjasama.models.perangkat_daerah import PerangkatDaerahQuerySet

MASA = [
    ("3", "Berakhir dalam 3 bulan"),
    ("6", "Berakhir dalam 6 bulan"),
    ("12", "Berakhir dalam 12 bulan"),
    ("lewat", "Sudah lewat tanggal berakhir"),
]


# Whoever looks for what is in force does not want to lose what was extended.
STATUS = [
    (nilai, "Berlaku, termasuk diperpanjang" if nilai == StatusNaskah.BERLAKU else label)
    for nilai, label in StatusNaskah.choices
]


def unit_terlihat(request: HttpRequest | None) -> QuerySet[PerangkatDaerah]:
    """The units whose names the person may choose from."""
    if request is None:
        return PerangkatDaerah.objects.none()
    return PerangkatDaerah.objects.terlihat_oleh(request.user).order_by("nama")


class NaskahFilterSet(filters.FilterSet):
    """By words, kind, state, party, unit and time left."""

    q = filters.CharFilter(label="Cari", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisNaskah.choices, empty_label="Semua jenis"
    )
    status = filters.ChoiceFilter(
        label="Status", choices=STATUS, method="saring_status", empty_label="Semua status"
    )
    perangkat_daerah = filters.ModelChoiceFilter(
        label="Perangkat Daerah",
        queryset=unit_terlihat,
        empty_label="Semua perangkat daerah",
    )
    masa = filters.ChoiceFilter(
        label="Masa berlaku", choices=MASA, method="saring_masa", empty_label="Semua"
    )

    class Meta:
        model = Naskah
        fields: list[str] = []

    def cari(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """In number, title and partner."""
        pihak = Mitra.objects.bernama(value).values("pihak__naskah")
        return queryset.filter(
            Q(nomor__icontains=value) | Q(judul__icontains=value) | Q(pk__in=pihak)
        )

    def saring_status(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """In force means extended, too."""
        dicari = STATUS_BERLAKU if value == StatusNaskah.BERLAKU else (value,)
        return queryset.filter(status__in=dicari)

    def saring_masa(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """Ending within so many months, or already past the last day and still in force."""
        hari_ini = timezone.localdate()
        if value == "lewat":
            return queryset.lewat_masa(hari_ini)
        akhir = (hari_ini, tambah_bulan(hari_ini, int(value)))
        return queryset.filter(status__in=STATUS_BERLAKU, tanggal_berakhir__range=akhir)


class MitraFilterSet(filters.FilterSet):
    """By name, former names included, and kind."""

    q = filters.CharFilter(label="Cari nama, juga nama lama", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisMitra.choices, empty_label="Semua jenis"
    )

    class Meta:
        model = Mitra
        fields: list[str] = []

    def cari(self, queryset: MitraQuerySet, name: str, value: str) -> MitraQuerySet:
        """In every name it carries or carried."""
        return queryset.bernama(value)


class PerangkatDaerahFilterSet(filters.FilterSet):
    """By name, former names included."""

    q = filters.CharFilter(label="Cari nama, juga nama lama", method="cari")

    class Meta:
        model = PerangkatDaerah
        fields: list[str] = []

    def cari(
        self, queryset: PerangkatDaerahQuerySet, name: str, value: str
    ) -> PerangkatDaerahQuerySet:
        """In every name it carries or carried, and its abbreviation."""
        return queryset.bernama(value)
