"""The digest: everything that waits for a person, in one mail a day at their hour."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from inti.enums import StatusKirim
from inti.formats import hari_tanggal
from inti.models import Notifikasi, RingkasanHarian
from inti.services.kiriman import kerjakan, kuras_kiriman, surel, tandai
from inti.services.pantulan import kabarkan

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives


def kirim_antrean(limit: int = 100) -> int:
    """Gather what is due, and mail the digests; returns how many were taken up."""
    _kumpulkan(limit)
    return kuras_kiriman(RingkasanHarian.objects.siap_kirim(timezone.now()), kirim, limit=limit)


def _kumpulkan(limit: int) -> None:
    menunggu = Notifikasi.objects.siap_diringkas(timezone.now()).order_by()
    for orang in list(menunggu.values_list("kepada", flat=True).distinct()[:limit]):
        kumpulkan(orang)


@transaction.atomic
def kumpulkan(pengguna_pk: int) -> bool:
    """Put what is due for this person into today's digest; False when today has one already.

    Then it waits for tomorrow's, at the same hour. The row of the day has one maker.
    """
    now = timezone.now()
    hari_ini = timezone.localdate(now)
    ringkasan, baru = RingkasanHarian.objects.get_or_create(
        pengguna_id=pengguna_pk, tanggal=hari_ini
    )
    menunggu = Notifikasi.objects.siap_diringkas(now).filter(kepada=pengguna_pk)
    if baru:
        menunggu.update(ringkasan=ringkasan)
    else:
        besok = timedelta(days=1)
        tanpa_jam = Q(tunda_sampai=None) | Q(tunda_sampai__gt=now)
        menunggu.filter(tanpa_jam).update(tunda_sampai=now + besok)
        menunggu.update(tunda_sampai=F("tunda_sampai") + besok)
    return baru


def kirim(pk: int) -> bool | None:
    """Mail one claimed digest; its notices go the way that it goes.

    Answers as `notifikasi.kirim`.
    """
    ringkasan, ada = RingkasanHarian.objects.select_related("pengguna").get(pk=pk), None
    if ringkasan.pengguna.is_active:
        ada = kerjakan(ringkasan, lambda: pesan_surel(ringkasan).send())
    else:
        tandai(ringkasan, StatusKirim.TANPA_SUREL)
    if ringkasan.status != StatusKirim.ANTRE:
        ringkasan.pesan.update(
            status=ringkasan.status,
            terkirim_pada=ringkasan.terkirim_pada,
            percobaan=ringkasan.percobaan,
            kesalahan=ringkasan.kesalahan,
            diulang=ringkasan.diulang,
        )
    if ringkasan.status == StatusKirim.DITOLAK:
        kabarkan(ringkasan.pesan.select_related("jejak", "kepada")[0], ringkasan.kesalahan)
    return ada


def pesan_surel(ringkasan: RingkasanHarian) -> EmailMultiAlternatives:
    """Every notice with its own link; a single one goes by its own subject."""
    pesan = list(ringkasan.pesan.order_by("pk"))
    jumlah = f"{len(pesan)} pengingat, {hari_tanggal(ringkasan.tanggal)}"
    konteks = {"ringkasan": ringkasan, "pesan": pesan, "situs": settings.SITE_URL}
    return surel(
        "ringkasan",
        konteks,
        subjek=pesan[0].subjek if len(pesan) == 1 else jumlah,
        kepada=ringkasan.pengguna.email,
        kunci=f"ringkasan:{ringkasan.pk}",
    )
