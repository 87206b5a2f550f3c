"""Reading the meeting, with a fingerprint of what was read."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pengawasan.models import Hadirin, Notulensi


def sidik_hadirin(hadirin: Iterable[Hadirin]) -> str:
    """Differs when anyone was added, changed, moved or taken out."""
    isi = [[h.nama, h.jabatan, h.instansi, h.unsur] for h in hadirin]
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()[:32]


def sidik_notulensi(notulensi: Notulensi | None) -> str:
    """The moment of the last writing; empty before the first."""
    return notulensi.dicatat_pada.isoformat() if notulensi else ""
