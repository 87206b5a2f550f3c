"""Daily: the head of the audit trail leaves the building, so that a trail cut short is noticed."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from inti.models import Pemerintah
from inti.queries.integritas import periksa_jejak
from inti.services.kiriman import surel


def kirim() -> int:
    """Mail count and hash, after going through the whole trail; returns how many mails.

    A mail that does not leave fails the job, which is then run again. Twice on one day is the
    same message, by its Message-ID.
    """
    if not settings.SUREL_AUDITOR:
        return 0
    rusak, kepala = periksa_jejak()
    hari_ini = timezone.localdate()
    pesan = surel(
        "kepala_jejak",
        {
            "kepala": kepala,
            "rusak": rusak,
            "waktu": timezone.now(),
            "pemerintah": Pemerintah.objects.saat_ini(),
            "situs": settings.SITE_URL,
        },
        subjek=f"{'RUSAK: j' if rusak else 'J'}ejak audit {hari_ini:%Y-%m-%d}",
        kepada=settings.SUREL_AUDITOR,
        kunci=f"kepala-jejak:{hari_ini}:{kepala}",
    )
    return pesan.send()
