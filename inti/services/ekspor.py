"""Noting that a list was taken away as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from inti import audit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna


@transaction.atomic
def catat_ekspor(
    daftar: str, *, bentuk: str, saringan: Sequence[str], urutan: str, oleh: Pengguna
) -> None:
    """One line, about the person who took it: which list, in what form, narrowed by what."""
    audit.catat(
        f"{daftar}.ekspor", oleh, oleh=oleh, bentuk=bentuk, saringan=list(saringan), urutan=urutan
    )
