"""For whom a text is: all parties of a naskah, one mitra, or only those who supervise."""

from __future__ import annotations

SEMUA_PIHAK = ""
DALAM = "dalam"


def khalayak_mitra(pk: int) -> str:
    """What is this mitra's own."""
    return f"mitra {pk}"
