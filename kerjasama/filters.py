"""Narrowing the register's lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters as filters
from django import forms
from django.db.models import Q
from django.utils import timezone

from inti.enums import Peran
from inti.filters import DaftarFilterSet, RujukanFilter, Sebutan
from inti.kalender import tambah_bulan
from inti.models import Pengguna
from inti.queries.tetap import HARI_INI, PEMBACA, Tetap
from inti.roles import Kemampuan, mampu
from kerjasama.enums import (
    STATUS_BERLAKU,
    JenisMitra,
    JenisNaskah,
    PihakButir,
    SifatUang,
    StatusNaskah,
    Tanda,
)
from kerjasama.models import Butir, Keanggotaan, Mitra, Naskah, PerangkatDaerah, Setoran
from kerjasama.queries import cari
from kerjasama.queries.berkas_dicari import khalayak
from kerjasama.queries.naskah import petugas

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from kerjasama.models.mitra import MitraQuerySet
    from kerjasama.models.naskah import NaskahQuerySet
    from kerjasama.models.perangkat_daerah import PerangkatDaerahQuerySet
    from kerjasama.models.setoran import SetoranQuerySet

MASA = [
    ("3", "Berakhir dalam 3 bulan"),
    ("6", "Berakhir dalam 6 bulan"),
    ("12", "Berakhir dalam 12 bulan"),
    ("lewat", "Sudah lewat tanggal berakhir"),
]
KEADAAN_SETORAN = [
    ("terlambat", "Terlambat"),
    ("menunggu", "Menunggu konfirmasi"),
    ("jatuh_tempo", "Sudah jatuh tempo"),
    ("dibayar", "Sudah dibayar"),
    ("mendatang", "Belum jatuh tempo"),
    ("semua", "Semua"),
]


def naskah_terlihat(request: HttpRequest | None) -> QuerySet[Naskah]:
    """The naskah that the person may know of; any other is as good as missing."""
    if request is None:
        return Naskah.objects.none()
    return Naskah.objects.terlihat_oleh(request.user)


def butir_terlihat(request: HttpRequest | None) -> QuerySet[Butir]:
    """The same, for items."""
    if request is None:
        return Butir.objects.none()
    return Butir.objects.terlihat_oleh(request.user)


def mitra_terlihat(request: HttpRequest | None) -> QuerySet[Mitra]:
    """The same, for mitra."""
    if request is None:
        return Mitra.objects.none()
    return Mitra.objects.terlihat_oleh(request.user)


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


def petugas_terlihat(request: HttpRequest | None) -> QuerySet[Pengguna]:
    """The staff whose names the person may choose from."""
    if request is None or not mampu(request.user.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
        return Pengguna.objects.none()
    return petugas()


def _unit_sendiri() -> QuerySet[Any, Any]:
    anggota = Keanggotaan.objects.berlaku_pada(HARI_INI).filter(pengguna=PEMBACA).order_by()
    unit = PerangkatDaerah.objects.filter(pk__in=anggota.values("perangkat_daerah"))
    return unit.order_by("nama").values_list("pk", "nama")


UNIT_SENDIRI = Tetap(_unit_sendiri)
SEMUA_UNIT = Tetap(lambda: PerangkatDaerah.objects.order_by("nama").values_list("pk", "nama"))
SEMUA_PETUGAS = Tetap(lambda: petugas(HARI_INI).values_list("pk", "nama", "username"))


def sebutan_unit(request: HttpRequest) -> list[Sebutan]:
    """The names of the same units."""
    if mampu(request.user.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
        return SEMUA_UNIT.baris()
    return UNIT_SENDIRI.baris(pembaca=request.user.pk, hari_ini=timezone.localdate())


def sebutan_petugas(request: HttpRequest) -> list[Sebutan]:
    """The names of the same staff; asked only for those who may choose."""
    semua = SEMUA_PETUGAS.baris(hari_ini=timezone.localdate())
    return [(pk, nama or akun) for pk, nama, akun in semua]


def mengenal_unit(request: HttpRequest) -> bool:
    """Whether the person may know of any unit: all, or those of one's own."""
    peran = request.user.peran
    return Peran.PD in peran or mampu(peran, Kemampuan.LIHAT_SEMUA_NASKAH)


def unit_filter(label: str = "Perangkat Daerah", **kwargs: Any) -> RujukanFilter:
    """A choice among the units that the person may know of."""
    return RujukanFilter(
        label=label,
        queryset=unit_terlihat,
        sebutan=sebutan_unit,
        bagi=mengenal_unit,
        empty_label="Semua perangkat daerah",
        **kwargs,
    )


