"""Saying, before rows enter, which of them the public register is not to show for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from kerjasama.domain.impor import TERBUKA, periksa_tahan, periksa_tahan_baris
from kerjasama.enums import StatusBarisImpor, StatusImpor
from kerjasama.models import BarisImpor, Impor

if TYPE_CHECKING:
    from inti.models import Pengguna


@transaction.atomic
def tahan_semua(impor_pk: int, *, alasan: str, oleh: Pengguna) -> int:
    """The same for every row that has not entered; an empty reason shows them. How many rows."""
    impor = Impor.objects.select_for_update(of=("self",)).defer("daftar_lembar").get(pk=impor_pk)
    wajib(periksa_tahan(StatusImpor(impor.status), impor.pekerjaan))
    Impor.objects.filter(pk=impor_pk).update(alasan_tahan=alasan)
    terbuka = impor.baris.filter(status__in=TERBUKA)
    banyak = terbuka.exclude(alasan_tahan=alasan).update(alasan_tahan=alasan)
    audit.catat("impor.tahan", impor, oleh=oleh, catatan=alasan, banyak=banyak)
    return banyak


@transaction.atomic
def tahan_baris(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """One row; an empty reason shows it."""
    baris = BarisImpor.objects.select_related("impor").get(pk=pk)
    impor, nomor = baris.impor, baris.nomor_baris
    wajib(periksa_tahan(StatusImpor(impor.status), impor.pekerjaan))
    wajib(periksa_tahan_baris(StatusBarisImpor(baris.status), nomor=nomor))
    terbuka = BarisImpor.objects.filter(pk=pk, status__in=TERBUKA)
    if not terbuka.update(alasan_tahan=alasan):
        msg = "Baris ini baru saja diputuskan orang lain. Muat ulang halaman."
        raise AturanDilanggar(msg)
    audit.catat("baris_impor.tahan", baris, oleh=oleh, catatan=alasan, baris=nomor)
