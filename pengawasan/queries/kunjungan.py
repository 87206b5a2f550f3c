"""Where and when the visit of what is due would be."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Any

from pengawasan.domain.perataan import Tempat
from pengawasan.enums import JenisKegiatan, Metode, StatusBeritaAcara
from pengawasan.models import BeritaAcara

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from decimal import Decimal

    from pengawasan.models import Jadwal, Kegiatan


def kegiatan_berlaku(jadwal: Any) -> Kegiatan | None:
    """The event of a row of `susun_beban`, unless that was cancelled."""
    return next(iter(jadwal.kegiatan_hidup), None)


def tempat(jadwal: Any, area: Mapping[int, Tempat]) -> tuple[Tempat, ...]:
    """Where a visit of a row of `susun_beban` would go: its kegiatan's place, else area and unit.

    Empty for what is done from documents. `area` is by naskah.
    """
    kegiatan = kegiatan_berlaku(jadwal)
    pemantauan = jadwal.jenis == JenisKegiatan.PEMANTAUAN
    if pemantauan and (kegiatan is None or kegiatan.metode != Metode.TINJAU_LOKASI):
        return ()
    if kegiatan and kegiatan.tempat:
        nama = " ".join(kegiatan.tempat.split())
        return (Tempat(f"tempat:{nama.casefold()}", nama),)
    daerah = [area[jadwal.naskah_id]] if jadwal.naskah_id in area else []
    unit = [Tempat(f"unit:{pk}", nama) for pk, nama in jadwal.unit.items()]
    return (*daerah, *unit[:1])


def area_naskah(naskah: Iterable[int]) -> dict[int, Tempat]:
    """Where the naskah was last visited, by the coordinates of its verified berita acara."""
    kunjungan = BeritaAcara.objects.filter(
        kegiatan__naskah__in=naskah, status=StatusBeritaAcara.DIVERIFIKASI, lintang__isnull=False
    ).order_by("tanggal_kejadian", "pk")
    isi = kunjungan.values_list("kegiatan__naskah", "lintang", "bujur", "tempat")
    return {
        pk: Tempat(f"area:{petak(lintang)}:{petak(bujur)}", f"sekitar {nama}")
        for pk, lintang, bujur, nama in isi
        if lintang is not None and bujur is not None
    }


def petak(derajat: Decimal) -> int:
    """The strip of a twentieth of a degree, about 5.5 km, in which a coordinate lies."""
    return floor(derajat * 20)


def hari_rencana(jadwal: Jadwal) -> date | None:
    """The day it is planned on, if it is."""
    kegiatan = kegiatan_berlaku(jadwal)
    return kegiatan.tanggal_rencana if kegiatan else jadwal.tanggal_rencana
