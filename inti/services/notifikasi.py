"""Delivering queued notices by e-mail, and marking them read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from inti.enums import StatusKirim
from inti.models import Notifikasi
from inti.services.akun import tautan_sandi
from inti.services.kiriman import kerjakan, kuras_kiriman, surel, tandai
from inti.services.pantulan import kabarkan

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives

    from inti.models import Pengguna


def kirim_antrean(limit: int = 100) -> int:
    """Mail what is due; each row has one taker. Returns how many were taken."""
    return kuras_kiriman(Notifikasi.objects.siap_kirim(timezone.now()), kirim, limit=limit)


def kirim(pk: int) -> bool | None:
    """Mail one claimed notice; whatever goes wrong stays with it, the rest of the queue goes on.

    Whether the server was there; None when it was not asked.
    """
    notifikasi = Notifikasi.objects.select_related("kepada").get(pk=pk)
    if not notifikasi.kepada.is_active:
        tandai(notifikasi, StatusKirim.TANPA_SUREL)
        return None
    ada = kerjakan(notifikasi, lambda: pesan_surel(notifikasi).send())
    if notifikasi.status == StatusKirim.DITOLAK:
        kabarkan(notifikasi, notifikasi.kesalahan)
    return ada


def pesan_surel(notifikasi: Notifikasi) -> EmailMultiAlternatives:
    """The message, with a Message-ID that is the same if it must be sent again."""
    konteks = {"notifikasi": notifikasi, "alamat": _alamat(notifikasi)}
    return surel(
        "notifikasi",
        konteks,
        subjek=notifikasi.subjek,
        kepada=notifikasi.kepada.email,
        kunci=f"notifikasi:{notifikasi.pk}",
    )


def _alamat(notifikasi: Notifikasi) -> str:
    """Where the message leads; whoever has no password yet is led to making one."""
    if not notifikasi.tautan:
        return ""
    sandi = notifikasi.tautan == reverse("account_change_password")
    if sandi and not notifikasi.kepada.has_usable_password():
        return tautan_sandi(notifikasi.kepada)
    return f"{settings.SITE_URL}{notifikasi.tautan}"


def tandai_dibaca(pk: int, *, oleh: Pengguna) -> Notifikasi:
    """Note the first reading. Raises Notifikasi.DoesNotExist for someone else's notice."""
    notifikasi = Notifikasi.objects.untuk(oleh).get(pk=pk)
    Notifikasi.objects.filter(pk=pk, dibaca_pada=None).update(dibaca_pada=timezone.now())
    return notifikasi


def tandai_semua_dibaca(*, oleh: Pengguna) -> int:
    """Mark everything read; returns how many were unread."""
    return Notifikasi.objects.untuk(oleh).belum_dibaca().update(dibaca_pada=timezone.now())
