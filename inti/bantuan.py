"""The guide within the application: which one, and which section of it tells of a screen."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString

from inti.panduan import Bagian, bagian

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inti.enums import Peran
    from inti.models import Pengguna

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Langkah:
    """One of the first steps: what to do, and the page on which it is done."""

    teks: str
    nama_url: str

    @property
    def url(self) -> str:
        """The address of that page."""
        return reverse(self.nama_url)


def panduan_untuk(peran: Iterable[Peran]) -> list[str]:
    """The guides of these roles, without repeats; all of them have one."""
    milik = set(peran)
    return list(dict.fromkeys(nama for p, nama in _daftar("PANDUAN").items() if p in milik))


@cache
def baca(nama: str) -> list[Bagian]:
    """The sections of one guide. Raises KeyError for a name that no role has."""
    if nama not in _daftar("PANDUAN").values():
        raise KeyError(nama)
    sumber = (settings.PANDUAN_DIR / f"{nama}.md").read_text(encoding="utf-8")
    semua = bagian(sumber, gambar=_gambar)
    # What inti.panduan makes holds nothing of the source that is not escaped.
    return [replace(satu, html=[SafeString(html) for html in satu.html]) for satu in semua]


def _gambar(nama: str) -> str:
    """Its address; empty, and a line in the log, where it was never collected: the text stays."""
    try:
        return static(f"panduan/{nama}.png")
    except ValueError:
        logger.warning("gambar panduan %s.png tidak ada", nama)
        return ""


def jangkar(nama_url: str, panduan: str) -> str:
    """The section of this guide that tells of the screen; empty for the beginning."""
    ada = {satu.jangkar for satu in baca(panduan)}
    return next((satu for satu in _bagian_layar(nama_url) if satu in ada), "")


def alamat(nama_url: str, pengguna: Pengguna) -> str:
    """Where this person reads about the screen; empty for who has no role yet."""
    panduan = panduan_untuk(pengguna.peran)
    for nama in panduan:
        if tujuan := jangkar(nama_url, nama):
            return f"{reverse('bantuan', args=[nama])}#{tujuan}"
    return reverse("bantuan", args=[panduan[0]]) if panduan else ""


def langkah_pertama(pengguna: Pengguna) -> tuple[Langkah, ...]:
    """The three first steps of the most senior role."""
    semua: dict[Peran, tuple[Langkah, ...]] = _daftar("LANGKAH")
    return next((langkah for p, langkah in semua.items() if p in pengguna.peran), ())


def _bagian_layar(nama_url: str) -> tuple[str, ...]:
    """Of the longest noun that the URL name begins with."""
    layar: dict[str, tuple[str, ...]] = _daftar("LAYAR")
    cocok = [n for n in layar if nama_url == n or nama_url.startswith(f"{n}-")]
    return layar[max(cocok, key=len)] if cocok else ()


def _daftar(nama: str) -> Any:
    return import_string(f"{settings.BANTUAN}.{nama}")
