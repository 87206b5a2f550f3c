"""The ledger of reminders: one statement writes a row for each thing and each person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils import timezone

from inti.models import Pengguna

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db import models
    from django.db.models import QuerySet


def catat(
    buku: type[models.Model],
    kolom: Sequence[str],
    baris: QuerySet[Any, Any],
    penerima: Sequence[Pengguna],
) -> int:
    """Write every row of `baris` once for each person; returns how many of them there were.

    `baris` gives the values of `kolom` in that order. Raises IntegrityError where another run
    wrote the same at the same moment. The rows are this transaction's own as long as their
    `jejak` is empty.
    """
    if not penerima:
        return 0
    semua = Pengguna.objects.filter(pk__in=[satu.pk for satu in penerima]).order_by().values("pk")
    isi, nilai = baris.query.sql_with_params()
    orang, kunci = semua.query.sql_with_params()
    dari = f"SELECT benda.*, orang.*, %s FROM ({isi}) benda CROSS JOIN ({orang}) orang"  # noqa: S608 - see _tulis
    return _tulis(buku, (*kolom, "penerima"), dari, (*nilai, *kunci)) // len(penerima)


def catat_masing_masing(
    buku: type[models.Model], kolom: Sequence[str], baris: QuerySet[Any, Any]
) -> int:
    """Write `baris`, whose last column is the person; returns how many rows there were."""
    isi, nilai = baris.query.sql_with_params()
    dari = f"SELECT benda.*, %s FROM ({isi}) benda"  # noqa: S608 - see _tulis
    return _tulis(buku, (*kolom, "penerima"), dari, nilai)


def _tulis(buku: type[models.Model], kolom: Sequence[str], dari: str, nilai: Sequence[Any]) -> int:
    """Everything in the statement is written by the ORM or names a column of ours."""
    bidang = {f.name: f.column for f in buku._meta.concrete_fields}
    nama = ", ".join(connection.ops.quote_name(bidang[k] or "") for k in (*kolom, "dibuat_pada"))
    tabel = connection.ops.quote_name(buku._meta.db_table)
    kini = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {tabel} ({nama}) {dari}", (kini, *nilai))
        return int(cursor.rowcount)
