"""Keeping how a person wants to be written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from inti import audit
from inti.models import PilihanPesan

if TYPE_CHECKING:
    from inti.models import Pengguna


@transaction.atomic
def simpan(isi: dict[str, Any], *, oleh: Pengguna) -> PilihanPesan:
    """From now on; what waits already leaves as it was queued."""
    pilihan, _ = PilihanPesan.objects.update_or_create(pengguna=oleh, defaults=isi)
    audit.catat("pilihan_pesan.simpan", pilihan, oleh=oleh, nilai=isi)
    return pilihan
