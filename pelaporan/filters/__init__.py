"""Narrowing the lists of reporting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from inti.filters import DaftarFilterSet
from inti.models import NomorSurat
from kerjasama.enums import JenisNaskah
from kerjasama.models import Mitra, Naskah, ParaPihak, PerangkatDaerah
from pelaporan.enums import (
    JenisDokumen,
    KeadaanPublik,
    KetepatanPengawasan,
    StatusLaporan,
    StatusLaporanMitra,
)
from pelaporan.models import Dokumen, KewajibanLaporan, Laporan, LaporanMitra
from pelaporan.queries import laporan_mitra as queries
from pelaporan.queries import publik
from pelaporan.queries.pencarian import laporan_memuat, laporan_mitra_memuat, surat_memuat
from pengawasan.enums import JenisKegiatan
from pengawasan.models import Kegiatan

if TYPE_CHECKING:
    from django.http import HttpRequest

    from kerjasama.models.naskah import NaskahQuerySet
    from pelaporan.models.laporan import LaporanQuerySet

STATUS = [(s.value, s.label) for s in StatusLaporanMitra if s != StatusLaporanMitra.DRAF]
KEADAAN = [
    ("terlambat", "Terlambat"),
    ("jatuh_tempo", "Jatuh tempo, belum terlambat"),
    ("mendatang", "Mendatang"),
]


def naskah_terlihat(request: HttpRequest | None) -> QuerySet[Naskah]:
    """The naskah that the person may know of; any other is as good as missing."""
    if request is None:
        return Naskah.objects.none()
    return Naskah.objects.terlihat_oleh(request.user)


def mitra_terlihat(request: HttpRequest | None) -> QuerySet[Mitra]:
    """The mitra of those naskah."""
    return Mitra.objects.filter(
        pk__in=ParaPihak.objects.filter(naskah__in=naskah_terlihat(request)).values("mitra")
    )


def kegiatan_terlihat(request: HttpRequest | None) -> QuerySet[Kegiatan]:
    """The same, for kegiatan."""
    if request is None:
        return Kegiatan.objects.none()
    return Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah")


def unit_publik(request: HttpRequest | None) -> QuerySet[PerangkatDaerah]:
    """The units that the public register names."""
    return publik.unit(timezone.localdate())


class DokumenFilterSet(DaftarFilterSet):
    """By words, kind and date."""

    q = filters.CharFilter(label="Cari judul atau nomor", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisDokumen.choices, empty_label="Semua jenis"
    )

    class Meta:
        model = Dokumen
        fields: list[str] = []

    def cari(self, queryset: QuerySet[Dokumen], name: str, value: str) -> QuerySet[Dokumen]:
        """In title and number."""
        return queryset.filter(Q(judul__icontains=value) | Q(nomor__nomor__icontains=value))


class LaporanMitraFilterSet(DaftarFilterSet):
    """By words, state, partner, lateness and reading."""

    q = filters.CharFilter(label="Cari naskah, mitra, atau tanda terima", method="cari")
    status = filters.ChoiceFilter(label="Status", choices=STATUS, empty_label="Semua status")
    # By name: a list of ten thousand partners to choose from would outweigh the page.
    mitra = filters.CharFilter(
        label="Nama mitra", field_name="kewajiban__mitra__nama", lookup_expr="icontains"
    )
    terlambat = filters.ChoiceFilter(
        label="Ketepatan",
        choices=[("ya", "Pernah terlambat")],
        empty_label="Semua",
        method="saring_terlambat",
    )
    dibaca = filters.ChoiceFilter(
        label="Tanda terima Anda",
        choices=[("belum", "Belum dibaca")],
        empty_label="Semua",
        method="saring_dibaca",
    )
    naskah = filters.ModelChoiceFilter(
        label="Naskah",
        field_name="kewajiban__naskah",
        queryset=naskah_terlihat,
        widget=forms.HiddenInput,
    )

    class Meta:
        model = LaporanMitra
        fields: list[str] = []

    def cari(
        self, queryset: QuerySet[LaporanMitra], name: str, value: str
    ) -> QuerySet[LaporanMitra]:
        """In the naskah, the partner's name and the receipt number."""
        return queryset.filter(laporan_mitra_memuat(value))

    def saring_terlambat(
        self, queryset: QuerySet[LaporanMitra], name: str, value: str
    ) -> QuerySet[LaporanMitra]:
        """Some round came late, or is overdue again."""
        return queries.terlambat(queryset)

    def saring_dibaca(
        self, queryset: QuerySet[LaporanMitra], name: str, value: str
    ) -> QuerySet[LaporanMitra]:
        """Waiting for this person's reading."""
        return queries.belum_dibaca(queryset, self.request.user)


