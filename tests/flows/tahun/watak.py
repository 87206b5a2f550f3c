"""What people are like: by the key of a thing, so that every year is played alike."""

from datetime import timedelta

SABTU = 5


def watak(objek, banyak):
    """One of `banyak` kinds."""
    return objek.pk % banyak


def hari_kerja(tanggal):
    """That day, or the Monday after."""
    lewat = tanggal.weekday() - SABTU
    return tanggal + timedelta(days=2 - lewat) if lewat >= 0 else tanggal
