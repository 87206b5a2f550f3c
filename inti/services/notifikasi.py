"""Delivering queued notices by e-mail, and marking them read."""

from __future__ import annotations

import hashlib
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone

from inti.antrean import kuras
from inti.enums import StatusKirim
from inti.models import Notifikasi
from inti.models.notifikasi import PERCOBAAN_TERBANYAK

if TYPE_CHECKING:
    from inti.models import Pengguna

logger = logging.getLogger(__name__)


def kirim_antrean(limit: int = 100) -> int:
    """Mail what is due; each row has one taker. Returns how many were taken."""
    return kuras(Notifikasi.objects.siap_kirim(timezone.now()), kirim, limit=limit)


def kirim(pk: int) -> None:
    """Mail one claimed notice; on failure hold it back, longer each time, then give up.

    Whatever goes wrong with one message stays with it: the rest of the queue goes on.
    """
    notifikasi = Notifikasi.objects.select_related("kepada").get(pk=pk)
    if not notifikasi.kepada.is_active:
        _tandai(notifikasi, StatusKirim.TANPA_SUREL)
        return
    try:
        pesan_surel(notifikasi).send()
    except Exception as error:
        logger.exception("notifikasi %s gagal dikirim", pk)
        _gagal(notifikasi, error)
    else:
        _tandai(notifikasi, StatusKirim.TERKIRIM)


def pesan_surel(notifikasi: Notifikasi) -> EmailMultiAlternatives:
    """The message, with a Message-ID that is the same if it must be sent again."""
    konteks = {
        "notifikasi": notifikasi,
        "alamat": f"{settings.SITE_URL}{notifikasi.tautan}" if notifikasi.tautan else "",
    }
    kunci = hashlib.sha256(f"notifikasi:{notifikasi.pk}".encode()).hexdigest()[:32]
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    surel = EmailMultiAlternatives(
        subject=" ".join(notifikasi.subjek.split()),
        body=render_to_string("email/notifikasi/pesan.txt", konteks),
        to=[notifikasi.kepada.email],
        headers={"Message-ID": f"<{kunci}@{domain}>"},
    )
    surel.attach_alternative(render_to_string("email/notifikasi/pesan.html", konteks), "text/html")
    return surel


def tandai_dibaca(pk: int, *, oleh: Pengguna) -> Notifikasi:
    """Note the first reading. Raises Notifikasi.DoesNotExist for someone else's notice."""
    notifikasi = Notifikasi.objects.untuk(oleh).get(pk=pk)
    Notifikasi.objects.filter(pk=pk, dibaca_pada=None).update(dibaca_pada=timezone.now())
    return notifikasi


def tandai_semua_dibaca(*, oleh: Pengguna) -> int:
    """Mark everything read; returns how many were unread."""
    return Notifikasi.objects.untuk(oleh).belum_dibaca().update(dibaca_pada=timezone.now())


def _tandai(notifikasi: Notifikasi, status: StatusKirim) -> None:
    notifikasi.status, notifikasi.percobaan = status, notifikasi.percobaan + 1
    notifikasi.terkirim_pada = timezone.now() if status == StatusKirim.TERKIRIM else None
    notifikasi.save(update_fields=["status", "percobaan", "terkirim_pada"])


def _gagal(notifikasi: Notifikasi, error: Exception) -> None:
    notifikasi.percobaan += 1
    habis = notifikasi.percobaan >= PERCOBAAN_TERBANYAK
    notifikasi.status = StatusKirim.GAGAL if habis else StatusKirim.ANTRE
    notifikasi.kesalahan = str(error)[:300]
    notifikasi.tunda_sampai = timezone.now() + timedelta(minutes=2**notifikasi.percobaan)
    notifikasi.save(update_fields=["percobaan", "status", "kesalahan", "tunda_sampai"])
