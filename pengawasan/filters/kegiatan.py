"""Narrowing the kegiatan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters

from inti.filters import DaftarFilterSet
from inti.forms import TanggalInput
from kerjasama.filters import unit_filter
from pengawasan.enums import (
    JenisKegiatan,
    StatusBeritaAcara,
    StatusKegiatan,
)
from pengawasan.models import BeritaAcara, Kegiatan
from pengawasan.queries.pencarian import bernaskah_atau_mitra

if TYPE_CHECKING:
    from pengawasan.models.kegiatan import KegiatanQuerySet


class KegiatanFilterSet(DaftarFilterSet):
    """By words, kind, state, unit, and planned day."""

    q = filters.CharFilter(label="Cari nomor, judul, atau mitra", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisKegiatan.choices, empty_label="Semua jenis"
    )
    status = filters.ChoiceFilter(
        label="Status", choices=StatusKegiatan.choices, empty_label="Semua status"
    )
    perangkat_daerah = unit_filter(field_name="naskah__perangkat_daerah")
    berita_acara = filters.ChoiceFilter(
        label="Berita acara",
        choices=StatusBeritaAcara.choices,
        empty_label="Semua",
        method="saring_berita_acara",
    )
    dari = filters.DateFilter(
        label="Direncanakan dari",
        field_name="tanggal_rencana",
        lookup_expr="gte",
        widget=TanggalInput,
    )
    sampai = filters.DateFilter(
        label="Direncanakan sampai",
        field_name="tanggal_rencana",
        lookup_expr="lte",
        widget=TanggalInput,
    )

    class Meta:
        model = Kegiatan
        fields: list[str] = []

    def cari(self, queryset: KegiatanQuerySet, name: str, value: str) -> KegiatanQuerySet:
        """In the naskah and the names of its mitra."""
        return queryset.filter(bernaskah_atau_mitra(value))

    def saring_berita_acara(
        self, queryset: KegiatanQuerySet, name: str, value: str
    ) -> KegiatanQuerySet:
        """With a berita acara in that state, among those one may see."""
        terlihat = BeritaAcara.objects.terlihat_oleh(self.request.user)
        return queryset.filter(pk__in=terlihat.filter(status=value).values("kegiatan"))
