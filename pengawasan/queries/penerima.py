"""Who is to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from inti.enums import Peran
from inti.models import PemangkuJabatan, Pengguna
from inti.roles import KEMAMPUAN, Kemampuan
from kerjasama.models import Keanggotaan, NaskahPerangkatDaerah, ParaPihak, PenugasanNaskah
from pengawasan.domain.tim import KETUA_TIM
from pengawasan.enums import StatusSuratTugas
from pengawasan.models import AnggotaTim

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from kerjasama.models import Mitra, Naskah, PerangkatDaerah
    from pengawasan.models import Kegiatan

PENGAWAS = [p for p in Peran if Kemampuan.LIHAT_SEMUA_NASKAH in KEMAMPUAN[p]]


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


def orang_mitra_kegiatan(kegiatan: Iterable[Kegiatan]) -> QuerySet[Pengguna]:
    """The people of every mitra of these naskah, today."""
    pihak = ParaPihak.objects.aktif().filter(naskah__in=[k.naskah_id for k in kegiatan])
    anggota = Keanggotaan.objects.aktif().filter(mitra__in=pihak.values("mitra"))
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
    """The team of the letters in force, and today's people of the units of the naskah.

    Whoever was on the team for a time and sees none of the naskah any more is told nothing.
    """
    semua = list(kegiatan)
    hari_ini = timezone.localdate()
    naskah = [k.naskah_id for k in semua]
    unit = NaskahPerangkatDaerah.objects.filter(naskah__in=naskah)
    anggota = Keanggotaan.objects.berlaku_pada(hari_ini).filter(
        perangkat_daerah__in=unit.values("perangkat_daerah")
    )
    tugas = PenugasanNaskah.objects.berlaku_pada(hari_ini).filter(naskah__in=naskah)
    tim = AnggotaTim.objects.filter(
        surat_tugas__kegiatan__in=[k.pk for k in semua],
        surat_tugas__status=StatusSuratTugas.BERLAKU,
    )
    melihat = Q(pk__in=Pengguna.objects.berperan(*PENGAWAS, pada=hari_ini).values("pk"))
    orang: QuerySet[Pengguna] = Pengguna.objects.filter(
        Q(pk__in=anggota.values("pengguna"))
        | Q(pk__in=tim.exclude(pengguna=None).values("pengguna"))
        & (melihat | Q(pk__in=tugas.exclude(pengguna=None).values("pengguna")))
    )
    return orang


def pemutus_penundaan(pada: date) -> QuerySet[Pengguna]:
    """Who decides on postponements: the Ketua TKKSD, and who holds the seat of Ketua Tim."""
    kursi = PemangkuJabatan.objects.berlaku_pada(pada).filter(jabatan__kode=KETUA_TIM)
    orang: QuerySet[Pengguna] = Pengguna.objects.filter(
        Q(pk__in=Pengguna.objects.berperan(Peran.KETUA, pada=pada).values("pk"))
        | Q(pk__in=kursi.values("pengguna"))
    )
    return orang.filter(is_active=True)
