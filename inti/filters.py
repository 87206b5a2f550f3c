"""Narrowing the kernel's lists."""

import django_filters as filters
from django import forms

from inti.models import JejakAudit


class JejakFilterSet(filters.FilterSet):
    """By action, actor, object and day."""

    aksi = filters.CharFilter(label="Aksi", lookup_expr="icontains")
    pelaku_nama = filters.CharFilter(label="Pelaku", lookup_expr="icontains")
    objek_nama = filters.CharFilter(label="Objek", lookup_expr="icontains")
    sejak = filters.DateFilter(
        label="Sejak tanggal",
        field_name="waktu",
        lookup_expr="date__gte",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    class Meta:
        model = JejakAudit
        fields: list[str] = []
