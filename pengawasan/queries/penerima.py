"""Who is to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from inti.enums import Peran
from inti.models import PemangkuJabatan, Pengguna
from kerjasama.models import Keanggotaan, NaskahPerangkatDaerah
from pengawasan.domain.tim import KETUA_TIM

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from kerjasama.models import Mitra, Naskah, PerangkatDaerah
    from pengawasan.models import Kegiatan


def orang_unit(perangkat_daerah: PerangkatDaerah) -> QuerySet[Pengguna]:
    """The people of one unit, today."""
    anggota = Keanggotaan.objects.aktif().filter(perangkat_daerah=perangkat_daerah)
    orang: QuerySet[Pengguna] = Pengguna.objects.filter(pk__in=anggota.values("pengguna"))
    return orang


def orang_mitra(mitra: Mitra) -> QuerySet[Pengguna]:
    """The people of one mitra, today."""
    anggota = Keanggotaan.objects.aktif().filter(mitra=mitra)
    orang: QuerySet[Pengguna] = Pengguna.objects.filter(pk__in=anggota.values("pengguna"))
    return orang


def orang_unit_naskah(naskah: Naskah) -> QuerySet[Pengguna]:
    """The people of the units of the naskah, today."""
    anggota = Keanggotaan.objects.aktif().filter(
        perangkat_daerah__in=naskah.keterlibatan.values("perangkat_daerah")
    )
    orang: QuerySet[Pengguna] = Pengguna.objects.filter(pk__in=anggota.values("pengguna"))
    return orang


def pelaksana(kegiatan: Iterable[Kegiatan]) -> QuerySet[Pengguna]:
    """The people named in the surat tugas, and today's people of the units of the naskah."""
    semua = list(kegiatan)
    unit = NaskahPerangkatDaerah.objects.filter(naskah__in=[k.naskah_id for k in semua])
    anggota = Keanggotaan.objects.berlaku_pada(timezone.localdate()).filter(
        perangkat_daerah__in=unit.values("perangkat_daerah")
    )
    orang: QuerySet[Pengguna] = Pengguna.objects.filter(
        Q(pk__in=anggota.values("pengguna"))
        | Q(penugasan__surat_tugas__kegiatan__in=[k.pk for k in semua])
    ).distinct()
    return orang


def pemutus_penundaan(pada: date) -> QuerySet[Pengguna]:
    """Who decides on postponements: the Ketua TKKSD, and who holds the seat of Ketua Tim."""
    kursi = PemangkuJabatan.objects.berlaku_pada(pada).filter(jabatan__kode=KETUA_TIM)
    orang: QuerySet[Pengguna] = Pengguna.objects.filter(
        Q(pk__in=Pengguna.objects.berperan(Peran.KETUA, pada=pada).values("pk"))
        | Q(pk__in=kursi.values("pengguna"))
    )
    return orang.filter(is_active=True)
