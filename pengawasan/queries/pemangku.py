"""The seats that are held by one person, who holds them on a day, and who held them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Prefetch

from inti.enums import Peran
from inti.models import Jabatan, PemangkuJabatan, Pengguna
from pengawasan.domain.tim import KETUA_TKKSD, KURSI

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet


@dataclass(frozen=True)
class KursiHari:
    """A seat on one day: what it is in the team or signs as, and its holders, who acts first."""

    sebutan: str
    nama: str
    jabatan: Jabatan | None
    pemangku: list[PemangkuJabatan]


@dataclass(frozen=True)
class SusunanHari:
    """The fixed seats of Pasal 8 ayat (2) in their order, and the other seats of one person."""

    tim: list[KursiHari]
    lain: list[KursiHari]

    @property
    def kosong(self) -> list[str]:
        """What nobody holds."""
        return [k.nama for k in (*self.tim, *self.lain) if not k.pemangku]


class BarisSusunan(NamedTuple):
    """A seat with one of its holders; without one where nobody holds it."""

    kursi: KursiHari
    pemangku: PemangkuJabatan | None


def baris_susunan(hari: SusunanHari) -> list[BarisSusunan]:
    """The seats one after the other, as the page shows them."""
    hasil: list[BarisSusunan] = []
    for kursi in (*hari.tim, *hari.lain):
        hasil += [BarisSusunan(kursi, p) for p in kursi.pemangku] or [BarisSusunan(kursi, None)]
    return hasil


def susunan(tanggal: date) -> SusunanHari:
    """Who sits where on the day, in two queries."""
    berlaku = PemangkuJabatan.objects.berlaku_pada(tanggal).select_related("pengguna", "jabatan")
    # As PemangkuJabatanQuerySet.pemangku: a Plt. or Plh. goes before the definitive holder.
    berlaku = berlaku.filter(pengguna__is_active=True).order_by("-sifat", "-mulai", "-pk")
    kursi = Jabatan.objects.filter(tunggal=True).prefetch_related(
        Prefetch("pemangku", berlaku, to_attr="pada_hari")
    )
    ada = {satu.kode: satu for satu in kursi}
    tim = [
        _kursi(k.kedudukan.label, ada[k.kode].nama if k.kode in ada else k.nama, ada.get(k.kode))
        for k in KURSI
    ]
    tetap = {k.kode for k in KURSI}
    lain = [
        _kursi("Ketua TKKSD" if kode == KETUA_TKKSD else satu.get_peran_display(), satu.nama, satu)
        for kode, satu in ada.items()
        if kode not in tetap
    ]
    return SusunanHari(tim, sorted(lain, key=lambda k: k.sebutan != "Ketua TKKSD"))


def _kursi(sebutan: str, nama: str, jabatan: Jabatan | None) -> KursiHari:
    return KursiHari(sebutan, nama, jabatan, list(getattr(jabatan, "pada_hari", [])))


def riwayat(jabatan: Jabatan) -> QuerySet[PemangkuJabatan]:
    """Everybody who held or will hold the seat, newest first."""
    semua: QuerySet[PemangkuJabatan] = jabatan.pemangku.select_related("pengguna", "jabatan")
    return semua.order_by("-mulai", "-pk")


def dapat_diangkat() -> QuerySet[Pengguna]:
    """Active people of the government: nobody who is of a mitra."""
    mitra = PemangkuJabatan.objects.filter(jabatan__peran=Peran.MITRA)
    orang: QuerySet[Pengguna] = Pengguna.objects.filter(is_active=True)
    return orang.exclude(pk__in=mitra.values("pengguna")).order_by("nama", "pk")
