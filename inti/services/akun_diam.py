"""Nightly: accounts that nobody uses any more are closed, with a word beforehand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.utils import timezone

from inti import audit, kabar
from inti.formats import tanggal_indonesia
from inti.models import JejakAudit, Pengguna
from inti.notifikasi import antrekan
from inti.services.sesi import akhiri_sesi

if TYPE_CHECKING:
    from django.db.models import QuerySet

PERINGATAN = timedelta(days=14)
DIPERINGATKAN, DITUTUP, DIBUKA = "akun.peringatkan", "akun.nonaktifkan", "akun.aktifkan"


def periksa() -> int:
    """Warn, and two weeks later close; returns how many accounts either befell.

    An account is used when its owner signs in; what was never used counts from the day it was
    given or opened again. Nobody is closed without having been warned.
    """
    if not settings.AKUN_DIAM_HARI:
        return 0
    batas = timezone.now() - timedelta(days=settings.AKUN_DIAM_HARI)
    diam = _sejak(batas + PERINGATAN)
    return sum(_satu(pk, batas) for pk in list(diam.values_list("pk", flat=True)))


def _sejak(saat: datetime) -> QuerySet[Pengguna]:
    """Open accounts that were last used before then."""
    dibuka = JejakAudit.objects.filter(
        aksi=DIBUKA, objek_jenis=Pengguna._meta.label_lower, objek_id=OuterRef("pk"), waktu__gt=saat
    )
    semua: QuerySet[Pengguna] = Pengguna.objects.filter(is_active=True).exclude(Exists(dibuka))
    semua = semua.annotate(dipakai=Coalesce("last_login", "date_joined"))
    return semua.filter(dipakai__lt=saat)


@transaction.atomic
def _satu(pk: int, batas: datetime) -> int:
    pengguna = Pengguna.objects.select_for_update(of=("self",)).get(pk=pk)
    dipakai = pengguna.last_login or pengguna.date_joined
    peringatan = JejakAudit.objects.tentang(pengguna).filter(aksi=DIPERINGATKAN, waktu__gt=dipakai)
    terakhir = peringatan.order_by("-pk").values_list("waktu", flat=True).first()
    if terakhir is None:
        _peringatkan(pengguna)
        return 1
    if dipakai >= batas or terakhir > timezone.now() - PERINGATAN:
        return 0
    Pengguna.objects.filter(pk=pk).update(is_active=False)
    akhiri_sesi(pengguna)
    alasan = f"Tidak dipakai selama {settings.AKUN_DIAM_HARI} hari."
    audit.catat(DITUTUP, pengguna, oleh=None, alasan=alasan)
    return 1


def _peringatkan(pengguna: Pengguna) -> None:
    tutup = timezone.localdate() + PERINGATAN
    antrekan(
        audit.catat(DIPERINGATKAN, pengguna, oleh=None, tutup=tutup),
        kepada=[pengguna],
        pesan=kabar.AKUN_AKAN_DITUTUP.tulis(tanggal=tanggal_indonesia(tutup)),
        tautan="/",
    )