class NaskahFilterSet(DaftarFilterSet):
    """By words, kind, state, party, unit, time left, and how the staff keep them."""

    q = filters.CharFilter(label="Cari nomor, judul, mitra, atau isi", method="cari")
    jenis = filters.ChoiceFilter(
        label="Jenis", choices=JenisNaskah.choices, empty_label="Semua jenis"
    )
    status = filters.ChoiceFilter(
        label="Status", choices=STATUS, method="saring_status", empty_label="Semua status"
    )
    perangkat_daerah = unit_filter()
    mitra = filters.ModelChoiceFilter(
        label="Mitra sekarang",
        queryset=mitra_terlihat,
        method="saring_mitra",
        widget=forms.HiddenInput,
    )
    mantan_mitra = filters.ModelChoiceFilter(
        label="Mitra yang sudah keluar",
        queryset=mitra_terlihat,
        method="saring_mitra",
        widget=forms.HiddenInput,
    )
    masa = filters.ChoiceFilter(
        label="Masa berlaku", choices=MASA, method="saring_masa", empty_label="Semua"
    )
    penanggung_jawab = RujukanFilter(
        label="Penanggung jawab",
        queryset=petugas_terlihat,
        sebutan=sebutan_petugas,
        empty_label="Semua",
        null_label="Belum ada",
        null_value="tanpa",
    )
    tanda = filters.ChoiceFilter(label="Tanda", choices=Tanda.choices, empty_label="Semua tanda")

    class Meta:
        model = Naskah
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not mampu(self.request.user.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            del self.filters["penanggung_jawab"], self.filters["tanda"]

    def cari(self, queryset: NaskahQuerySet, name: str, value: str) -> NaskahQuerySet:
        """In numbers, title, parties, content and the text of the files that one may read."""
        return cari.cocok(queryset, cari.kueri(value), untuk=khalayak(self.request.user))

    def saring_mitra(self, queryset: NaskahQuerySet, name: str, value: Mitra) -> NaskahQuerySet:
        """Parties of today, or those that left by an addendum: never both."""
        pihak = value.pihak.aktif() if name == "mitra" else value.pihak.keluar()
        return queryset.filter(pk__in=pihak.order_by().values("naskah"))

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


class MitraFilterSet(DaftarFilterSet):
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


class PerangkatDaerahFilterSet(DaftarFilterSet):
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


class SetoranFilterSet(DaftarFilterSet):
    """By words, where it stands, whose it is; what is due and unpaid unless asked otherwise."""

    q = filters.CharFilter(label="Cari naskah, mitra, atau uraian", method="cari")
    keadaan = filters.ChoiceFilter(
        label="Keadaan",
        choices=KEADAAN_SETORAN,
        empty_label="Jatuh tempo, belum lunas",
        method="saring_keadaan",
    )
    pihak = filters.ChoiceFilter(
        label="Kewajiban",
        field_name="butir__pihak",
        choices=PihakButir.choices,
        empty_label="Semua pihak",
    )
    sifat = filters.ChoiceFilter(
        label="Sifat",
        field_name="butir__sifat_uang",
        choices=SifatUang.choices,
        empty_label="Semua sifat",
    )
    perangkat_daerah = unit_filter(field_name="butir__naskah__perangkat_daerah")
    naskah = filters.ModelChoiceFilter(
        label="Naskah",
        field_name="butir__naskah",
        queryset=naskah_terlihat,
        widget=forms.HiddenInput,
    )
    mitra = filters.NumberFilter(
        field_name="butir__mitra", min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput
    )
    butir = filters.ModelChoiceFilter(
        label="Butir", queryset=butir_terlihat, widget=forms.HiddenInput
    )

    class Meta:
        model = Setoran
        fields: list[str] = []

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        # Bound even without a wish, so that the list has its first choice then too.
        super().__init__({} if data is None else data, *args, **kwargs)

    def filter_queryset(self, queryset: SetoranQuerySet) -> SetoranQuerySet:
        """Without a wish, what is due and not paid in full."""
        tersaring = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("keadaan"):
            return tersaring
        return tersaring.tunggakan_pada(timezone.localdate())

    def cari(self, queryset: SetoranQuerySet, name: str, value: str) -> SetoranQuerySet:
        """In number, title, partner and wording."""
        pihak = Mitra.objects.filter(nama__icontains=value).values("pihak__naskah")
        return queryset.filter(
            Q(butir__naskah__nomor__icontains=value)
            | Q(butir__naskah__judul__icontains=value)
            | Q(butir__uraian__icontains=value)
            | Q(butir__naskah__in=pihak)
        )

    def saring_keadaan(self, queryset: SetoranQuerySet, name: str, value: str) -> SetoranQuerySet:
        """Where it stands today; the day it falls due is due, the day after is late."""
        hari_ini = timezone.localdate()
        return {
            "terlambat": queryset.tunggakan_pada(hari_ini).filter(jatuh_tempo__lt=hari_ini),
            "menunggu": queryset.terbuka().filter(menunggu__gt=0),
            "jatuh_tempo": queryset.terbuka().filter(jatuh_tempo__lte=hari_ini),
            "dibayar": queryset.terbuka().filter(dibayar__gt=0),
            "mendatang": queryset.terbuka().filter(jatuh_tempo__gt=hari_ini),
            "semua": queryset,
        }[value]
