"""Whom to tell about a mitra's reports."""

from __future__ import annotations

from django.utils import timezone

from inti.enums import Peran
from inti.models import Pengguna
from kerjasama.models import Keanggotaan


def staf() -> list[Pengguna]:
    """Those who look after the reports."""
    return list(Pengguna.objects.berperan(Peran.STAF, pada=timezone.localdate()))


def orang_mitra(mitra_pk: int) -> list[Pengguna]:
    """The people of a mitra today."""
    anggota = Keanggotaan.objects.aktif().filter(mitra=mitra_pk)
    return [a.pengguna for a in anggota.select_related("pengguna")]
