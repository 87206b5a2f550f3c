"""Withholding a naskah from the public register, and lifting that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah
from pelaporan.models import PengecualianPublik
from pelaporan.queries.publik import tahan_menyusul

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import BarisImpor

# Naskah of one turn of the runner.
SEKALI_JALAN = 200


def catat_dari_impor() -> int:
    """Record what was said of the rows of lists that entered; returns how many naskah."""
    baris = tahan_menyusul().select_related("diputuskan_oleh").order_by("pk")[:SEKALI_JALAN]
    return sum(_catat_satu(satu) for satu in baris)


def _catat_satu(baris: BarisImpor) -> bool:
    """False when somebody else was faster, or the import was undone in between."""
    naskah, oleh = baris.naskah_id, baris.diputuskan_oleh
    if naskah is None or oleh is None:
        return False
    try:
        tahan(naskah, alasan=baris.alasan_tahan, oleh=oleh, dari_impor=True)
    except (AturanDilanggar, Naskah.DoesNotExist):
        return False
    return True


@transaction.atomic
def tahan(
    naskah_pk: int, *, alasan: str, oleh: Pengguna, dari_impor: bool = False
) -> PengecualianPublik:
    """From now on the public does not see it. Raises AturanDilanggar when it is withheld already.

    A draft may be withheld beforehand; it is never shown anyway.
    """
    naskah = Naskah.objects.get(pk=naskah_pk)
    try:
        with transaction.atomic():
            satu = PengecualianPublik.objects.create(
                naskah=naskah, alasan=alasan, ditahan_oleh=oleh, dari_impor=dari_impor
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
