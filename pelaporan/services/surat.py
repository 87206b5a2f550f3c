"""Cancelling a number from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from inti.models import NomorSurat
from inti.putusan import wajib
from inti.services import nomor_surat
from pelaporan.queries.surat import boleh_dibatalkan

if TYPE_CHECKING:
    from inti.models import Pengguna


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """The number stays visible with its reason, and a document that bears it no longer stands.

    Raises AturanDilanggar for a number whose letter is cancelled on a page of its own.
    """
    nomor = NomorSurat.objects.select_for_update().get(pk=pk)
    wajib(boleh_dibatalkan(nomor))
    nomor_surat.batalkan(pk, alasan=alasan, oleh=oleh)
