"""What a stored file belongs to: each app names its sources, one query asks all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    TextField,
    Value,
)
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.module_loading import import_string

from inti.models import Pemerintah
from inti.permissions import boleh_mengelola_akun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from inti.models import Pengguna
    from inti.putusan import Putusan

KOSONG = Value("", TextField())


@dataclass(frozen=True)
class SumberMilik:
    """Rows that hold a file each, and the thing with a page of its own on which they hang.

    `berkas` and `objek` lead from a row to the file and to the key of that thing; `nama` says more
    of it to those who may see it. `tunggal`: there is but one, and its page names no key.
    """

    sebutan: str
    baris: Callable[[], QuerySet[Any]]
    halaman: str
    boleh: Callable[[Pengguna], Putusan]
    terlihat: Callable[[Pengguna], QuerySet[Any]]
    objek: str = "pk"
    berkas: str = "berkas"
    nama: str | Combinable = KOSONG
    tunggal: bool = False

    def milik(self, urut: int, kunci: Iterable[int], pengguna: Pengguna) -> QuerySet[Any, Any]:
        """Those of these files, in the one shape that every source gives."""
        tampak = Exists(self.terlihat(pengguna).filter(pk=OuterRef(self.objek)))
        nama = F(self.nama) if isinstance(self.nama, str) else self.nama
        baris: QuerySet[Any, Any] = (
            self.baris()
            .filter(**{f"{self.berkas}__in": kunci})
            .order_by()
            .annotate(
                m_berkas=F(self.berkas),
                m_urut=Value(urut, IntegerField()),
                m_objek=Cast(F(self.objek), BigIntegerField()),
                m_nama=Cast(nama, TextField()),
                m_tampak=tampak if self.boleh(pengguna) else Value(False, BooleanField()),
            )
            .values_list("m_berkas", "m_urut", "m_objek", "m_nama", "m_tampak")
        )
        return baris


@dataclass(frozen=True, order=True)
class Milik:
    """One of the things a file belongs to; without an address to who may not see it."""

    sebutan: str
    nama: str = ""
    alamat: str = ""


@cache
def semua_sumber() -> tuple[SumberMilik, ...]:
    """Those of every app."""
    return tuple(satu for path in settings.MILIK_BERKAS for satu in import_string(path))


def milik_berkas(kunci: Iterable[int], pengguna: Pengguna) -> dict[int, list[Milik]]:
    """What each of these files belongs to, as far as the person may know; one query.

    Nothing is held for a file that nobody uses any more.
    """
    kunci, sumber = list(kunci), semua_sumber()
    pertama, *lain = (s.milik(urut, kunci, pengguna) for urut, s in enumerate(sumber))
    hasil: dict[int, set[Milik]] = defaultdict(set)
    for berkas, urut, objek, nama, tampak in pertama.union(*lain):
        hasil[berkas].add(_milik(sumber[urut], objek, nama, tampak=tampak))
    return {pk: sorted(semua) for pk, semua in hasil.items()}


def _milik(sumber: SumberMilik, objek: int, nama: str, *, tampak: bool) -> Milik:
    sebutan = sumber.sebutan if sumber.tunggal else f"{sumber.sebutan} nomor {objek}"
    if not tampak:
        return Milik(sebutan)
    alamat = reverse(sumber.halaman, args=() if sumber.tunggal else (objek,))
    return Milik(sebutan, nama, alamat)


SUMBER = (
    SumberMilik(
        "Lambang daerah",
        Pemerintah.objects.all,
        "pemerintah-ubah",
        boleh_mengelola_akun,
        lambda _: Pemerintah.objects.all(),
        berkas="lambang",
        tunggal=True,
    ),
)
