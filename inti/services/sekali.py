"""Using a one-use form key."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import IntegrityError, transaction

from inti.models import KunciFormulir
from inti.putusan import AturanDilanggar

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from inti.models import Pengguna

T = TypeVar("T")


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


@transaction.atomic
def satu_kali(kunci: UUID | None, lakukan: Callable[[], T], *, oleh: Pengguna) -> T:
    """What `lakukan` gives; the key is used only if it is done. Raises as `pakai_kunci`."""
    pakai_kunci(kunci, oleh=oleh)
    return lakukan()
