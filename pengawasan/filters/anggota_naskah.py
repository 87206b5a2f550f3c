"""Narrowing the anggota tidak tetap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django_filters as filters
from django import forms
from django.db.models import Q
from django.utils import timezone

from inti.filters import DaftarFilterSet
from kerjasama.filters import naskah_terlihat
from kerjasama.models import PenugasanNaskah

if TYPE_CHECKING:
    from kerjasama.models.penugasan_naskah import PenugasanNaskahQuerySet

KEADAAN = (("berjalan", "Sedang bertugas"), ("mendatang", "Belum mulai"), ("lewat", "Sudah lewat"))


class AnggotaNaskahFilterSet(DaftarFilterSet):
    """By words, by where the period stands, and by naskah."""

    q = filters.CharFilter(label="Cari nama, unit, atau naskah", method="cari")
    keadaan = filters.ChoiceFilter(
        label="Masa", choices=KEADAAN, method="saring_keadaan", empty_label="Semua masa"
    )
    naskah = filters.ModelChoiceFilter(
        label="Naskah", queryset=naskah_terlihat, widget=forms.HiddenInput
    )

    class Meta:
        model = PenugasanNaskah
        fields: list[str] = []

    def cari(
        self, queryset: PenugasanNaskahQuerySet, name: str, value: str
    ) -> PenugasanNaskahQuerySet:
        """In the person, the unit and the naskah."""
        return queryset.filter(
            Q(nama__icontains=value)
            | Q(perangkat_daerah__nama__icontains=value)
            | Q(naskah__nomor__icontains=value)
            | Q(naskah__judul__icontains=value)
        )

    def saring_keadaan(
        self, queryset: PenugasanNaskahQuerySet, name: str, value: str
    ) -> PenugasanNaskahQuerySet:
        """Where today lies."""
        hari_ini = timezone.localdate()
        if value == "berjalan":
            return queryset.berlaku_pada(hari_ini)
        if value == "mendatang":
            return queryset.filter(mulai__gt=hari_ini)
        return queryset.filter(selesai__lt=hari_ini)
