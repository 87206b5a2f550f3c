"""Personal data: what an entry of the register says, and what still ties a person to the work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.module_loading import import_string

from inti.roles import Kemampuan, mampu

if TYPE_CHECKING:
    from inti.models import Pengguna


@dataclass(frozen=True)
class ButirData:
    """One kind of personal data: the columns, whose it is, what for, on which ground, how long."""

    kolom: tuple[str, ...]  # `app.Model.field`
    isi: str
    siapa: str
    untuk: str
    dasar: str
    lama: str


@dataclass(frozen=True)
class TugasTerbuka:
    """Something that waits for this person and that another must take over first.

    `perlu` is what it takes to open the link.
    """

    apa: str
    tautan: str = ""
    perlu: Kemampuan | None = None


def register() -> tuple[ButirData, ...]:
    """All entries, as config/data_pribadi.py has them."""
    return tuple(import_string(f"{settings.DATA_PRIBADI}.REGISTER"))


def tugas_terbuka(pengguna: Pengguna) -> list[TugasTerbuka]:
    """Everything open in this person's name, of every app."""
    return [satu for jalur in settings.TUGAS_TERBUKA for satu in import_string(jalur)(pengguna)]


def tugas_untuk(pembaca: Pengguna, pengguna: Pengguna) -> list[TugasTerbuka]:
    """The same as `pembaca` sees it: without the links that lead no further for them."""
    return [
        satu if satu.perlu is None or mampu(pembaca.peran, satu.perlu) else replace(satu, tautan="")
        for satu in tugas_terbuka(pengguna)
    ]


def data_tentang(pengguna: Pengguna) -> dict[str, list[dict[str, Any]]]:
    """What every app holds about this person: name of the table -> rows of plain values."""
    semua: dict[str, list[dict[str, Any]]] = {}
    for jalur in settings.DATA_SAYA:
        semua |= import_string(jalur)(pengguna)
    return semua
