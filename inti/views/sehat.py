"""Health: is everything that should run, running?"""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import JsonResponse
from django.utils import timezone

from inti import antrean, pemindai
from inti.models import BerkasRusak, CatatanBerkala, Notifikasi
from inti.models.jam import segar
from inti.pango import pango_ada
from inti.services.cadangan import CATATAN

if TYPE_CHECKING:
    from django.http import HttpRequest

SUREL_TERBANYAK = 1000


@login_not_required
def sehat(request: HttpRequest) -> JsonResponse:
    """200 when all is well, 503 otherwise; says which part is not. No personal data."""
    bagian = {
        "ruang_disk": shutil.disk_usage(settings.VAR_DIR).free > settings.CADANGAN_DISK,
        "pango": pango_ada(),
    }
    if pemindai.menyala():
        bagian["pemindai_virus"] = pemindai.hidup()
    terakhir: dict[str, datetime | None] = {}
    try:
        bagian |= _dari_basis_data(timezone.now()) | _dari_cadangan(timezone.now())
        terakhir = dict(CatatanBerkala.objects.values_list("nama", "selesai_pada"))
    except DatabaseError:
        bagian["basis_data"] = False
    sehat = all(bagian.values())
    isi = {"sehat": sehat, "bagian": bagian, "terakhir_selesai": terakhir}
    return JsonResponse(isi, status=200 if sehat else 503)


def _dari_basis_data(now: datetime) -> dict[str, bool]:
    return {
        "basis_data": True,
        "pekerja": antrean.berdenyut(now),
        "pekerjaan_berkala": not antrean.tertinggal(now),
        "berkas_utuh": not BerkasRusak.objects.exists(),
        "antrean_surel": Notifikasi.objects.belum_terkirim().count() < SUREL_TERBANYAK,
    }


def _dari_cadangan(now: datetime) -> dict[str, bool]:
    """Only where a backup is scheduled: made elsewhere, it leaves its mark in the database."""
    if not settings.CADANGAN_JAM:
        return {}
    selang = segar(now, timedelta(hours=settings.CADANGAN_JAM))
    return {
        "cadangan": CatatanBerkala.objects.filter(nama=CATATAN, selesai_pada__range=selang).exists()
    }
