"""Narrowing the supervision's lists."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import django_filters as filters
from django.db.models import Q
from django.forms import HiddenInput
from django.utils import timezone

from inti.forms import TanggalInput
from kerjasama.filters import unit_terlihat
from kerjasama.models import Mitra, Naskah, PerangkatDaerah
from pengawasan.enums import (
    JenisKegiatan,
    StatusBeritaAcara,
    StatusJadwal,
    StatusKegiatan,
    StatusTindakLanjut,
)
from pengawasan.models import BeritaAcara, Jadwal, Kegiatan, SuratTugas, TindakLanjut
from pengawasan.queries.akan_berakhir import TAB

if TYPE_CHECKING:
    from kerjasama.models.naskah import NaskahQuerySet
    from pengawasan.models.jadwal import JadwalQuerySet
    from pengawasan.models.kegiatan import KegiatanQuerySet
    from pengawasan.models.tim import SuratTugasQuerySet
    from pengawasan.models.tindak_lanjut import TindakLanjutQuerySet


class TindakLanjutFilterSet(filters.FilterSet):
    """By words, state, unit, and lateness."""

    q = filters.CharFilter(label="Cari", method="cari")
    status = filters.ChoiceFilter(
        label="Status", choices=StatusTindakLanjut.choices, empty_label="Semua status"
    )
    perangkat_daerah = filters.ModelChoiceFilter(
        label="Penanggung jawab",
        queryset=unit_terlihat,
        empty_label="Semua perangkat daerah",
    )
    terlambat = filters.ChoiceFilter(
        label="Tenggat",
        method="saring_terlambat",
        choices=[("ya", "Terlambat")],
        empty_label="Semua",
    )

    class Meta:
        model = TindakLanjut
        fields: list[str] = []

    def cari(self, queryset: TindakLanjutQuerySet, name: str, value: str) -> TindakLanjutQuerySet:
        """In what is to be done and in the naskah."""
        return queryset.filter(
            Q(uraian__icontains=value)
            | Q(naskah__judul__icontains=value)
            | Q(naskah__nomor__icontains=value)
        )

    def saring_terlambat(
        self, queryset: TindakLanjutQuerySet, name: str, value: str
    ) -> TindakLanjutQuerySet:
        """Past its date and not closed."""
        return queryset.terlambat_pada(timezone.localdate())


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
            return queryset.terbuka().filter(naskah__perencanaan__lewat_12_bulan=True)
        batas = hari_ini + timedelta(days=int(value))
        return queryset.terbuka().jatuh_antara(hari_ini, batas)


class KegiatanFilterSet(filters.FilterSet):
    """By words, kind, state, unit, and planned day."""

    q = filters.CharFilter(label="Cari nomor, judul, atau mitra", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisKegiatan.choices, empty_label="Semua jenis"
    )
    status = filters.ChoiceFilter(
        label="Status", choices=StatusKegiatan.choices, empty_label="Semua status"
    )
    perangkat_daerah = filters.ModelChoiceFilter(
        label="Perangkat Daerah",
        field_name="naskah__perangkat_daerah",
        queryset=unit_terlihat,
        empty_label="Semua perangkat daerah",
    )
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
        bermitra = Naskah.objects.filter(mitra__nama__icontains=value)
        return queryset.filter(
            Q(naskah__judul__icontains=value)
            | Q(naskah__nomor__icontains=value)
            | Q(naskah__in=bermitra)
        )

    def saring_berita_acara(
        self, queryset: KegiatanQuerySet, name: str, value: str
    ) -> KegiatanQuerySet:
        """With a berita acara in that state, among those one may see."""
        terlihat = BeritaAcara.objects.terlihat_oleh(self.request.user)
        return queryset.filter(pk__in=terlihat.filter(status=value).values("kegiatan"))


class SuratTugasFilterSet(filters.FilterSet):
    """By words, and day of the letter."""

    q = filters.CharFilter(label="Cari nomor, anggota, atau naskah", method="cari")
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


class AkanBerakhirFilterSet(filters.FilterSet):
    """The naskah whose rows the expiry desk shows; `benda` and `dalam` are read by the desk."""

    q = filters.CharFilter(label="Cari nomor, judul, mitra, atau perangkat daerah", method="cari")
    benda = filters.ChoiceFilter(
        label="Yang berakhir",
        choices=[("naskah", "Naskah"), ("lampiran", "Lampiran")],
        empty_label="Naskah dan lampiran",
        method="biarkan",
    )
    dalam = filters.ChoiceFilter(
        label="Jangka", choices=list(TAB.items()), widget=HiddenInput, method="biarkan"
    )

    class Meta:
        model = Naskah
        fields: list[str] = []

    def cari(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """In number, title, partner and unit."""
        pihak = Mitra.objects.filter(nama__icontains=value).values("pihak__naskah")
        unit = PerangkatDaerah.objects.filter(nama__icontains=value).values("keterlibatan__naskah")
        return queryset.filter(
            Q(nomor__icontains=value) | Q(judul__icontains=value) | Q(pk__in=pihak) | Q(pk__in=unit)
        )

    def biarkan(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """Narrows no naskah."""
        return queryset
