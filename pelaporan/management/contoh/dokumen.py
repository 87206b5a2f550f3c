"""Official documents of the first that can be printed of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelaporan.enums import JenisDokumen
from pelaporan.queries.dokumen import SUMBER
from pelaporan.services import dokumen

if TYPE_CHECKING:
    from inti.models import Pengguna

DILIHAT = 30


def terbitkan(orang: dict[str, Pengguna]) -> None:
    """One of each kind but the invitation, which would be sent; the runner makes their files."""
    for jenis in JenisDokumen:
        sumber = SUMBER[jenis]
        if sumber.bernomor:
            continue
        for objek in sumber.model.objects.order_by("-pk")[:DILIHAT]:
            if sumber.siap(objek):
                dokumen.terbitkan(jenis, objek.pk, oleh=orang["staf"])
                break
