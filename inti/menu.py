"""The menu: which entries a person sees. The entries themselves are wired in config/menu.py."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from inti.roles import Kemampuan, mampu

if TYPE_CHECKING:
    from inti.models import Pengguna


@dataclass(frozen=True)
class ButirMenu:
    """One entry: `nama_url` must exist, `kemampuan` (any of) decides who sees it.

    `juga` are beginnings of other addresses whose pages belong to it.
    """

    judul: str
    nama_url: str
    ikon: str
    kelompok: str
    kemampuan: tuple[Kemampuan, ...] = ()
    juga: tuple[str, ...] = ()
    url: str = ""
    aktif: bool = False


def menu_untuk(pengguna: Pengguna, path: str) -> list[ButirMenu]:
    """The entries this person may use, with the current one marked."""
    butir = [
        b
        for b in _semua(settings.MENU)
        if not b.kemampuan or any(mampu(pengguna.peran, k) for k in b.kemampuan)
    ]
    awalan = [(awal, b.url) for b in butir for awal in (b.url, *b.juga) if _di_bawah(path, awal)]
    _, cocok = max(awalan, key=lambda a: len(a[0]), default=("", ""))
    return [replace(b, aktif=True) if b.url == cocok else b for b in butir]


@cache
def _semua(menu: str) -> tuple[ButirMenu, ...]:
    """All entries with their addresses, which stay the same while the program runs."""
    return tuple(replace(b, url=reverse(b.nama_url)) for b in import_string(menu))


def _di_bawah(path: str, awal: str) -> bool:
    """Every address begins with that of the first page, and yet does not belong to it."""
    return path == awal if awal == "/" else path.startswith(awal)
