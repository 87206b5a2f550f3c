"""What the two demo units controlled in the naskah that are theirs (Pasal 7)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kerjasama.models import Naskah, PerangkatDaerah
from pelaporan.management.contoh.waktu import pada
from pengawasan.services import pengendalian

if TYPE_CHECKING:
    from inti.models import Pengguna

CATATAN = (
    (
        24,
        "Pelaksanaan kewajiban mitra",
        "Tiga dari empat kewajiban dilaksanakan; data penerima manfaat belum dimutakhirkan.",
        "Mitra diminta memutakhirkan data dalam dua minggu.",
    ),
    (
        4,
        "Pemutakhiran data penerima manfaat",
        "Data sudah dimutakhirkan dan cocok dengan catatan Perangkat Daerah.",
        "",
    ),
)
BANYAK = 2


def catat(orang: dict[str, Pengguna], hari_ini: date, penanda: tuple[str, str]) -> None:
    """Two entries in each of the first naskah in force of `pd` and of `pd2`."""
    for siapa, tanda in zip(("pd", "pd2"), penanda, strict=True):
        unit = PerangkatDaerah.objects.get(keanggotaan__pengguna=orang[siapa])
        milik = Naskah.objects.filter(perangkat_daerah=unit)
        for naskah in milik.berlaku_pada(hari_ini - timedelta(days=30)).order_by("pk")[:BANYAK]:
            _catat(naskah, unit, orang[siapa], hari_ini, tanda)


def _catat(
    naskah: Naskah, unit: PerangkatDaerah, oleh: Pengguna, hari_ini: date, tanda: str
) -> None:
    for lalu, objek, temuan, tindakan in CATATAN:
        tanggal = hari_ini - timedelta(days=lalu)
        data = {"tanggal": tanggal, "objek": objek, "temuan": f"{temuan} {tanda}"}
        with pada(tanggal):
            pengendalian.catat(naskah.pk, data | {"tindakan": tindakan}, unit=unit, oleh=oleh)
