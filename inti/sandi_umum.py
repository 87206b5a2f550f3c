"""Common passwords as they look at twelve characters: common words doubled, joined, numbered.

Of Django's list of 20,000 hardly one is that long, so alone it would refuse next to nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from inti.models import Pengguna

# Found in every list of this country, in none of the one that Django brings.
SETEMPAT = frozenset({
    "admin", "bismillah", "garuda", "indonesia", "jakarta", "kantor", "katasandi",
    "kerjasama", "masuk", "merdeka", "naskah", "pegawai", "pemerintah", "pengawasan", "rahasia",
    "sandi", "sayang", "selamat",
})  # fmt: skip
PENGISI = re.compile(r"[\W\d_]+")
KATA_TERPENDEK = 3
ULANGAN = re.compile(r"(.{1,6}?)\1+.{0,5}", re.DOTALL)


class SandiUmumValidator(CommonPasswordValidator):
    """Refuses what is of one or two words of the list, also once digits and signs are taken out."""

    def validate(self, password: str, user: Pengguna | None = None) -> None:
        """Raises ValidationError, which says what is wrong and what to do instead."""
        sandi = password.lower().strip()
        kata = PENGISI.sub("", sandi)
        if self._tersusun(sandi) or self._tersusun(kata) or _berulang(sandi):
            raise ValidationError(
                "Kata sandi ini terlalu umum: hanya kata yang sering dipakai, atau ulangannya. "
                "Pakai beberapa kata yang tidak biasa bersama.",
                code="password_too_common",
            )

    def _tersusun(self, kata: str) -> bool:
        """One word, or two, or one with a little behind it."""
        return any(
            self._umum(kata[:n]) and (len(kata) - n < KATA_TERPENDEK or self._umum(kata[n:]))
            for n in range(KATA_TERPENDEK, len(kata) + 1)
        )

    def _umum(self, kata: str) -> bool:
        return kata in self.passwords or kata in SETEMPAT


def _berulang(password: str) -> bool:
    """The same few characters over and over, and at most a little behind them."""
    return bool(ULANGAN.fullmatch(password))
