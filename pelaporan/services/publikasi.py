"""Withholding a naskah from the public register, and lifting that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah
from pelaporan.models import PengecualianPublik

if TYPE_CHECKING:
    from inti.models import Pengguna


@transaction.atomic
def tahan(naskah_pk: int, *, alasan: str, oleh: Pengguna) -> PengecualianPublik:
    """From now on the public does not see it. Raises AturanDilanggar when it is withheld already.

    A draft may be withheld beforehand; it is never shown anyway.
    """
    naskah = Naskah.objects.get(pk=naskah_pk)
    try:
        with transaction.atomic():
            satu = PengecualianPublik.objects.create(
                naskah=naskah, alasan=alasan, ditahan_oleh=oleh
            )
    except IntegrityError as error:
        msg = "Naskah ini sudah ditahan dari register publik."
        raise AturanDilanggar(msg) from error
    audit.catat("pengecualian_publik.catat", satu, oleh=oleh, catatan=alasan)
    return satu


@transaction.atomic
def tampilkan(naskah_pk: int, *, oleh: Pengguna) -> None:
    """Lift it. Raises AturanDilanggar when there is nothing to lift."""
    satu = PengecualianPublik.objects.berlaku().filter(naskah=naskah_pk).first()
    tertulis = satu and PengecualianPublik.objects.berlaku().filter(pk=satu.pk).update(
        dicabut_oleh=oleh, dicabut_pada=timezone.now()
    )
    if not (satu and tertulis):
        msg = "Naskah ini tidak sedang ditahan dari register publik."
        raise AturanDilanggar(msg)
    audit.catat("pengecualian_publik.cabut", satu, oleh=oleh)
