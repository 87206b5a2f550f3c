"""Tokens as pages list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.models import TokenApi

if TYPE_CHECKING:
    from inti.models import Pengguna

TERBARU = 40


def milik(pengguna: Pengguna) -> list[TokenApi]:
    """The newest of a person's tokens, those that ended included, each with its owner."""
    semua = TokenApi.objects.milik(pengguna).select_related("dicabut_oleh")[:TERBARU]
    daftar = list(semua)
    for satu in daftar:
        satu.pengguna = pengguna
    return daftar
