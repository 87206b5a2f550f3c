"""Questions that every page asks alike: written once a process, then only asked.

Django writes the SQL of a queryset anew each time, which takes longer than the database takes to
answer a small one. Nothing of the answer is kept.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import BigAutoField, DateField, Expression

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Field, QuerySet


class Kelak(Expression):
    """Where a value stands that is told only when the question is asked, by this name."""

    def __init__(self, nama: str, bidang: Field[Any, Any]) -> None:
        super().__init__(output_field=bidang)
        self.nama = nama

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Its place; `Tetap` puts the value in."""
        return "%s", (self,)


# What most questions are told.
PEMBACA, HARI_INI = Kelak("pembaca", BigAutoField()), Kelak("hari_ini", DateField())


class Tetap:
    """The question that `susun` puts, which must be the same each time but for its `Kelak`."""

    def __init__(self, susun: Callable[[], QuerySet[Any, Any]]) -> None:
        self._susun = susun

    @cached_property
    def _kalimat(self) -> tuple[Any, str, tuple[Any, ...]]:
        queryset = self._susun()
        return (queryset.model, *queryset.query.sql_with_params())

    def objek(self, **isian: Any) -> list[Any]:
        """The rows as objects of the model, with what was annotated.

        Raises KeyError when a value of the question is not among `isian`.
        """
        model, sql, nilai = self._kalimat
        return list(model._base_manager.raw(sql, self._terisi(nilai, isian)))

    def baris(self, **isian: Any) -> list[tuple[Any, ...]]:
        """The rows of a `values_list` as the database gives them: for numbers and text."""
        _, sql, nilai = self._kalimat
        with connection.cursor() as cursor:
            cursor.execute(sql, self._terisi(nilai, isian))
            return list(cursor.fetchall())

    def _terisi(self, nilai: tuple[Any, ...], isian: dict[str, Any]) -> list[Any]:
        return [
            satu.output_field.get_db_prep_value(isian[satu.nama], connection)
            if isinstance(satu, Kelak)
            else satu
            for satu in nilai
        ]
