"""What the demo agreements are about, from fixtures/demo. Partners belong to nobody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings

_ISI = json.loads((settings.BASE_DIR / "fixtures" / "demo" / "isi.json").read_text("utf-8"))


@dataclass(frozen=True)
class Pokok:
    """A subject: title, unit (code), kind of document and cooperation, what each side owes."""

    judul: str
    pd: str
    urusan: str
    jenis: str
    kerja_sama: str
    kewajiban_mitra: tuple[str, ...]
    kewajiban_pemerintah: tuple[str, ...]


@dataclass(frozen=True)
class Materi:
    """The subject of a row of the matrix, and the letter it recommends."""

    materi: str
    permasalahan: str
    solusi: str
    tindak_lanjut: str
    huruf: str


POKOK = tuple(Pokok(**p) for p in _ISI["pokok"])
MITRA = tuple((m["nama"], m["jenis"]) for m in _ISI["mitra"])
# Signs for every unit of the demo, and is on no team.
KEPALA_UNIT = "Drs. Bambang Wijatmoko, M.M."
# What the items of these words measure, when they fall due, and the money they owe.
RINCIAN: dict[str, dict[str, Any]] = _ISI["rincian"]
MATERI = tuple(Materi(**m) for m in _ISI["materi"])
# One subject of each letter: the first of those above, else one of its own.
MATERI_HURUF = {m.huruf: m for m in (*MATERI[::-1], *(Materi(**m) for m in _ISI["materi_huruf"]))}


def materi(nomor: int) -> Materi:
    """The subject of the row with that number."""
    return MATERI[nomor % len(MATERI)]
