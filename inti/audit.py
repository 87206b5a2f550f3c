"""Writing the audit trail, inside the transaction of the change it records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.models import JejakAudit
from inti.models.jejak import PANGKAL

if TYPE_CHECKING:
    from django.db import models

    from inti.models import Pengguna

ATTEMPTS = 200


def catat(aksi: str, objek: models.Model, *, oleh: Pengguna | None, **perubahan: Any) -> JejakAudit:
    """Append one line and return it; `oleh=None` is the system itself.

    `perubahan` must be plain values (JSON). The unique previous hash serialises writers: who
    loses the race reads the new head and tries again. Must run inside a transaction, so that
    there is no change without a line and no line without a change.
    """
    jejak = JejakAudit(
        waktu=timezone.now(),
        pelaku_id=oleh.pk if oleh else None,
        pelaku_nama=str(oleh) if oleh else "Sistem",
        sebagai=oleh.sebagai if oleh else "",
        aksi=aksi,
        objek_jenis=objek._meta.label_lower,
        objek_id=objek.pk,
        objek_nama=str(objek)[:300],
        perubahan=_plain(perubahan),
    )
    for _ in range(ATTEMPTS):
        jejak.sebelumnya = _head()
        jejak.hash = jejak.hitung_hash()
        try:
            with transaction.atomic():
                jejak.save(force_insert=True)
        except IntegrityError:
            jejak.pk = None
        else:
            return jejak
    msg = "jejak audit tidak dapat ditulis: terlalu banyak penulis sekaligus"
    raise RuntimeError(msg)


def _head() -> str:
    last = JejakAudit.objects.order_by("-pk").values_list("hash", flat=True).first()
    return last or PANGKAL


def _plain(perubahan: dict[str, Any]) -> dict[str, Any]:
    """Values as JSON gives them back, so that the hash can be recomputed from the row."""
    return dict(json.loads(json.dumps(perubahan, cls=DjangoJSONEncoder)))
