"""Files that were stored before there was a scanner, or before it knew: shown to it now."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti import pemindai
from inti.keamanan import peristiwa
from inti.models import Berkas

if TYPE_CHECKING:
    from collections.abc import Iterator

SEKALI = 500


@dataclass(frozen=True)
class HasilPindai:
    """What the scanner said of one file, or why it said nothing."""

    pk: int
    nama: str
    temuan: str = ""
    sebab: str = ""

    def __str__(self) -> str:
        return f"berkas {self.pk} ({self.nama}): {self.temuan or f'belum terpindai, {self.sebab}'}"


def pindai_simpanan(sejak: int = 0) -> Iterator[HasilPindai]:
    """Every stored file from that number on, in turn; findings are security events.

    Nothing is moved: a document that was decided on must not lose its attachment because of a
    signature. As many rows as `SEKALI` and one block of one file are in memory at a time.
    """
    while rombongan := list(
        Berkas.objects.filter(pk__gte=sejak).order_by("pk").only("pk", "nama", "sha256")[:SEKALI]
    ):
        for berkas in rombongan:
            yield _pindai(berkas)
        sejak = rombongan[-1].pk + 1


def _pindai(berkas: Berkas) -> HasilPindai:
    try:
        with berkas.path.open("rb") as file:
            temuan = pemindai.pindai(file)
    except FileNotFoundError:
        return HasilPindai(berkas.pk, berkas.nama, sebab="isi hilang")
    except pemindai.PemindaiMatiError as error:
        peristiwa(
            "berkas.tidak_terpindai", tingkat=logging.ERROR, berkas=berkas.pk, sebab=str(error)
        )
        return HasilPindai(berkas.pk, berkas.nama, sebab="pemindai tidak menjawab")
    if temuan:
        peristiwa(
            "berkas.virus_tersimpan", tingkat=logging.ERROR, berkas=berkas.pk, temuan=temuan,
            sha256=berkas.sha256,
        )  # fmt: skip
    return HasilPindai(berkas.pk, berkas.nama, temuan=temuan)
