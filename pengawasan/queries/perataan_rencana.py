"""Planned days as they stand, and whether those that were picked may still be set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from inti.putusan import Putusan, tolak
from pengawasan.domain.rencana import BERUBAH, periksa_belum_mulai, periksa_rencana_jadwal
from pengawasan.enums import StatusJadwal, StatusKegiatan
from pengawasan.models import Jadwal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from inti.models import Pengguna
    from pengawasan.domain.rencana import Pilihan
    from pengawasan.models import Kegiatan


@dataclass(frozen=True)
class Tinjauan:
    """One pick beside the obligation it is for, and whether it may be set."""

    jadwal: Jadwal
    pilihan: Pilihan
    putusan: Putusan

    @property
    def nilai(self) -> str:
        """What its field sends on."""
        semula = self.pilihan.semula
        return f"{self.jadwal.pk}_{semula or '-'}_{self.pilihan.tanggal}"


def tinjau(pilihan: Iterable[Pilihan], pengguna: Pengguna) -> list[Tinjauan]:
    """Each pick of an obligation that the person sees, the nearest day first."""
    menurut = {p.jadwal: p for p in pilihan}
    terlihat = Jadwal.objects.terlihat_oleh(pengguna).filter(pk__in=menurut)
    semua = terlihat.select_related("naskah").prefetch_related("kegiatan").order_by("pk")
    hasil = [Tinjauan(j, menurut[j.pk], periksa_pilihan(j, menurut[j.pk])) for j in semua]
    return sorted(hasil, key=lambda t: (t.pilihan.tanggal, t.jadwal.pk))


def rencana_kini(jadwal: Jadwal) -> date | None:
    """The day it is planned on: that of its kegiatan, else its own."""
    kegiatan = kegiatan_jadwal(jadwal)
    return kegiatan.tanggal_rencana if kegiatan else jadwal.tanggal_rencana


def kegiatan_jadwal(jadwal: Jadwal) -> Kegiatan | None:
    """The event of the obligation that was not cancelled; there is at most one."""
    ada = (k for k in jadwal.kegiatan.all() if k.status != StatusKegiatan.DIBATALKAN)
    return next(ada, None)


def dapat_direncanakan(jadwal: Jadwal) -> Putusan:
    """Whether its day may still be set, whatever the day."""
    kegiatan = kegiatan_jadwal(jadwal)
    return periksa_belum_mulai(
        StatusJadwal(jadwal.status), StatusKegiatan(kegiatan.status) if kegiatan else None
    )


def periksa_pilihan(jadwal: Jadwal, pilihan: Pilihan) -> Putusan:
    """Whether the rules allow the day, and the plan is still what was shown."""
    kegiatan = kegiatan_jadwal(jadwal)
    putusan = periksa_rencana_jadwal(
        StatusJadwal(jadwal.status),
        StatusKegiatan(kegiatan.status) if kegiatan else None,
        tanggal=pilihan.tanggal,
        tenggat=jadwal.tenggat,
        hari_ini=timezone.localdate(),
    )
    if putusan and rencana_kini(jadwal) != pilihan.semula:
        return tolak(BERUBAH)
    return putusan
