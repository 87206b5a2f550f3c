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
    bidang = {f.name: f.column for f in buku._meta.concrete_fields}
    ke = [bidang[k] or "" for k in (*kolom, "penerima", "dibuat_pada")]
    nama = ", ".join(connection.ops.quote_name(k) for k in ke)
    tabel = connection.ops.quote_name(buku._meta.db_table)
    kini = connection.ops.adapt_datetimefield_value(timezone.now())
    perintah = (
        f"INSERT INTO {tabel} ({nama}) "  # noqa: S608 - names of our own columns
        f"SELECT benda.*, orang.*, %s FROM ({isi}) benda CROSS JOIN ({orang}) orang"
    )
    with connection.cursor() as cursor:
        cursor.execute(perintah, (kini, *nilai, *kunci))
        return int(cursor.rowcount) // len(penerima)
