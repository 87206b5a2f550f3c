"""Narrowing the log of pembinaan, and the table made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters as filters
from django.db.models import Q

from inti.filters import DaftarFilterSet
from kerjasama.models import PerangkatDaerah
from pengawasan.enums import JenisPembinaan
from pengawasan.models import Pembinaan, PesertaPembinaan
from pengawasan.models.pembinaan import unit_terlihat
from pengawasan.queries.rekap_pembinaan import MENURUT, PER_TAHUN

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from pengawasan.models.pembinaan import PembinaanQuerySet

KEADAAN = (("terlaksana", "Terlaksana"), ("dibatalkan", "Dibatalkan"))


def unit_dibina(request: HttpRequest | None) -> QuerySet[PerangkatDaerah]:
    """The units of whose pembinaan the person may know."""
    if request is None:
        return PerangkatDaerah.objects.none()
    pengguna: Any = request.user
    return unit_terlihat(pengguna).order_by("nama")


class PembinaanFilterSet(DaftarFilterSet):
    """By words, kind, unit, year and whether it was cancelled."""

    q = filters.CharFilter(label="Cari materi, tempat, narasumber, atau peserta", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisPembinaan.choices, empty_label="Semua jenis"
    )
    perangkat_daerah = filters.ModelChoiceFilter(
        label="Perangkat daerah",
        queryset=unit_dibina,
        method="saring_unit",
        empty_label="Semua perangkat daerah",
    )
    tahun = filters.NumberFilter(
        label="Tahun", field_name="tanggal_mulai__year", min_value=1900, max_value=2199
    )
    keadaan = filters.ChoiceFilter(
        label="Keadaan", choices=KEADAAN, method="saring_keadaan", empty_label="Semua"
    )

    class Meta:
        model = Pembinaan
        fields: list[str] = []

    def cari(self, queryset: PembinaanQuerySet, name: str, value: str) -> PembinaanQuerySet:
        """In the entry, and in the names of the people whom the reader may know of."""
        orang = PesertaPembinaan.objects.terlihat_oleh(self.request.user)
        return queryset.filter(
            Q(materi__icontains=value)
            | Q(tempat__icontains=value)
            | Q(narasumber__icontains=value)
            | Q(hasil__icontains=value)
            | Q(pk__in=orang.filter(nama__icontains=value).values("pembinaan"))
        )

    def saring_unit(
        self, queryset: PembinaanQuerySet, name: str, value: PerangkatDaerah
    ) -> PembinaanQuerySet:
        """In which the unit took part."""
        return queryset.pada_unit(PerangkatDaerah.objects.filter(pk=value.pk))

    def saring_keadaan(
        self, queryset: PembinaanQuerySet, name: str, value: str
    ) -> PembinaanQuerySet:
        """What took place, or what was cancelled."""
        if value == "terlaksana":
            return queryset.terlaksana()
        return queryset.exclude(dibatalkan_pada=None)


class RekapPembinaanFilterSet(DaftarFilterSet):
    """What the columns of the table are, and of which year."""

    menurut = filters.ChoiceFilter(
        label="Kolom", choices=MENURUT, method="tanpa_saring", empty_label=None
    )
    tahun = filters.NumberFilter(
        label="Tahun", min_value=1900, max_value=2199, method="tanpa_saring"
    )

    class Meta:
        model = Pembinaan
        fields: list[str] = []

    def tanpa_saring(self, queryset: PembinaanQuerySet, name: str, value: Any) -> PembinaanQuerySet:
        """The table is counted elsewhere."""
        return queryset

    def pilihan(self) -> dict[str, Any]:
        """What the table is asked for; what is not understood is left out."""
        isi = self.form.cleaned_data if self.form.is_valid() else {}
        tahun = isi.get("tahun")
        return {
            "menurut": isi.get("menurut") or PER_TAHUN,
            "tahun": int(tahun) if tahun is not None else None,
        }
