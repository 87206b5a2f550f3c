"""Queueing notices: rows beside the change they tell of, mailed later by the runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.enums import StatusKirim
from inti.models import Notifikasi

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inti.models import JejakAudit, Pengguna


def antrekan(
    jejak: JejakAudit,
    *,
    kepada: Iterable[Pengguna],
    subjek: str,
    isi: str,
    tautan: str = "",
) -> None:
    """One notice per active person, at most one per audit line.

    `tautan` is a path inside the site; the mail puts SITE_URL before it. Whoever made the
    change is not told of it.
    """
    penerima = {p.pk: p for p in kepada if p.is_active and p.pk != jejak.pelaku_id}
    # Said again of the same line, it is not said twice.
    Notifikasi.objects.bulk_create(
        [
            Notifikasi(
                jejak=jejak,
                kepada=person,
                subjek=subjek[:200],
                isi=isi,
                tautan=tautan,
                status=StatusKirim.ANTRE if person.email else StatusKirim.TANPA_SUREL,
            )
            for person in penerima.values()
        ],
        ignore_conflicts=True,
    )
