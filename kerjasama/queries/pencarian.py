"""What of the register the search over everything finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Left, NullIf

from inti.queries.pencarian import SumberCari
from kerjasama.domain.cari import baca_kueri
from kerjasama.models import Mitra, Naskah, PerangkatDaerah
from kerjasama.permissions import boleh_melihat_naskah, boleh_melihat_register
from kerjasama.queries import cari
from kerjasama.queries.berkas_dicari import khalayak

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    from inti.models import Pengguna

TERPANJANG = 160


def sebutan_naskah(jalan: str = "naskah__") -> Combinable:
    """Its number, or the title of one that has none yet."""
    return Coalesce(NullIf(F(f"{jalan}nomor"), Value("")), Left(f"{jalan}judul", TERPANJANG))


def _naskah_memuat(teks: str, pengguna: Pengguna) -> Q:
    """By its index, as the search of the register does, but for the guess at a misspelt word."""
    cocok = cari.cocok(Naskah.objects.all(), baca_kueri(teks), untuk=khalayak(pengguna))
    return Q(pk__in=cocok.values("pk"))


SUMBER = (
    SumberCari(
        "naskah",
        "Naskah",
        "file-certificate",
        "kerjasama:naskah-rincian",
        boleh_melihat_naskah,
        Naskah.objects.terlihat_oleh,
        _naskah_memuat,
        nama="judul",
        keterangan="nomor",
        daftar="kerjasama:cari",
    ),
    SumberCari(
        "mitra",
        "Mitra",
        "building-community",
        "kerjasama:mitra-rincian",
        boleh_melihat_register,
        lambda pengguna: Mitra.objects.terlihat_oleh(pengguna).aktif(),
        lambda teks, _: Q(pk__in=Mitra.objects.bernama(teks).values("pk")),
        nama="nama",
        daftar="kerjasama:mitra-daftar",
        urut=("nama",),
    ),
    SumberCari(
        "perangkat-daerah",
        "Perangkat Daerah",
        "building",
        "kerjasama:perangkat-daerah-rincian",
        boleh_melihat_register,
        PerangkatDaerah.objects.terlihat_oleh,
        lambda teks, _: Q(pk__in=PerangkatDaerah.objects.bernama(teks).values("pk")),
        nama="nama",
        daftar="kerjasama:perangkat-daerah-daftar",
        urut=("nama",),
    ),
)
