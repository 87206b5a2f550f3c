"""The door to the portal: a person is let into a mitra or a unit, and out again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from inti.services.sekali import pakai_kunci
from kerjasama.domain.keanggotaan import periksa_buka, periksa_tutup
from kerjasama.models import Keanggotaan, Mitra, PerangkatDaerah
from kerjasama.services.mitra import buka as buka_mitra

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def buka(
    tempat: Mitra | PerangkatDaerah,
    pengguna: Pengguna,
    *,
    mulai: date,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> Keanggotaan:
    """From `mulai` on the person sees what the mitra or the unit sees."""
    pakai_kunci(kunci, oleh=oleh)
    wajib(periksa_buka(mulai, per=timezone.localdate()))
    kolom = "perangkat_daerah"
    if isinstance(tempat, Mitra):
        kolom, tempat = "mitra", buka_mitra(tempat.pk)
    masih = Q(selesai=None) | Q(selesai__gte=mulai)
    if Keanggotaan.objects.filter(masih, pengguna=pengguna, **{kolom: tempat}).exists():
        raise AturanDilanggar(f"{pengguna} sudah memiliki akses di {tempat}.")
    try:
        with transaction.atomic():
            anggota = Keanggotaan.objects.create(pengguna=pengguna, mulai=mulai, **{kolom: tempat})
    except IntegrityError as error:
        raise AturanDilanggar(f"{pengguna} sudah memiliki akses di {tempat}.") from error
    audit.catat("keanggotaan.buka", tempat, oleh=oleh, pengguna=str(pengguna), mulai=mulai)
    return anggota


@transaction.atomic
def tutup(pk: int, *, sampai: date | None, oleh: Pengguna) -> None:
    """The last day of access; None closes at once.

    Access given today and closed at once leaves no row, for it was not held for a day; the trail
    has both lines.
    """
    hari_ini = timezone.localdate()
    akhir = sampai or hari_ini - timedelta(days=1)
    semua = Keanggotaan.objects.select_for_update(of=("self",))
    anggota = semua.filter(pk=pk).first()
    if anggota is None:
        raise AturanDilanggar("Akses ini sudah ditutup.")
    wajib(periksa_tutup(anggota.selesai, sampai=akhir, per=hari_ini))
    baris = Keanggotaan.objects.filter(pk=pk, selesai=anggota.selesai)
    jumlah = baris.delete()[0] if akhir < anggota.mulai else baris.update(selesai=akhir)
    if not jumlah:
        raise AturanDilanggar("Akses ini baru saja diubah orang lain. Muat ulang halaman.")
    tempat: Any = anggota.mitra or anggota.perangkat_daerah
    audit.catat(
        "keanggotaan.tutup",
        tempat,
        oleh=oleh,
        pengguna=str(anggota.pengguna),
        mulai=anggota.mulai,
        sampai=akhir,
    )
