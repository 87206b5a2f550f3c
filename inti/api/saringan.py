"""The filters of a page, for programs: what a page overlooks is refused here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters as filters
from rest_framework.exceptions import ValidationError
from rest_framework.filters import BaseFilterBackend

from inti.api.halaman import PARAMETER

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request

SKEMA: tuple[tuple[type[filters.Filter], dict[str, Any]], ...] = (
    (filters.DateFilter, {"type": "string", "format": "date"}),
    (filters.BooleanFilter, {"type": "boolean"}),
    (filters.NumberFilter, {"type": "number"}),
    (filters.ModelMultipleChoiceFilter, {"type": "array", "items": {"type": "integer"}}),
    (filters.ModelChoiceFilter, {"type": "integer"}),
)


class SaringanHalaman(BaseFilterBackend):
    """The page's own filterset, so that both ask the same questions of the same rows."""

    def filter_queryset(
        self, request: Request, queryset: QuerySet[Any], view: Any
    ) -> QuerySet[Any]:
        """Raises ValidationError for a value that fits no filter, and for one of no filter."""
        kelas = view.kelas_saringan()
        dikenal = {*PARAMETER, *(kelas.base_filters if kelas else ())}
        if asing := sorted(request.query_params.keys() - dikenal):
            raise ValidationError({nama: ["Parameter ini tidak dikenal."] for nama in asing})
        if kelas is None:
            return queryset
        saringan = kelas(request.query_params, queryset, request=request)
        if not saringan.is_valid():
            raise ValidationError(saringan.errors)
        tersaring: QuerySet[Any] = saringan.qs
        return tersaring

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """One parameter for each filter, as its field takes it."""
        kelas = view.kelas_saringan()
        return [
            {
                "name": nama,
                "in": "query",
                "required": False,
                "description": str(satu.label or nama),
                "schema": _skema(satu),
            }
            for nama, satu in (kelas.base_filters.items() if kelas else ())
        ]


def _skema(satu: filters.Filter) -> dict[str, Any]:
    if nilai := satu.extra.get("null_value") if satu.extra.get("null_label") else None:
        return {"oneOf": [{"type": "integer"}, {"type": "string", "enum": [nilai]}]}
    for kelas, skema in SKEMA:
        if isinstance(satu, kelas):
            return skema
    pilihan = satu.extra.get("choices")
    if pilihan is None or callable(pilihan):
        return {"type": "string"}
    enum = {"type": "string", "enum": [str(nilai) for nilai, _ in pilihan]}
    banyak = isinstance(satu, filters.MultipleChoiceFilter)
    return {"type": "array", "items": enum} if banyak else enum
