"""The runner: drains the work that rows describe. Celery, cron or a person may wake it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from inti.models import CatatanBerkala
from inti.models.jam import segar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.db.models import QuerySet

logger = logging.getLogger(__name__)
T = TypeVar("T")
# The runners' own rows among the heartbeats; after so long without one they are taken for dead.
# One turn of the long work may be an import of an hour.
PELARI, PELARI_LATAR = "antrean", "antrean-latar"
DIAM_TERLAMA = {PELARI: timedelta(minutes=10), PELARI_LATAR: timedelta(hours=2)}


def jalankan_antrean() -> int:
    """One turn over every queue; returns how many items were done.

    A queue that raises does not stop the others; its rows wait for the next turn.
    """
    return jalankan_segera() + jalankan_latar()


def jalankan_segera() -> int:
    """The same over settings.ANTREAN alone: what somebody may be waiting for at a page."""
    return _putaran(PELARI, settings.ANTREAN)


def jalankan_latar() -> int:
    """The same over settings.ANTREAN_LATAR alone: what takes long."""
    return _putaran(PELARI_LATAR, settings.ANTREAN_LATAR)


def _putaran(pelari: str, antrean: Iterable[str]) -> int:
    done = 0
    for path in antrean:
        try:
            done += import_string(path)() or 0
        except Exception:
            logger.exception("antrean %s gagal", path)
    CatatanBerkala.objects.berdenyut(pelari, timezone.now())
    return done


def jalankan_berkala(now: datetime | None = None, *, hanya_tertinggal: bool = False) -> list[str]:
    """Every periodic job once (or only those overdue); returns the names that ran."""
    now = now or timezone.now()
    names = tertinggal(now) if hanya_tertinggal else list(settings.BERKALA)
    return [name for name in names if _jalankan(name, now)]


def tertinggal(now: datetime) -> list[str]:
    """Jobs that have not finished within the hours settings.BERKALA allows."""
    selesai = dict(CatatanBerkala.objects.values_list("nama", "selesai_pada"))
    return [
        nama
        for nama, (_, jam) in settings.BERKALA.items()
        if not _segar(selesai.get(nama), now, timedelta(hours=jam))
    ]


def _segar(waktu: datetime | None, now: datetime, selama: timedelta) -> bool:
    dari, sampai = segar(now, selama)
    return waktu is not None and dari <= waktu <= sampai


def berdenyut(now: datetime) -> bool:
    """Whether both runners were woken lately: broker, workers and beat in one answer."""
    return all(
        CatatanBerkala.objects.filter(nama=nama, selesai_pada__range=segar(now, diam)).exists()
        for nama, diam in DIAM_TERLAMA.items()
    )


def kuras(antre: QuerySet[Any], kerjakan: Callable[[int], object], *, limit: int) -> int:
    """Take up rows that wait, oldest first, each by one taker; returns how many."""
    diambil = 0
    for pk in bergiliran(antre.order_by("pk"), limit=limit):
        kerjakan(pk)
        diambil += 1
    return diambil


def bergiliran(antre: QuerySet[Any], *, limit: int) -> Iterator[int]:
    """The keys of rows that wait, in their order, each claimed by this taker.

    The model's manager has `ambil(pk, now)`. A row is claimed only when its turn comes: a slow
    one before it must not make the claim stale.
    """
    for pk in list(antre.values_list("pk", flat=True)[:limit]):
        if antre.model.objects.ambil(pk, timezone.now()):
            yield pk


def satu_per_satu(kunci: Iterable[T], kerjakan: Callable[[T], object]) -> int:
    """Do each on its own; returns how many.

    What fails is logged and stops no other. Raises RuntimeError at the end if anything failed,
    so that the failure is seen.
    """
    selesai = gagal = 0
    for satu in kunci:
        try:
            kerjakan(satu)
            selesai += 1
        except Exception:
            logger.exception("%s: %s gagal", kerjakan, satu)
            gagal += 1
    if gagal:
        raise RuntimeError(f"{gagal} dari {selesai + gagal} gagal; rinciannya ada di catatan.")
    return selesai


def _jalankan(nama: str, now: datetime) -> bool:
    """Run one job under its single-flight claim. False when another holds it or it failed.

    Not in one transaction: a long night would lock the site out of a SQLite database. The jobs
    commit piece by piece, and twice gives the same rows.
    """
    if not CatatanBerkala.objects.ambil(nama, now):
        return False
    catatan = CatatanBerkala.objects.filter(nama=nama)
    try:
        hasil = import_string(settings.BERKALA[nama][0])()
    except Exception as error:
        logger.exception("pekerjaan berkala %s gagal", nama)
        catatan.update(gagal_pada=timezone.now(), pesan=str(error)[:500])
        return False
    catatan.update(selesai_pada=timezone.now(), pesan=f"{hasil} baris")
    return True
