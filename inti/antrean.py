"""The runner: drains the work that rows describe. Celery, cron or a person may wake it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.module_loading import import_string

from inti.models import CatatanBerkala

logger = logging.getLogger(__name__)
KLAIM_BASI = timedelta(hours=1)


def jalankan_antrean() -> int:
    """One turn over every queue of settings.ANTREAN; returns how many items were done.

    A queue that raises does not stop the others; its rows wait for the next turn.
    """
    done = 0
    for path in settings.ANTREAN:
        try:
            done += import_string(path)() or 0
        except Exception:
            logger.exception("antrean %s gagal", path)
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
        if (waktu := selesai.get(nama)) is None or waktu < now - timedelta(hours=jam)
    ]


def _jalankan(nama: str, now: datetime) -> bool:
    """Run one job under its single-flight claim. False when another holds it or it failed."""
    CatatanBerkala.objects.get_or_create(nama=nama)
    bebas = (
        Q(mulai_pada=None)
        | Q(selesai_pada__gte=F("mulai_pada"))
        | Q(gagal_pada__gte=F("mulai_pada"))
    )
    milik = CatatanBerkala.objects.filter(bebas | Q(mulai_pada__lt=now - KLAIM_BASI), nama=nama)
    if milik.update(mulai_pada=now) != 1:
        return False
    catatan = CatatanBerkala.objects.filter(nama=nama)
    try:
        with transaction.atomic():
            hasil = import_string(settings.BERKALA[nama][0])()
    except Exception as error:
        logger.exception("pekerjaan berkala %s gagal", nama)
        catatan.update(gagal_pada=timezone.now(), pesan=str(error)[:500])
        return False
    catatan.update(selesai_pada=timezone.now(), pesan=f"{hasil} baris")
    return True
