"""Many counts in one query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import IntegerField, Subquery

from inti.models import Pengguna

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


class Hitung(Subquery):
    """The number of rows of a queryset, as one column of a larger query."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS hitung)"
    output_field = IntegerField()
    # A queryset that is known to be empty.
    empty_result_set_value = 0


def hitung(
    pengguna: Pengguna, semua: Iterable[QuerySet[Any]], *, paling: int | None = None
) -> list[int]:
    """How many rows each queryset has; with `paling` no count goes on beyond that many."""
    kolom = {
        f"n{i}": Hitung(q.order_by().values("pk")[:paling] if paling else q.order_by().values("pk"))
        for i, q in enumerate(semua)
    }
    if not kolom:
        return []
    baris = Pengguna.objects.filter(pk=pengguna.pk).annotate(**kolom).values_list(*kolom)
    return list(baris.get())
