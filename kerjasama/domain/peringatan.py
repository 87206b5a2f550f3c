"""A remark about one cell of a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Peringatan:
    """A sentence about one cell; `ragu` means that a person must look."""

    kolom: str
    pesan: str
    ragu: bool = False
