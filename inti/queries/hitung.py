"""Many counts in one query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import IntegerField, Subquery

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


class Hitung(Subquery):
    """The number of rows of a queryset, as one column of a larger query."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS hitung)"
    output_field = IntegerField()
    # A queryset that is known to be empty.
    empty_result_set_value = 0


def hitung(semua: Iterable[QuerySet[Any]], *, paling: int | None = None) -> list[int]:
    """How many rows each queryset has; with `paling` no count goes on beyond that many.

    One that is cut already is counted as far as it was cut.
    Each is made into SQL by itself and then stands in one statement: as subqueries of a queryset
    all would be resolved and relabelled once more, which takes longer than running them.
    """
    kolom: list[str] = []
    nilai: list[Any] = []
    for baris in semua:
        try:
            semua_baris = baris if baris.query.is_sliced else baris.order_by()
            sql, milik = semua_baris.values("pk")[:paling].query.sql_with_params()
        except EmptyResultSet:
            kolom.append("0")
            continue
        kolom.append(f"(SELECT COUNT(*) FROM ({sql}) AS hitung)")  # noqa: S608 - Django's own
        nilai += milik
    if not kolom:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(kolom)}", nilai)
        return list(cursor.fetchone())
