"""The card of the first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.models import Pengguna

if TYPE_CHECKING:
    from inti.models import Pengguna as Orang


def tutup(*, oleh: Orang) -> None:
    """It is not shown to this person again. No line: it is nobody's business but theirs."""
    Pengguna.objects.filter(pk=oleh.pk, pengantar_ditutup=False).update(pengantar_ditutup=True)
