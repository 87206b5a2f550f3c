"""Working out what a draft of the policy would move: in parts, by the runner, with progress.

Every part asks the database the same number of times however many naskah it has; nothing but the
trial's own rows is written.
"""

from __future__ import annotations

import logging
from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from inti.antrean import kuras
from inti.kalender import tambah_bulan
from inti.models.klaim import PERCOBAAN_TERBANYAK
from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah
from pengawasan.domain.banding import bandingkan
from pengawasan.enums import StatusSimulasiKebijakan as Status
from pengawasan.models import BarisSimulasiKebijakan, SimulasiKebijakan
from pengawasan.queries.fakta import (
    fakta_naskah,
    peristiwa_semua,
    riwayat_kebijakan,
    sebagai_siklus,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pengawasan.domain.fakta import RiwayatKebijakan

logger = logging.getLogger(__name__)
UKURAN_BATCH = 500
CAKRAWALA_BULAN = 24
GAGAL = "Simulasi gagal dihitung; rinciannya ada di catatan server. Minta lagi."


class KlaimHilangError(Exception):
    """Another worker took the trial up."""


def kerjakan_antrean(limit: int = 1) -> int:
    """Take up trials that wait, each by one worker; returns how many."""
    menunggu = SimulasiKebijakan.objects.siap_dikerjakan(timezone.now())
    return kuras(menunggu, kerjakan, limit=limit)


def kerjakan(pk: int) -> None:
    """Work out one trial that was claimed. A failure stays with it."""
    simulasi = SimulasiKebijakan.objects.select_related("kebijakan").get(pk=pk)
    try:
        if simulasi.percobaan > PERCOBAAN_TERBANYAK:
            _gagal(simulasi)
        else:
            _hitung(simulasi)
    except KlaimHilangError:
        logger.info("simulasi kebijakan %s diambil alih", pk)
    except Exception:
        logger.exception("simulasi kebijakan %s gagal", pk)
        _gagal(simulasi)


def _hitung(simulasi: SimulasiKebijakan) -> None:
    _, kini = riwayat_kebijakan()
    kelak = kini.dengan(sebagai_siklus(simulasi.kebijakan))
    semua = Naskah.objects.exclude(status=StatusNaskah.DRAF)
    banyak, sudah, terakhir = semua.count(), 0, 0
    while kunci := list(
        semua.filter(pk__gt=terakhir).order_by("pk").values_list("pk", flat=True)[:UKURAN_BATCH]
    ):
        _hitung_batch(simulasi, kunci, kini, kelak)
        sudah, terakhir = sudah + len(kunci), kunci[-1]
        _maju(simulasi, persen=min(99, 100 * sudah // max(banyak, 1)), diambil_pada=timezone.now())
    _maju(
        simulasi,
        status=Status.SELESAI,
        persen=100,
        selesai_pada=timezone.now(),
        ringkasan=_ringkas(simulasi, banyak),
    )


@transaction.atomic
def _hitung_batch(
    simulasi: SimulasiKebijakan,
    kunci: Sequence[int],
    kini: RiwayatKebijakan,
    kelak: RiwayatKebijakan,
) -> None:
    """One part; done again by who takes a trial over, it gives the same rows."""
    naskah = list(Naskah.objects.filter(pk__in=kunci).order_by("pk"))
    peristiwa = peristiwa_semua(naskah)
    sampai = tambah_bulan(simulasi.per, CAKRAWALA_BULAN)
    baris = [
        BarisSimulasiKebijakan(
            simulasi=simulasi,
            naskah=satu,
            jenis=geser.jenis,
            ke=geser.ke,
            perubahan=geser.perubahan,
            semula=geser.semula,
            menjadi=geser.menjadi,
        )
        for satu in naskah
        if (fakta := fakta_naskah(satu)) is not None
        for geser in bandingkan(
            fakta, peristiwa[satu.pk], kini, kelak, per=simulasi.per, sampai=sampai
        )
    ]
    BarisSimulasiKebijakan.objects.filter(simulasi=simulasi, naskah__in=kunci).delete()
    BarisSimulasiKebijakan.objects.bulk_create(baris, batch_size=1_000)


def _ringkas(simulasi: SimulasiKebijakan, banyak: int) -> dict[str, object]:
    """Totals by kind and by what changes, and of how many naskah."""
    hasil: dict[str, Counter[str]] = {}
    baris = BarisSimulasiKebijakan.objects.filter(simulasi=simulasi)
    jumlah = baris.order_by().values_list("jenis", "perubahan").annotate(Count("pk"))
    for jenis, perubahan, berapa in jumlah:
        hasil.setdefault(jenis, Counter())[perubahan] = berapa
    terdampak = baris.order_by().values("naskah").distinct().count()
    return {"diperiksa": banyak, "naskah": terdampak, **hasil}


def _maju(simulasi: SimulasiKebijakan, **kolom: object) -> None:
    if not SimulasiKebijakan.objects.dipegang(simulasi).update(**kolom):
        raise KlaimHilangError


def _gagal(simulasi: SimulasiKebijakan) -> None:
    SimulasiKebijakan.objects.dipegang(simulasi).update(status=Status.GAGAL, pesan=GAGAL)
