"""Versions of the questionnaire: drafted from the one before, published once, never changed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, tolak, wajib
from inti.services.kolom import KolomBerubah
from pengawasan.domain.kertas_kerja import Pertanyaan, periksa_kuesioner, periksa_terbit
from pengawasan.enums import StatusKuesioner as Status
from pengawasan.models import Kuesioner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from inti.models import Pengguna


@transaction.atomic
def buat(*, versi: str, oleh: Pengguna) -> Kuesioner:
    """A draft with the questions of the version in force, or of the newest one."""
    hari_ini = timezone.localdate()
    asal = Kuesioner.objects.berlaku_pada(hari_ini) or Kuesioner.objects.order_by("-pk").first()
    try:
        with transaction.atomic():
            kuesioner = Kuesioner.objects.create(
                versi=versi, pertanyaan=asal.pertanyaan if asal else [], disusun_oleh=oleh
            )
    except IntegrityError as error:
        raise AturanDilanggar(f"Sudah ada kuesioner bernama “{versi}”.") from error
    audit.catat("kuesioner.buat", kuesioner, oleh=oleh, dari=str(asal or ""))
    return kuesioner


@transaction.atomic
def ubah(
    pk: int, pertanyaan: Sequence[Pertanyaan], *, oleh: Pengguna, sidik: str | None = None
) -> Kuesioner:
    """Write the questions of a draft.

    `sidik` is that of the questions on the page; raises KolomBerubah where others are stored by
    now. None does not ask.
    """
    kuesioner = _draf(pk)
    if sidik is not None and sidik != kuesioner.sidik:
        raise KolomBerubah
    semula = len(kuesioner.pertanyaan)
    kuesioner.pertanyaan = [asdict(p) for p in pertanyaan]
    kuesioner.save(update_fields=["pertanyaan"])
    audit.catat("kuesioner.ubah", kuesioner, oleh=oleh, pertanyaan=[semula, len(pertanyaan)])
    return kuesioner


@transaction.atomic
def terbitkan(pk: int, *, dasar: str, berlaku_mulai: date, oleh: Pengguna) -> Kuesioner:
    """Publish: sheets that are opened from that day on ask these questions.

    Raises AturanDilanggar when the questions are not complete, the day has passed or is taken.
    """
    kuesioner = _draf(pk)
    terbit = Kuesioner.objects.filter(status=Status.TERBIT)
    wajib(periksa_kuesioner(kuesioner.daftar()))
    wajib(
        periksa_terbit(
            dasar=dasar,
            berlaku_mulai=berlaku_mulai,
            dipakai=[t for t in terbit.values_list("berlaku_mulai", flat=True) if t],
            hari_ini=timezone.localdate(),
        )
    )
    kolom = {"status": Status.TERBIT, "dasar": dasar, "berlaku_mulai": berlaku_mulai}
    try:
        with transaction.atomic():
            tertulis = Kuesioner.objects.filter(pk=pk, status=Status.DRAF).update(**kolom)
    except IntegrityError as error:
        raise AturanDilanggar("Sudah ada kuesioner lain yang berlaku mulai hari itu.") from error
    if not tertulis:
        raise AturanDilanggar("Kuesioner ini baru saja diterbitkan. Muat ulang halaman.")
    kuesioner.refresh_from_db()
    audit.catat(
        "kuesioner.terbitkan", kuesioner, oleh=oleh, dasar=dasar, berlaku_mulai=berlaku_mulai
    )
    return kuesioner


@transaction.atomic
def hapus(pk: int, *, oleh: Pengguna) -> None:
    """Throw a draft away; nothing hangs on it."""
    kuesioner = _draf(pk)
    audit.catat("kuesioner.hapus", kuesioner, oleh=oleh, versi=kuesioner.versi)
    kuesioner.delete()


def _draf(pk: int) -> Kuesioner:
    kuesioner = Kuesioner.objects.select_for_update(of=("self",)).get(pk=pk)
    if kuesioner.status != Status.DRAF:
        wajib(tolak("Kuesioner yang sudah terbit tidak dapat diubah. Buat versi baru."))
    return kuesioner
