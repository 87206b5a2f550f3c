"""Reading check-in by QR: what a phone is shown, and what the officer sees arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from inti.putusan import Putusan, tolak
from inti.roles import Kemampuan, mampu
from kerjasama.models import Keanggotaan
from pengawasan.domain.sesi_hadir import DITUTUP, periksa_rapat, periksa_waktu
from pengawasan.enums import StatusKegiatan, UnsurHadirin
from pengawasan.models import Hadirin, SesiHadir, TandaHadir

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pengawasan.models import Rapat


def periksa_sesi(sesi: SesiHadir, kini: datetime) -> Putusan:
    """Whether somebody may check in at `kini`, in local time."""
    if sesi.ditutup_pada:
        return tolak(DITUTUP)
    rapat = sesi.rapat
    if not periksa_catat(rapat):
        return tolak(DITUTUP)
    return periksa_waktu(
        kini.replace(tzinfo=None), tanggal=rapat.tanggal, mulai=rapat.mulai, selesai=rapat.selesai
    )


def periksa_catat(rapat: Rapat) -> Putusan:
    """Whether the attendance of the meeting may still be written."""
    status = [StatusKegiatan(satu.status) for satu in rapat.kegiatan.all()]
    return periksa_rapat(status, dibatalkan=rapat.dibatalkan_pada is not None)


def tanda_ponsel(sesi: SesiHadir, kunci: UUID) -> TandaHadir | None:
    """What this phone recorded."""
    return TandaHadir.objects.select_related("hadirin").filter(sesi=sesi, kunci=kunci).first()


def awal(pengguna: Pengguna) -> dict[str, str]:
    """Name and office of somebody who is signed in."""
    anggota = Keanggotaan.objects.aktif().filter(pengguna=pengguna)
    milik = anggota.select_related("mitra", "perangkat_daerah").order_by("pk").first()
    isi = {"nama": pengguna.nama, "jabatan": pengguna.sebagai}
    if milik and milik.mitra:
        return isi | {"instansi": milik.mitra.nama, "unsur": UnsurHadirin.MITRA}
    if milik:
        unit = str(milik.perangkat_daerah)
        return isi | {"instansi": unit, "unsur": UnsurHadirin.PERANGKAT_DAERAH}
    if mampu(pengguna.peran, Kemampuan.CATAT_HASIL):
        return isi | {"unsur": UnsurHadirin.TIM}
    return isi


def hadirin(rapat: Rapat) -> QuerySet[Hadirin]:
    """The daftar hadir with how each came, in one query."""
    return Hadirin.objects.filter(rapat=rapat).select_related("tanda")


def sesi_terbuka(rapat: Rapat) -> SesiHadir | None:
    """The session of which the code is about; None when the last one was closed or has run out."""
    sesi = SesiHadir.objects.terbuka().filter(rapat=rapat).select_related("rapat").first()
    if sesi and rapat.tanggal < timezone.localdate():
        return None
    return sesi
