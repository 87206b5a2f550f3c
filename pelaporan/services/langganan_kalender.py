"""Giving out and revoking the address of a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.models.token_api import sidik_token
from inti.putusan import AturanDilanggar
from inti.services.sekali import pakai_kunci
from pelaporan.models import LanggananKalender
from pelaporan.models.langganan_kalender import token_baru

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from inti.models import Pengguna
    from kerjasama.models import Mitra, PerangkatDaerah

TERBANYAK = 20


@transaction.atomic
def terbitkan(
    *,
    nama: str,
    lingkup: str,
    perangkat_daerah: PerangkatDaerah | None,
    mitra: Mitra | None,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> str:
    """The token of a new address: told now and never again.

    Raises AturanDilanggar for a form sent twice, and for whoever has too many already.
    """
    pakai_kunci(kunci, oleh=oleh)
    if LanggananKalender.objects.milik(oleh).berlaku().count() >= TERBANYAK:
        msg = f"Paling banyak {TERBANYAK} alamat kalender; cabut yang tidak dipakai lagi."
        raise AturanDilanggar(msg)
    token = token_baru()
    satu = LanggananKalender.objects.create(
        pengguna=oleh,
        nama=nama,
        lingkup=lingkup,
        perangkat_daerah=perangkat_daerah,
        mitra=mitra,
        sidik=sidik_token(token),
    )
    audit.catat("langganan_kalender.terbitkan", satu, oleh=oleh, lingkup=lingkup, isi=satu.isi)
    return token


@transaction.atomic
def cabut(pk: int, *, oleh: Pengguna) -> None:
    """The address answers no more. Raises AturanDilanggar when it was revoked already."""
    satu = LanggananKalender.objects.milik(oleh).get(pk=pk)
    hidup = LanggananKalender.objects.filter(pk=pk, dicabut_pada=None)
    if hidup.update(dicabut_pada=timezone.now()) != 1:
        msg = "Alamat kalender ini sudah dicabut."
        raise AturanDilanggar(msg)
    audit.catat("langganan_kalender.cabut", satu, oleh=oleh)


def tandai_dipakai(pk: int, *, pada: date) -> None:
    """Note the day of the last use; one write a day however often it is asked."""
    satu = LanggananKalender.objects.filter(pk=pk).exclude(terakhir_dipakai__gte=pada)
    satu.update(terakhir_dipakai=pada)
