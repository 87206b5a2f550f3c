"""What people are told: each message is declared once, with the facts it is filled in with.

The declarations stand in the `kabar` module of each app. The gallery shows every one of them, so
that nothing is sent whose words nobody has looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import Any

from django.utils.text import slugify

from inti.enums import JenisPesan

TERDAFTAR: dict[str, Kabar] = {}


@dataclass(frozen=True)
class Pesan:
    """Subject and text."""

    subjek: str
    isi: str


@dataclass(frozen=True)
class Kabar:
    """One kind of message: `subjek` and `isi` name their facts in braces, `pasal` its article."""

    nama: str
    kepada: str
    subjek: str
    isi: str
    pasal: str = ""
    jenis: JenisPesan = JenisPesan.RESMI

    def __post_init__(self) -> None:
        if self.kode in TERDAFTAR:
            raise ValueError(f"Two messages are called {self.kode}.")
        TERDAFTAR[self.kode] = self

    @property
    def kode(self) -> str:
        """What the gallery calls it in an address."""
        return slugify(self.nama)

    @property
    def fakta(self) -> set[str]:
        """The names of the facts it needs."""
        return _nama(self.subjek) | _nama(self.isi)

    def tulis(self, **fakta: Any) -> Pesan:
        """The message with these facts, then its article.

        A paragraph all of whose facts are empty is left out. Raises KeyError where one is missing.
        """
        kata = {nama: str(nilai) for nama, nilai in fakta.items()}
        alinea = [
            satu.format(**kata)
            for satu in self.isi.split("\n\n")
            if not _nama(satu) or any(kata[nama] for nama in _nama(satu))
        ]
        if self.pasal:
            alinea.append(f"Dasar: {self.pasal}.")
        return Pesan(self.subjek.format(**kata), "\n\n".join(alinea))


def _nama(teks: str) -> set[str]:
    return {nama for _, nama, _, _ in Formatter().parse(teks) if nama}
