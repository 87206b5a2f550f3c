"""Trying to send a claimed row, and marking how it went."""

from __future__ import annotations

import hashlib
import logging
from smtplib import (
    SMTPConnectError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPServerDisconnected,
)
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.signing import Signer
from django.template.loader import render_to_string
from django.utils import timezone

from inti.antrean import bergiliran
from inti.enums import StatusKirim
from inti.models.kiriman import PERCOBAAN_TERBANYAK, jeda
from inti.teks import ringkas

if TYPE_CHECKING:
    from collections.abc import Callable

    from inti.models.kiriman import Kiriman, KirimanQuerySet

logger = logging.getLogger(__name__)
# From here on a mail server says that it will never take the message.
TETAP = 500
# So many messages in a row find no server before a turn ends.
PUTUS_TERBANYAK = 3
# A line of a header; programs for mail show no more.
SUBJEK_TERPANJANG = 78
# Which of our messages this is, in words that only we can write.
TAJUK_KUNCI = "X-Kiriman"
PENANDA = Signer(salt="inti.kiriman")


def kuras_kiriman(
    antre: KirimanQuerySet[Any], kirim: Callable[[int], bool | None], *, limit: int
) -> int:
    """Send what is due, least often tried first; returns how many were taken up.

    `kirim` says whether the server was there, None when it was not asked. One that is not there
    takes its time for every message, and others wait for this turn to end: so it ends early, and
    the rest of the queue stays as it was. What was tried is behind it in the next turn, so a few
    that break every connection starve nobody.
    """
    diambil = putus = 0
    for pk in bergiliran(antre.order_by("percobaan", "pk"), limit=limit):
        ada = kirim(pk)
        diambil += 1
        if ada is not None:
            putus = 0 if ada else putus + 1
        if putus == PUTUS_TERBANYAK:
            logger.warning("%s: server tidak terjangkau", antre.model._meta.label_lower)
            break
    return diambil


def kerjakan(kiriman: Kiriman, kirim: Callable[[], object]) -> bool:
    """Send it; on failure hold it back, longer each time, then give up.

    What the server of the receiver refuses for good is not tried again. False when our own
    server was not to be reached.
    """
    try:
        kirim()
    except SMTPRecipientsRefused as error:
        _ditolak(kiriman, error)
    except Exception as error:
        logger.exception("%s %s gagal dikirim", kiriman._meta.label_lower, kiriman.pk)
        _gagal(kiriman, error)
        return not _tak_terjangkau(error)
    else:
        tandai(kiriman, StatusKirim.TERKIRIM)
    return True


def tandai(kiriman: Kiriman, status: StatusKirim, kesalahan: str = "") -> None:
    """How it ended."""
    kiriman.status, kiriman.percobaan = status, kiriman.percobaan + 1
    kiriman.terkirim_pada = timezone.now() if status == StatusKirim.TERKIRIM else None
    kiriman.kesalahan = kesalahan[:300] or kiriman.kesalahan
    kiriman.save(update_fields=["status", "percobaan", "terkirim_pada", "kesalahan"])


def surel(
    templat: str, konteks: dict[str, Any], *, subjek: str, kepada: str, kunci: str
) -> EmailMultiAlternatives:
    """A message as text and HTML; the same `kunci` gives the same Message-ID.

    The key also travels along, signed, for the case that the message comes back.
    """
    sidik = hashlib.sha256(kunci.encode()).hexdigest()[:32]
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    pesan = EmailMultiAlternatives(
        subject=ringkas(subjek, SUBJEK_TERPANJANG),
        body=render_to_string(f"email/{templat}/pesan.txt", konteks),
        to=[kepada],
        headers={"Message-ID": f"<{sidik}@{domain}>", TAJUK_KUNCI: PENANDA.sign(kunci)},
    )
    pesan.attach_alternative(render_to_string(f"email/{templat}/pesan.html", konteks), "text/html")
    return pesan


def _tak_terjangkau(error: Exception) -> bool:
    """No connection, or none that holds; an answer of any kind is something else."""
    if isinstance(error, SMTPServerDisconnected | SMTPConnectError):
        return True
    return isinstance(error, OSError) and not isinstance(error, SMTPException | HTTPError)


def _ditolak(kiriman: Kiriman, error: SMTPRecipientsRefused) -> None:
    kode = [kode for kode, _ in error.recipients.values()]
    if kode and min(kode) >= TETAP:
        tandai(kiriman, StatusKirim.DITOLAK, str(error))
    else:
        _gagal(kiriman, error)


def _gagal(kiriman: Kiriman, error: Exception) -> None:
    kiriman.percobaan += 1
    habis = kiriman.percobaan >= PERCOBAAN_TERBANYAK
    kiriman.status = StatusKirim.GAGAL if habis else StatusKirim.ANTRE
    kiriman.kesalahan = str(error)[:300]
    kiriman.tunda_sampai = timezone.now() + jeda(kiriman.percobaan)
    kiriman.save(update_fields=["percobaan", "status", "kesalahan", "tunda_sampai"])
