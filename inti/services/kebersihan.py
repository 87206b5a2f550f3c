"""Housekeeping: what was left over and what has had its time."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.module_loading import import_string

from inti.models import Berkas, KunciFormulir
from inti.services.berkas import SEHARI, sapu_singgah, tempat_singgah

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# A form that was open longer than this is no longer sent a second time by mistake.
KUNCI_DISIMPAN = timedelta(days=30)
# An upload has its file before its row; nobody's transaction takes a day.
TENGGANG_YATIM = SEHARI


def bersihkan(*, uji_coba: bool = False) -> dict[str, int]:
    """Do all of settings.PEMBERSIHAN; returns how many each took out (or would, `uji_coba`)."""
    return {
        nama: import_string(jalur)(uji_coba=uji_coba)
        for nama, jalur in settings.PEMBERSIHAN.items()
    }


def bersihkan_malam() -> int:
    """The same as a nightly job; returns how many in all."""
    return sum(bersihkan().values())


def sesi_habis(*, uji_coba: bool) -> int:
    """Sessions past their time."""
    habis = Session.objects.filter(expire_date__lt=timezone.now())
    return habis.count() if uji_coba else habis.delete()[0]


def perangkat_lama(*, uji_coba: bool) -> int:
    """Addresses and browsers of sessions that are over."""
    hidup = Session.objects.filter(expire_date__gte=timezone.now())
    lama = UserSession.objects.exclude(session_key__in=hidup.values("session_key"))
    banyak: int = lama.count() if uji_coba else lama.delete()[0]
    return banyak


def kunci_lama(*, uji_coba: bool) -> int:
    """One-use form keys that no open form carries any more."""
    lama = KunciFormulir.objects.filter(dipakai_pada__lt=timezone.now() - KUNCI_DISIMPAN)
    return lama.count() if uji_coba else lama.delete()[0]


def singgahan(*, uji_coba: bool) -> int:
    """Files that a vanished writer left unfinished a day ago."""
    if not uji_coba:
        return sapu_singgah()
    batas = time.time() - SEHARI
    return sum(p.stat().st_mtime < batas for p in tempat_singgah().parent.iterdir())


def berkas_yatim(*, uji_coba: bool) -> int:
    """Files that belong to no row and that nobody has touched for a day."""
    buang: Callable[[Path], bool] = _masih_yatim if uji_coba else _buang_yatim
    return sum(buang(path) for path in _calon_yatim())


def _calon_yatim() -> Iterator[Path]:
    for folder in Path(settings.BERKAS_DIR).glob("??"):
        semua = {path.name: path for path in folder.iterdir() if _lama(path)}
        dikenal = Berkas.objects.filter(sha256__startswith=folder.name)
        for nama in semua.keys() - set(dikenal.values_list("sha256", flat=True)):
            yield semua[nama]


def _buang_yatim(path: Path) -> bool:
    """Put it aside, and look again: whoever came to use it meanwhile gets it back.

    An upload of the same bytes touches the file before it makes its row, or, when the file is
    aside already, writes it anew (`services.berkas.simpan`).
    """
    samping = tempat_singgah()
    try:
        path.rename(samping)
    except FileNotFoundError:
        return False
    if not _lama(samping) or Berkas.objects.filter(sha256=path.name).exists():
        samping.rename(path)
        return False
    samping.unlink()
    return True


def _masih_yatim(path: Path) -> bool:
    return _lama(path) and not Berkas.objects.filter(sha256=path.name).exists()


def _lama(path: Path) -> bool:
    try:
        return path.stat().st_mtime < time.time() - TENGGANG_YATIM
    except FileNotFoundError:
        return False