class KewajibanLaporanFilterSet(DaftarFilterSet):
    """By words, partner and where the duty stands."""

    q = filters.CharFilter(label="Cari naskah atau mitra", method="cari")
    mitra = filters.CharFilter(
        label="Nama mitra", field_name="mitra__nama", lookup_expr="icontains"
    )
    keadaan = filters.ChoiceFilter(
        label="Keadaan", choices=KEADAAN, empty_label="Semua", method="saring_keadaan"
    )
    diminta = filters.ChoiceFilter(
        label="Jenis laporan",
        choices=[("tidak", "Berkala"), ("ya", "Atas permintaan")],
        empty_label="Semua",
        method="saring_diminta",
    )
    naskah = filters.ModelChoiceFilter(
        label="Naskah", queryset=naskah_terlihat, widget=forms.HiddenInput
    )
    pihak = filters.ModelChoiceFilter(
        label="Mitra", field_name="mitra", queryset=mitra_terlihat, widget=forms.HiddenInput
    )

    class Meta:
        model = KewajibanLaporan
        fields: list[str] = []

    def cari(
        self, queryset: QuerySet[KewajibanLaporan], name: str, value: str
    ) -> QuerySet[KewajibanLaporan]:
        """In the naskah and the partner's name."""
        return queryset.filter(
            Q(naskah__nomor__icontains=value)
            | Q(naskah__judul__icontains=value)
            | Q(mitra__nama__icontains=value)
        )

    def saring_diminta(
        self, queryset: QuerySet[KewajibanLaporan], name: str, value: str
    ) -> QuerySet[KewajibanLaporan]:
        """Of the periods, or asked for besides them."""
        return queryset.filter(permintaan__isnull=value == "tidak")

    def saring_keadaan(
        self, queryset: QuerySet[KewajibanLaporan], name: str, value: str
    ) -> QuerySet[KewajibanLaporan]:
        """Every open duty is in exactly one of the three."""
        hari_ini = timezone.localdate()
        keadaan = {
            "terlambat": Q(batas__lt=hari_ini),
            "jatuh_tempo": Q(batas__gte=hari_ini, jatuh_tempo__lte=hari_ini),
            "mendatang": Q(batas__gte=hari_ini, jatuh_tempo__gt=hari_ini),
        }
        return queryset.filter(keadaan[value])


class LaporanFilterSet(DaftarFilterSet):
    """By words, kind, state, or one kegiatan."""

    q = filters.CharFilter(label="Cari naskah atau nomor laporan", method="cari")
    status = filters.ChoiceFilter(
        label="Status", choices=StatusLaporan.choices, empty_label="Semua status"
    )
    jenis = filters.ChoiceFilter(
        label="Jenis",
        field_name="kegiatan__jenis",
        choices=JenisKegiatan.choices,
        empty_label="Semua jenis",
    )
    kegiatan = filters.ModelChoiceFilter(
        label="Kegiatan", queryset=kegiatan_terlihat, widget=forms.HiddenInput
    )

    class Meta:
        model = Laporan
        fields: list[str] = []

    def cari(self, queryset: LaporanQuerySet, name: str, value: str) -> LaporanQuerySet:
        """In the number and title of the naskah, and the number of the letter."""
        return queryset.filter(laporan_memuat(value))


def tahun_surat() -> list[tuple[int, str]]:
    """The years that have a number, newest first."""
    tahun = NomorSurat.objects.order_by("-tahun").values_list("tahun", flat=True).distinct()
    return [(satu, str(satu)) for satu in tahun]


class SuratFilterSet(DaftarFilterSet):
    """By year, state and words."""

    q = filters.CharFilter(label="Cari nomor atau perihal", method="cari")
    tahun = filters.ChoiceFilter(label="Tahun", choices=tahun_surat, empty_label="Semua tahun")
    keadaan = filters.ChoiceFilter(
        label="Keadaan",
        choices=[("berlaku", "Berlaku"), ("dibatalkan", "Dibatalkan")],
        empty_label="Semua",
        method="saring_keadaan",
    )

    class Meta:
        model = NomorSurat
        fields: list[str] = []

    def cari(self, queryset: QuerySet[NomorSurat], name: str, value: str) -> QuerySet[NomorSurat]:
        """In the number and the subject."""
        return queryset.filter(surat_memuat(value))

    def saring_keadaan(
        self, queryset: QuerySet[NomorSurat], name: str, value: str
    ) -> QuerySet[NomorSurat]:
        """Cancelled numbers stay in the register; this finds them."""
        return queryset.filter(dibatalkan_pada__isnull=value == "berlaku")


class PortalFilterSet(KewajibanLaporanFilterSet):
    """What a mitra needs of it."""

    mitra = None
    naskah = None


class PublikFilterSet(DaftarFilterSet):
    """The public register: by words, kind, state, supervision and unit."""

    q = filters.CharFilter(
        label="Cari nomor, judul, atau mitra", method="cari", max_length=100, strip=True
    )
    jenis = filters.ChoiceFilter(
        label="Jenis naskah", choices=JenisNaskah.choices, empty_label="Semua jenis"
    )
    keadaan = filters.ChoiceFilter(
        label="Keadaan",
        choices=KeadaanPublik.choices,
        empty_label="Semua keadaan",
        method="saring_keadaan",
    )
    pengawasan = filters.ChoiceFilter(
        label="Pengawasan",
        choices=KetepatanPengawasan.choices,
        empty_label="Semua",
        method="saring_pengawasan",
    )
    perangkat_daerah = filters.ModelChoiceFilter(
        label="Perangkat Daerah",
        queryset=unit_publik,
        empty_label="Semua perangkat daerah",
    )

    class Meta:
        model = Naskah
        fields: list[str] = []

    def cari(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """See queries.publik."""
        return publik.cari(queryset, value)

    def saring_keadaan(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """As of today."""
        return publik.saring_keadaan(queryset, value, per=timezone.localdate())

    def saring_pengawasan(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """As of today."""
        return publik.saring_ketepatan(queryset, value, per=timezone.localdate())
