"""Where the files lie that a snapshot names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inti.models import Berkas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class BerkasTidakUtuhError(Exception):
    """A stored file is gone, or is no longer what was received; the message is for the user.

    One that is gone may come back with its disk, one that was changed (`tetap`) does not mend.
    """

    def __init__(self, pesan: str, *, tetap: bool = False) -> None:
        super().__init__(pesan)
        self.tetap = tetap


def berkas_cuplikan(isi: dict[str, Any]) -> dict[int, Path]:
    """By key of Berkas. Raises BerkasTidakUtuhError."""
    semua = Berkas.objects.filter(pk__in=set(_kunci(isi)))
    return {berkas.pk: _utuh(berkas) for berkas in semua}


def _utuh(berkas: Berkas) -> Path:
    sidik = berkas.sidik()
    if not sidik:
        msg = f"Berkas “{berkas.nama}” tidak ditemukan di penyimpanan. Hubungi administrator."
        raise BerkasTidakUtuhError(msg)
    if sidik != berkas.sha256:
        msg = f"Berkas “{berkas.nama}” di penyimpanan tidak utuh. Hubungi administrator."
        raise BerkasTidakUtuhError(msg, tetap=True)
    return berkas.path


def _kunci(isi: dict[str, Any]) -> Iterator[int]:
    if isi["pemerintah"]["lambang"]:
        yield isi["pemerintah"]["lambang"]
    for lampiran in isi["lampiran"]:
        yield from (b["pk"] for b in (*lampiran.get("berkas", ()), *lampiran.get("foto", ())))
