"""Putting off, until a day, what the expiry desk says of a naskah or an attachment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from inti.services.sekali import pakai_kunci
from kerjasama.domain.tunda import periksa_tunda
from kerjasama.models import LampiranBertanggal, Naskah, TundaPengingat

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def tunda(
    benda: Naskah | LampiranBertanggal,
    *,
    sampai: date,
    alasan: str,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> TundaPengingat:
    """Hide it from the desk until `sampai`; an earlier postponement gives way.

    Raises AturanDilanggar when the day or the reason is missing or somebody was faster.
    """
    pakai_kunci(kunci, oleh=oleh)
    wajib(periksa_tunda(sampai, per=timezone.localdate(), alasan=alasan))
    benda.tunda_pengingat.filter(dicabut_pada=None).update(
        dicabut_oleh=oleh, dicabut_pada=timezone.now()
    )
    try:
        with transaction.atomic():
            baru = benda.tunda_pengingat.create(
                sampai=sampai, alasan=alasan.strip(), ditunda_oleh=oleh
            )
    except IntegrityError as error:
        raise AturanDilanggar("Pengingat ini baru saja ditunda. Muat ulang halaman.") from error
    audit.catat("pengingat.tunda", benda, oleh=oleh, sampai=sampai, catatan=alasan.strip())
    return baru


@transaction.atomic
def cabut(pk: int, *, oleh: Pengguna) -> None:
    """Bring it back to the desk at once."""
    satu = TundaPengingat.objects.select_related("naskah", "lampiran").get(pk=pk)
    dicabut = TundaPengingat.objects.filter(pk=pk, dicabut_pada=None).update(
        dicabut_oleh=oleh, dicabut_pada=timezone.now()
    )
    if not dicabut:
        raise AturanDilanggar("Penundaan ini sudah tidak berlaku.")
    benda = satu.naskah or satu.lampiran
    if benda is not None:
        audit.catat("penundaan_pengingat.cabut", benda, oleh=oleh, sampai=satu.sampai)
