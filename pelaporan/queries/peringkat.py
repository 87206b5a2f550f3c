"""Whose is most of something.

The rows are counted by key; only then somebody's name is looked up, once each. Of hundreds of
thousands of rows Django would look up the name of each first, and sort them by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Count

from kerjasama.models import Mitra, NaskahPerangkatDaerah, PerangkatDaerah

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

# Key, name, how many.
Terbanyak = tuple[int, str, int]


def mitra_terbanyak(baris: QuerySet[Any], paling: int) -> list[Terbanyak]:
    """Of rows that have a `mitra` of their own."""
    per_mitra = baris.order_by().values("mitra").annotate(n=Count("pk"))
    sql, nilai = per_mitra.query.sql_with_params()
    return _bernama(f"hitungan (pemilik_id, jumlah) AS ({sql})", nilai, Mitra, paling)


def unit_terbanyak(baris: QuerySet[Any], paling: int) -> list[Terbanyak]:
    """Of rows that have a `naskah`; one of two units counts for both."""
    sql, nilai = baris.order_by().values("naskah").query.sql_with_params()
    per_unit = (
        f"baris (naskah_id) AS ({sql}), hitungan (pemilik_id, jumlah) AS ("  # noqa: S608 - Django's own, in our words
        f"SELECT milik.perangkat_daerah_id, COUNT(*) FROM {_tabel(NaskahPerangkatDaerah)} milik "
        "JOIN baris ON baris.naskah_id = milik.naskah_id GROUP BY milik.perangkat_daerah_id)"
    )
    return _bernama(per_unit, nilai, PerangkatDaerah, paling)


def _bernama(hitungan: str, nilai: Any, model: type[Model], paling: int) -> list[Terbanyak]:
    """The first so many, the larger number first, then by name."""
    sql = (
        f"WITH {hitungan} SELECT pemilik.id, pemilik.nama, jumlah FROM hitungan "  # noqa: S608 - as above
        f"JOIN {_tabel(model)} pemilik ON pemilik.id = pemilik_id "
        "ORDER BY jumlah DESC, pemilik.nama LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*nilai, paling])
        return list(cursor.fetchall())


def _tabel(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)
