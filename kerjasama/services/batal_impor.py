"""Undoing a whole list: what it brought in leaves the register again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from inti import audit
from inti.formats import ribuan
from inti.putusan import AturanDilanggar, wajib
from kerjasama.domain.impor import periksa_batal
from kerjasama.enums import PekerjaanImpor, StatusImpor
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.models import Impor
from kerjasama.queries.impor import mitra_dari
from kerjasama.services import hapus_naskah
from kerjasama.services import mitra as mitra_services
from kerjasama.services.impor import SEGERA, serahkan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inti.models import Pengguna

    # Row number and naskah of what a list brought in.
    Diterima = Sequence[tuple[int, int]]

# Naskah taken out in one transaction.
BATAL_SEKALIGUS = 100


def minta_batal(impor_pk: int, *, oleh: Pengguna) -> bool:
    """Undo a list at once (True), or leave it to the worker when it brought in many naskah."""
    impor = Impor.objects.get(pk=impor_pk)
    wajib(periksa_batal(StatusImpor(impor.status), impor.pekerjaan))
    if impor.baris.filter(status=Status.DITERIMA).count() > SEGERA:
        serahkan(impor, PekerjaanImpor.BATAL, oleh=oleh)
        return False
    batalkan(impor_pk, oleh=oleh)
    return True


@transaction.atomic
def batalkan(impor_pk: int, *, oleh: Pengguna) -> int:
    """Take everything that a list brought in out of the register; returns how many naskah.

    All or nothing: raises AturanDilanggar naming the first row on which something hangs already.
    Partners that were recorded on the way go too, unless something else names them.
    """
    impor = _terkunci(impor_pk)
    daftar = _yang_diterima(impor)
    _keluarkan(impor, daftar, semua=daftar, oleh=oleh)
    _tutup(impor, len(daftar), oleh=oleh)
    return len(daftar)


def batalkan_bertahap(impor_pk: int, *, oleh: Pengguna) -> Iterator[tuple[int, int, bool]]:
    """As `batalkan`, part by part, so that thousands of naskah make nobody wait for all of them.

    Every part is tried first and taken back, so that what forbids the undo is found before
    anything is gone; only what somebody begins in between stops it half-way, and the reason says
    so. Yields how many of how many are done, and whether that was a trial.
    """
    daftar = _yang_diterima(Impor.objects.get(pk=impor_pk))
    for uji in (True, False):
        for awal in range(0, len(daftar), BATAL_SEKALIGUS):
            try:
                bagian = daftar[awal : awal + BATAL_SEKALIGUS]
                _satu_bagian(impor_pk, bagian, semua=daftar, oleh=oleh, uji=uji)
            except AturanDilanggar as error:
                if uji or not awal:
                    raise
                msg = f"{error.alasan} {ribuan(awal)} naskah sudah dikeluarkan, sisanya tetap."
                raise AturanDilanggar(msg) from error
            yield min(awal + BATAL_SEKALIGUS, len(daftar)), len(daftar), uji
    with transaction.atomic():
        _tutup(_terkunci(impor_pk, PekerjaanImpor.BATAL), len(daftar), oleh=oleh)


@transaction.atomic
def _satu_bagian(
    impor_pk: int, daftar: Diterima, *, semua: Diterima, oleh: Pengguna, uji: bool
) -> None:
    impor = _terkunci(impor_pk, PekerjaanImpor.BATAL)
    _keluarkan(impor, daftar, semua=semua, oleh=oleh)
    Impor.objects.filter(pk=impor_pk).update(status=StatusImpor.DITINJAU)
    transaction.set_rollback(uji)


def _terkunci(pk: int, pekerjaan: str = "") -> Impor:
    """The list, held, if it may be undone; `pekerjaan` is the work of the caller itself."""
    impor = Impor.objects.select_for_update(of=("self",)).get(pk=pk)
    lain = "" if impor.pekerjaan == pekerjaan else impor.pekerjaan
    wajib(periksa_batal(StatusImpor(impor.status), lain))
    return impor


def _yang_diterima(impor: Impor) -> list[tuple[int, int]]:
    """What it brought in, the newest first: what names another before what is named."""
    diterima = impor.baris.filter(status=Status.DITERIMA, naskah__isnull=False)
    return list(diterima.order_by("-naskah").values_list("nomor_baris", "naskah"))


def _keluarkan(impor: Impor, daftar: Diterima, *, semua: Diterima, oleh: Pengguna) -> None:
    """These of `semua` out of the register, their rows back to be looked at; all or none."""
    kunci, serta = ([naskah_pk for _, naskah_pk in satu] for satu in (daftar, semua))
    impor.baris.filter(naskah__in=kunci).update(
        status=Status.PERLU_DITINJAU, naskah=None, diputuskan_oleh=None, diputuskan_pada=None
    )
    try:
        hapus_naskah.hapus_semua(kunci, serta=serta, oleh=oleh)
    except AturanDilanggar:
        _sebutkan_barisnya(daftar, oleh=oleh)
        raise


def _sebutkan_barisnya(daftar: Diterima, *, oleh: Pengguna) -> None:
    """One after the other, until the row that forbids it is found."""
    for nomor, naskah_pk in daftar:
        try:
            hapus_naskah.hapus(naskah_pk, oleh=oleh)
        except AturanDilanggar as error:
            msg = f"Impor tidak dapat dibatalkan. Baris {nomor}: {error.alasan}"
            raise AturanDilanggar(msg) from error


def _tutup(impor: Impor, banyak: int, *, oleh: Pengguna) -> None:
    lama = Impor.objects.filter(pk=impor.pk, status=impor.status, pekerjaan=impor.pekerjaan)
    if not lama.update(status=StatusImpor.DIBATALKAN, pekerjaan="", langkah=""):
        raise AturanDilanggar("Impor ini baru saja berubah. Muat ulang halaman.")
    mitra = mitra_services.hapus_lepas(mitra_dari(impor), oleh=oleh)
    audit.catat("impor.batalkan", impor, oleh=oleh, naskah=banyak, mitra=mitra)
