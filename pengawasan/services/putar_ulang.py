"""Replay: what nobody touched is taken out and planned anew, and must come out the same.

A row that is met or owed is nothing but what the facts and the policy give, unless an event, a
postponement or a reminder hangs on it. What was replaced is a record of what applied once; it is
left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from kerjasama.models import Naskah
from pengawasan.enums import StatusJadwal
from pengawasan.models import Jadwal, Kegiatan, Pengingat, PenundaanJadwal
from pengawasan.services.jadwal import UKURAN_BATCH, susun_ulang

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

HIDUP = (StatusJadwal.TERBUKA, StatusJadwal.MENYUSUL, StatusJadwal.TERLAKSANA)
KOLOM = (
    "jatuh_tempo",
    "tanggal_rencana",
    "ditunda_sampai",
    "alasan_penundaan",
    "status",
    "alasan_status",
    "dasar",
)
Kunci = tuple[int, str, int]


@dataclass
class Hasil:
    """How many rows were made anew, and which of them came out otherwise."""

    disusun: int = 0
    beda: list[Kunci] = field(default_factory=list)


def putar_ulang(*, per: date, simpan: bool = False) -> Hasil:
    """Take out and plan anew, in parts; without `simpan` nothing of it stays."""
    hasil, terakhir = Hasil(), 0
    semua = Naskah.objects.order_by("pk")
    while kunci := list(semua.filter(pk__gt=terakhir).values_list("pk", flat=True)[:UKURAN_BATCH]):
        with transaction.atomic():
            _satu_batch(kunci, hasil, per=per)
            if not simpan:
                transaction.set_rollback(True)
        terakhir = kunci[-1]
    return hasil


def _satu_batch(kunci: Sequence[int], hasil: Hasil, *, per: date) -> None:
    # As planning does: the naskah first, then what is due of them.
    list(Naskah.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=kunci))
    semula = _potret(kunci)
    hasil.disusun += tak_tersentuh(kunci).delete()[0]
    susun_ulang(kunci, per=per)
    kini = _potret(kunci)
    hasil.beda += sorted(k for k in semula.keys() | kini.keys() if semula.get(k) != kini.get(k))


def tak_tersentuh(kunci: Sequence[int]) -> Any:
    """The rows that the plan alone made: no event, no reminder, no request, no date of its own."""
    return Jadwal.objects.filter(
        ~Exists(Kegiatan.objects.filter(jadwal=OuterRef("pk"))),
        ~Exists(Pengingat.objects.filter(jadwal=OuterRef("pk"))),
        ~Exists(PenundaanJadwal.objects.filter(jadwal=OuterRef("pk"))),
        naskah__in=kunci,
        status__in=HIDUP,
        ditunda_sampai=None,
        tanggal_rencana=None,
    )


def _potret(kunci: Sequence[int]) -> dict[Kunci, tuple[Any, ...]]:
    """Every column but the key, by the natural key."""
    baris = Jadwal.objects.filter(naskah__in=kunci)
    return {
        (naskah, jenis, ke): tuple(isi)
        for naskah, jenis, ke, *isi in baris.values_list("naskah", "jenis", "ke", *KOLOM)
    }
