"""Rows of whatever app that hang on a naskah, and who may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import QuerySet

from inti.roles import Kemampuan, mampu
from kerjasama.models.naskah import Naskah

if TYPE_CHECKING:
    from inti.models import Pengguna

Baris = TypeVar("Baris", bound=QuerySet[Any])


def di_naskah_terlihat(baris: Baris, pengguna: Pengguna) -> Baris:
    """Those whose `naskah` one may see.

    For who sees every naskah nothing is asked: to look each up in the register takes longer than
    to count the rows.
    """
    if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
        return baris
    return baris.filter(naskah__in=Naskah.objects.terlihat_oleh(pengguna))
