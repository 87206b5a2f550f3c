"""Narrowing the kernel's lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import django_filters as filters
from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet
from django.utils import timezone

from inti.enums import KerusakanBerkas, Peran, StatusKarantina
from inti.kata_kerja import kata_kerja_berisi
from inti.models import BerkasKarantina, BerkasRusak, JejakAudit, PemangkuJabatan, Pengguna
from inti.queries.pencarian import orang_memuat

# The key and the name of a row.
Sebutan = tuple[int, str]
DIUNDANG, AKTIF, NONAKTIF = "diundang", "aktif", "nonaktif"
BERSANDI = ~Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
KEADAAN = {
    DIUNDANG: Q(is_active=True) & ~BERSANDI,
    AKTIF: Q(is_active=True) & BERSANDI,
    NONAKTIF: Q(is_active=False),
}


class RujukanFilter(filters.ModelChoiceFilter):
    """A choice among rows whose keys and names `sebutan` tells of a request.

    Names are all that is drawn; what was chosen is looked up in the queryset, as ever. That one is
    a function of the request, and gives no rows for none. `bagi` tells of a request whether there
    is anything to choose from; where there is not, nothing is offered.
    """

    def __init__(
        self,
        *,
        sebutan: Callable[[Any], list[Sebutan]],
        bagi: Callable[[Any], bool] = bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.sebutan, self.bagi = sebutan, bagi

    @property
    def field(self) -> forms.Field:
        """With the names at hand for whoever draws it."""
        field: forms.Field = super().field
        field.sebutan = partial(self.sebutan, self.get_request())
        return field


class DaftarFilterSet(filters.FilterSet):
    """What narrows one of the project's lists: as django-filter does it, but made for one request.

    What no form shows, and the rows that a choice is checked against, are made only for an address
    that names the filter: they cost as much as the list.
    """

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        for nama in self.filters.keys() - self.data.keys():
            satu = self.filters[nama]
            if not isinstance(satu, RujukanFilter):
                if _tersembunyi(satu):
                    del self.filters[nama]
            elif satu.bagi(self.request):
                satu.queryset = satu.queryset(None)
            else:
                del self.filters[nama]

    @property
    def form(self) -> forms.Form:
        """The fields are those of the filters, and no copy of them: both live for this request."""
        if not hasattr(self, "_form"):
            self._form = self._meta.form(self.data if self.is_bound else None)
            self._form.fields = {nama: satu.field for nama, satu in self.filters.items()}
        form: forms.Form = self._form
        return form


def _tersembunyi(satu: filters.Filter) -> bool:
    return satu.extra.get("widget") is forms.HiddenInput


def _jenis_objek() -> list[tuple[str, str]]:
    """What a line can be about, as people call it: rows of this application, of no library."""
    milik = [app for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    semua = (model for app in milik for model in app.get_models())
    jenis = {m._meta.label_lower: str(m._meta.verbose_name) for m in semua}
    return sorted(jenis.items(), key=lambda satu: satu[1])


class AkunFilterSet(DaftarFilterSet):
    """By words of the name or address, role of today, and state."""

    q = filters.CharFilter(label="Cari nama, nama pengguna, atau surel", method="cari")
    peran = filters.ChoiceFilter(label="Peran", choices=Peran.choices, method="berperan")
    keadaan = filters.ChoiceFilter(
        label="Keadaan",
        choices=[(DIUNDANG, "Diundang"), (AKTIF, "Aktif"), (NONAKTIF, "Nonaktif")],
        method="dalam_keadaan",
    )

    class Meta:
        model = Pengguna
        fields: list[str] = []

    def cari(self, semua: QuerySet[Pengguna], nama: str, kata: str) -> QuerySet[Pengguna]:
        """Anywhere in one of the three."""
        return semua.filter(orang_memuat(kata))

    def berperan(self, semua: QuerySet[Pengguna], nama: str, peran: str) -> QuerySet[Pengguna]:
        """Those who hold a seat of the role today."""
        kursi = PemangkuJabatan.objects.berlaku_pada(timezone.localdate())
        return semua.filter(pk__in=kursi.filter(jabatan__peran=peran).values("pengguna"))

    def dalam_keadaan(self, semua: QuerySet[Pengguna], nama: str, nilai: str) -> QuerySet[Pengguna]:
        """Invited means that no password was made yet."""
        return semua.filter(KEADAAN[nilai])


class KarantinaFilterSet(DaftarFilterSet):
    """By words of the name or of what was found, and where the bytes are."""

    q = filters.CharFilter(label="Cari nama berkas, temuan, atau SHA-256", method="cari")
    status = filters.ChoiceFilter(label="Isinya", choices=StatusKarantina.choices)

    class Meta:
        model = BerkasKarantina
        fields: list[str] = []

    def cari(
        self, semua: QuerySet[BerkasKarantina], nama: str, kata: str
    ) -> QuerySet[BerkasKarantina]:
        """Anywhere in the first two, or the beginning of the hash."""
        syarat = Q(nama__icontains=kata) | Q(temuan__icontains=kata)
        return semua.filter(syarat | Q(sha256__startswith=kata.lower()))


class BerkasRusakFilterSet(DaftarFilterSet):
    """By words of the name, its number or hash, and what is wrong."""

    q = filters.CharFilter(label="Cari nama berkas, nomor, atau SHA-256", method="cari")
    keadaan = filters.ChoiceFilter(label="Keadaan", choices=KerusakanBerkas.choices)

    class Meta:
        model = BerkasRusak
        fields: list[str] = []

    def cari(self, semua: QuerySet[BerkasRusak], nama: str, kata: str) -> QuerySet[BerkasRusak]:
        """Anywhere in the name, the whole number, or the beginning of the hash."""
        syarat = Q(berkas__nama__icontains=kata) | Q(berkas__sha256__startswith=kata.lower())
        if kata.isdecimal() and len(kata) < 19:
            syarat |= Q(berkas=int(kata))
        return semua.filter(syarat)


class JejakFilterSet(DaftarFilterSet):
    """By action, actor, object and days."""

    aksi = filters.CharFilter(label="Tindakan", method="bertindak")
    pelaku_nama = filters.CharFilter(label="Pelaku", lookup_expr="icontains")
    objek_nama = filters.CharFilter(label="Objek", lookup_expr="icontains")
    objek_jenis = filters.ChoiceFilter(label="Jenis objek", choices=_jenis_objek)
    objek_id = filters.NumberFilter(label="Nomor objek")
    sejak = filters.DateFilter(
        label="Sejak tanggal",
        field_name="waktu",
        lookup_expr="date__gte",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    sampai = filters.DateFilter(
        label="Sampai tanggal",
        field_name="waktu",
        lookup_expr="date__lte",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    class Meta:
        model = JejakAudit
        fields: list[str] = []

    def bertindak(self, semua: QuerySet[JejakAudit], nama: str, kata: str) -> QuerySet[JejakAudit]:
        """As the page says it ("memasang faktor kedua"), or by its code."""
        for satu in kata.lower().split():
            syarat = Q(aksi__icontains=satu)
            for kerja in kata_kerja_berisi(satu):
                syarat |= Q(aksi__endswith=f".{kerja}")
            semua = semua.filter(syarat)
        return semua
