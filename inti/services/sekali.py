"""Using a one-use form key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from inti.models import KunciFormulir
from inti.putusan import AturanDilanggar

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna


def pakai_kunci(kunci: UUID | None, *, oleh: Pengguna) -> None:
    """Mark the key as used, in the caller's transaction.

    Raises AturanDilanggar the second time, also when both arrive at once: the second waits for
    the first to commit. A missing key is let through (programs that call services directly).
    """
    if kunci is None:
        return
    try:
        with transaction.atomic():
            KunciFormulir.objects.create(pengguna=oleh, kunci=kunci)
    except IntegrityError as error:
        msg = "Formulir ini sudah dikirim; datanya tidak disimpan dua kali."
        raise AturanDilanggar(msg) from error
