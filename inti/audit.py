"""Writing the audit trail, inside the transaction of the change it records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from inti.models import JejakAudit
from inti.models.jejak import PANGKAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db import models

    from inti.models import Pengguna

    # What was done, to what, and what changed.
    Kejadian = tuple[str, models.Model, dict[str, Any]]

ATTEMPTS = 200
RAMAI = "jejak audit tidak dapat ditulis: terlalu banyak penulis sekaligus"


def catat(aksi: str, objek: models.Model, *, oleh: Pengguna | None, **perubahan: Any) -> JejakAudit:
    """Append one line and return it; `oleh=None` is the system itself.

    `perubahan` must be plain values (JSON). The unique previous hash serialises writers: who
    loses the race reads the new head and tries again. Must run inside a transaction, so that
    there is no change without a line and no line without a change.
    """
    jejak = _baris(aksi, objek, oleh, perubahan)
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
    raise RuntimeError(RAMAI)


def catat_semua(
    aksi: str,
    semua: Sequence[tuple[models.Model, dict[str, Any]]],
    *,
    oleh: Pengguna | None,
) -> None:
    """Append one line for each object and its change, linked to one another, in one statement.

    As `catat`: must run inside a transaction, and last.
    """
    catat_beragam([(aksi, objek, perubahan) for objek, perubahan in semua], oleh=oleh)


def catat_beragam(semua: Sequence[Kejadian], *, oleh: Pengguna | None) -> None:
    """The same for actions that differ, in their order."""
    baris = [_baris(aksi, objek, oleh, perubahan) for aksi, objek, perubahan in semua]
    if not baris:
        return
    for _ in range(ATTEMPTS):
        kepala = _head()
        for satu in baris:
            satu.pk, satu.sebelumnya = None, kepala
            kepala = satu.hash = satu.hitung_hash()
        try:
            with transaction.atomic():
                JejakAudit.objects.bulk_create(baris)
        except IntegrityError:
            continue
        return
    raise RuntimeError(RAMAI)


def _baris(
    aksi: str, objek: models.Model, oleh: Pengguna | None, perubahan: dict[str, Any]
) -> JejakAudit:
    return JejakAudit(
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


def ujung() -> str:
    """The hash that the next line follows; until the commit nobody else writes one.

    For a command that links many lines itself (`hash_baris`). Must run inside a transaction.
    """
    # SQLite has one writer at a time.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {JejakAudit._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
    return _head()


def _head() -> str:
    last = JejakAudit.objects.order_by("-pk").values_list("hash", flat=True).first()
    return last or PANGKAL


def _plain(perubahan: dict[str, Any]) -> dict[str, Any]:
    """Values as JSON gives them back, so that the hash can be recomputed from the row."""
    return dict(json.loads(json.dumps(perubahan, cls=DjangoJSONEncoder)))
