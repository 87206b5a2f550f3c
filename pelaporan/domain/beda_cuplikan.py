"""What differs between two snapshots of a document, in words a person reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

PANJANG = 200


@dataclass(frozen=True)
class Beda:
    """One fact: which, what it was, what it is now; empty for nothing."""

    apa: str
    lama: str
    baru: str


def beda(lama: Any, baru: Any, apa: str = "") -> Iterator[Beda]:
    """Every fact of `baru` that `lama` says otherwise, in the order of `baru`.

    Both are plain JSON values. Of lists of another length only the number of rows is told.
    """
    if lama == baru:
        return
    if isinstance(lama, dict) and isinstance(baru, dict):
        for nama in [*baru, *(n for n in lama if n not in baru)]:
            kata = nama.replace("_", " ")
            yield from beda(lama.get(nama), baru.get(nama), f"{apa} {kata}".strip())
    elif isinstance(lama, list) and isinstance(baru, list):
        if len(lama) != len(baru):
            yield Beda(apa, f"{len(lama)} baris", f"{len(baru)} baris")
            return
        for ke, (satu, dua) in enumerate(zip(lama, baru, strict=True), 1):
            yield from beda(satu, dua, f"{apa} {ke}")
    else:
        yield Beda(apa, _kata(lama), _kata(baru))


def _kata(nilai: Any) -> str:
    if nilai is None or isinstance(nilai, (dict, list)):
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return str(nilai)[:PANJANG]
