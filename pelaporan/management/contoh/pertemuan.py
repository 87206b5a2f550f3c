"""A demo meeting: what it decided, and one of today at which people check in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from pelaporan.management.contoh.waktu import pada
from pengawasan.enums import UnsurHadirin
from pengawasan.services import acara_rapat, hadir

if TYPE_CHECKING:
    from datetime import date

    from kerjasama.models import PerangkatDaerah
    from pelaporan.management.contoh.riwayat import Pelaku
    from pengawasan.models import Kegiatan

# A signature that belongs to nobody.
PARAF = [
    [60, 120, 90, 60, 120, 130, 150, 50, 180, 140, 215, 70, 250, 125, 300, 95, 360, 110, 430, 60],
    [120, 155, 400, 150],
]


def keputusan(satu: Kegiatan, unit: PerangkatDaerah, tanggal: date) -> list[dict[str, Any]]:
    """One for the unit, one for the mitra."""
    return [
        {
            "uraian": "Menyusun jadwal penyelesaian kekurangan.",
            "kegiatan": None,
            "perangkat_daerah": unit,
            "tenggat": tanggal + timedelta(days=14),
        },
        {
            "uraian": "Menyampaikan data pendukung.",
            "kegiatan": None,
            "mitra": satu.naskah.mitra.order_by("pk").first(),
            "tenggat": tanggal + timedelta(days=7),
        },
    ]


def adakan(satu: Kegiatan, pelaku: Pelaku, hari_ini: date) -> None:
    """A meeting of today: two checked in with their phones, one of them without a signature."""
    with pada(hari_ini - timedelta(days=5)):
        rapat = acara_rapat.adakan(
            [satu.pk],
            {
                "tanggal": hari_ini,
                "tempat": f"Ruang Rapat Sekretariat Daerah {pelaku.penanda}".strip(),
                "pimpinan": pelaku.orang["kabag"].nama,
                "agenda": "Pemeriksaan pelaksanaan hak dan kewajiban.",
            },
            oleh=pelaku.orang["staf"],
        )
    sesi = hadir.buka(rapat.pk, oleh=pelaku.orang["staf"])
    datang = (
        (pelaku.pd.nama, "Staf", str(pelaku.unit), UnsurHadirin.PERANGKAT_DAERAH),
        (pelaku.mitra.nama, "Penanggung jawab", "Mitra", UnsurHadirin.MITRA),
    )
    for ke, orang in enumerate(datang):
        isi = dict(zip(hadir.KOLOM, orang, strict=True))
        kunci = uuid5(NAMESPACE_URL, f"{rapat.pk}-{ke}")
        hadir.catat(sesi.pk, isi, goresan=None if ke else PARAF, kunci=kunci)
