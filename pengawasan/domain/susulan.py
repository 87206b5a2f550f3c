"""Days for what is late: no window is left, so as soon as the weeks have room."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.hari_kerja import hari_kerja_antara
from pengawasan.domain.beban import pekan
from pengawasan.domain.perataan import Usul

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

HARI_SEPEKAN = 5


def susulkan(
    terlambat: Iterable[tuple[int, date]],
    isi: Mapping[date, int],
    *,
    kapasitas: int,
    awal: date,
    akhir: date,
) -> list[Usul]:
    """The longest overdue first, each on the first working day with room from `awal` to `akhir`.

    `terlambat` are keys and due dates, `isi` how much each week holds already, by its Monday. No
    day takes more than its share of the week. What finds no room is left out.
    """
    sepekan: Counter[date] = Counter(isi)
    sehari: Counter[date] = Counter()
    bagian = -(-kapasitas // HARI_SEPEKAN)
    hari = hari_kerja_antara(awal, akhir)
    usul, mulai = [], 0
    for kunci, tenggat in sorted(terlambat, key=lambda t: (t[1], t[0])):
        # What had no room for one has none for the next.
        while mulai < len(hari) and (
            sepekan[pekan(hari[mulai])] >= kapasitas or sehari[hari[mulai]] >= bagian
        ):
            mulai += 1
        if mulai == len(hari):
            break
        sepekan[pekan(hari[mulai])] += 1
        sehari[hari[mulai]] += 1
        usul.append(Usul(kunci, hari[mulai], alasan(tenggat)))
    return usul


def alasan(tenggat: date) -> str:
    """Why it is planned so."""
    return f"Terlambat sejak {tanggal_indonesia(tenggat)}; hari kerja pertama yang muat."
