"""Words of the streamed register, from fixtures/demo: each follows from a running number.

Names of places are four syllables drawn by the number, so they belong to nobody, and a word that
stands in few titles is at hand for the search.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings

_ISI = json.loads((settings.BASE_DIR / "fixtures" / "demo" / "massal.json").read_text("utf-8"))
_SUKU = [k + v for k in _ISI["suku_kata"]["konsonan"] for v in _ISI["suku_kata"]["vokal"]]
_BADAN: list[str] = _ISI["nama_badan"]
# How many places there are: a prime, so that it follows no other turn.
BANYAK_TEMPAT = 50_021
# Multiplied by this prime, every number gives other syllables.
_ACAK = 48_271
ORANG: list[str] = _ISI["orang"]
PEKERJAAN: list[str] = _ISI["pekerjaan"]
KEWAJIBAN: dict[str, list[str]] = _ISI["kewajiban"]


@dataclass(frozen=True)
class Badan:
    """A partner: what it is called, of which kind it is, who signs for it."""

    nama: str
    jenis: str
    jabatan: str


def tempat(nomor: int) -> str:
    """A place that is nowhere; the same again after BANYAK_TEMPAT."""
    sisa, suku = nomor % BANYAK_TEMPAT * _ACAK % len(_SUKU) ** 4, []
    for _ in range(4):
        sisa, satu = divmod(sisa, len(_SUKU))
        suku.append(_SUKU[satu])
    return "".join(suku).capitalize()


def badan(nomor: int) -> Badan:
    """A partner; no two numbers have the same name."""
    macam = _ISI["badan"][nomor % len(_ISI["badan"])]
    pertama, kedua = divmod((nomor * 7 + nomor // BANYAK_TEMPAT) % len(_BADAN) ** 2, len(_BADAN))
    nama = f"{macam['bentuk']} {_BADAN[pertama]} {_BADAN[kedua]} {tempat(nomor)}"
    return Badan(nama, macam["jenis"], macam["jabatan"])


def pokok(nomor: int, unit: str) -> tuple[str, str]:
    """What a naskah of the unit (code) is about, without the place; and the code of its urusan."""
    bidang: dict[str, Any] = _ISI["objek"].get(unit, _ISI["objek_lain"])
    objek = bidang["objek"][nomor // len(PEKERJAAN) % len(bidang["objek"])]
    return f"{PEKERJAAN[nomor % len(PEKERJAAN)]} {objek}", bidang["urusan"]
