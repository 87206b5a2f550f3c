"""One answer for every row of a list in whose cell the same stands."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db import transaction

from inti import audit
from kerjasama.domain.baca_isian import TANPA_UNIT
from kerjasama.domain.peringatan import Peringatan
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.models import BarisImpor, Impor
from kerjasama.queries.impor import ASING, baris_sama

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inti.models import Pengguna


@transaction.atomic
def jawab_sama(
    baris: BarisImpor, kolom: Iterable[str], data: dict[str, Any], *, oleh: Pengguna
) -> int:
    """Give the other rows that ask the same the answer that `data` gave in `kolom`.

    `baris` is the row as it stood when the question was put. A row with no other doubt becomes
    ready; none enters the register from here. Returns how many rows were answered.
    """
    list(Impor.objects.select_for_update(no_key=True).filter(pk=baris.impor_id).values_list("pk"))
    dijawab: set[int] = set()
    for satu in kolom:
        sama = list(baris_sama(baris, satu).select_for_update(of=("self",)))
        for lain in sama:
            _jawab(lain, satu, data)
        BarisImpor.objects.bulk_update(sama, ("usulan", "peringatan", "status"), batch_size=500)
        dijawab |= {lain.pk for lain in sama}
    if dijawab:
        audit.catat(
            "impor.jawab", baris.impor, oleh=oleh, kolom=list(kolom), baris=baris.nomor_baris,
            banyak=len(dijawab),
        )  # fmt: skip
    return len(dijawab)


def _jawab(baris: BarisImpor, kolom: str, data: dict[str, Any]) -> None:
    """The answer in place of the question; sound when nothing else is in doubt."""
    if kolom == "jenis":
        baris.usulan |= {"jenis": data["jenis"], "sebutan": baris.mentah["jenis"][:150]}
    else:
        kosong: Any = [] if kolom == "perangkat_daerah" else ""
        isi = data.get(kolom, baris.usulan.get(kolom, ""))
        baris.usulan |= {kolom: isi, ASING[kolom]: kosong}
    tetap = [p for p in baris.peringatan if not (p["kolom"] == kolom and p["ragu"])]
    if kolom == "perangkat_daerah" and data.get(kolom):
        # With the unit, who signed for it has a place.
        baris.usulan["penanda_tanpa_unit"] = False
        tetap = [p for p in tetap if p["pesan"] != TANPA_UNIT]
    kata = f"“{baris.mentah[kolom].strip()[:80]}” dijawab sekali untuk semua barisnya."
    baris.peringatan = [*tetap, asdict(Peringatan(kolom, kata))]
    if not any(p["ragu"] for p in baris.peringatan):
        baris.status = Status.SIAP
