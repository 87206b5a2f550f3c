"""Files whose bytes are not those that were received: found at night or when one is asked for."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from inti import audit, kabar
from inti.enums import KerusakanBerkas, Peran
from inti.gangguan import BerkasBerubahError
from inti.keamanan import peristiwa
from inti.models import BerkasRusak, Pengguna
from inti.notifikasi import antrekan
from inti.queries.integritas import berkas_cacat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Berkas, JejakAudit
    from inti.queries.integritas import Cacat

# Larger ones are not read whole each time somebody asks for them: what the night found counts.
DIBACA_SELALU = 64 * 2**20


def periksa_semua() -> int:
    """Read every file, note what is wrong and what is right again; returns how many are wrong."""
    cacat = list(berkas_cacat())
    selaraskan(cacat)
    return len(cacat)


def selaraskan(cacat: Sequence[Cacat]) -> None:
    """Note what was found wrong just now, and that everything else is right again."""
    kini = [berkas.pk for berkas, _ in cacat]
    for lama in BerkasRusak.objects.exclude(berkas__in=kini).select_related("berkas"):
        _pulih(lama)
    for berkas, keadaan in cacat:
        catat(berkas, keadaan)


def pastikan_utuh(berkas: Berkas) -> None:
    """Before bytes leave: they are still those that were received.

    Raises BerkasBerubahError where they are not, and FileNotFoundError where they are gone. Either
    is noted, and the administrators hear of it.
    """
    if berkas.ukuran <= DIBACA_SELALU:
        keadaan = berkas.kerusakan()
    elif not berkas.path.exists():
        keadaan = KerusakanBerkas.HILANG
    else:
        rusak = BerkasRusak.objects.filter(berkas=berkas).first()
        keadaan = KerusakanBerkas(rusak.keadaan) if rusak else None
    if keadaan is None:
        return
    catat(berkas, keadaan)
    if keadaan == KerusakanBerkas.HILANG:
        raise FileNotFoundError(berkas.path)
    raise BerkasBerubahError(berkas.pk)


@transaction.atomic
def catat(berkas: Berkas, keadaan: KerusakanBerkas) -> None:
    """Note it and tell the administrators, the first time only."""
    _, baru = BerkasRusak.objects.get_or_create(berkas=berkas, defaults={"keadaan": keadaan})
    if not baru:
        return
    peristiwa("berkas.rusak", tingkat=logging.ERROR, berkas=berkas.pk, keadaan=keadaan.value)
    jejak = audit.catat("berkas.rusak", berkas, oleh=None, keadaan=keadaan, sha256=berkas.sha256)
    _kabari(jejak, berkas, keadaan)


@transaction.atomic
def _pulih(rusak: BerkasRusak) -> None:
    rusak.delete()
    audit.catat("berkas.pulih", rusak.berkas, oleh=None, sha256=rusak.berkas.sha256)


def _kabari(jejak: JejakAudit, berkas: Berkas, keadaan: KerusakanBerkas) -> None:
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.ADMIN, pada=timezone.localdate()),
        pesan=kabar.BERKAS_RUSAK.tulis(nomor=berkas.pk, keadaan=keadaan.label.lower()),
    )
