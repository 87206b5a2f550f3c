"""Which files are searched, and for whom the text of each is.

Files hang on a naskah in three apps: settings.BERKAS_DICARI names the sources of each, so that
a lower app reads a row of a higher one without knowing its model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import BigIntegerField, BooleanField, F, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.module_loading import import_string

from inti.roles import Kemampuan, mampu
from kerjasama.domain.khalayak import DALAM, SEMUA_PIHAK, khalayak_mitra
from kerjasama.models import (
    Addendum,
    BuktiPernyataan,
    Butir,
    DokumenNaskah,
    LampiranBertanggal,
    PembayaranSetoran,
    Setoran,
    VersiBerkas,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from inti.models import Pengguna
    from kerjasama.models import Naskah

TANPA_MITRA = Cast(Value(None), BigIntegerField())


@dataclass(frozen=True)
class SumberBerkas:
    """Rows that hold a file each.

    `naskah`, `berkas` and `mitra` lead from a row to what it hangs on, to the file and to the
    mitra that alone may see it; without one all parties may, or nobody of them (`dalam`).
    `jejak` are the objects whose lines in the trail tell of a change, each with the way from it
    to its naskah.
    """

    asal: str
    baris: Callable[[], QuerySet[Any]]
    naskah: str = "naskah"
    berkas: str = "berkas"
    mitra: Combinable = TANPA_MITRA
    dalam: bool = False
    jejak: Mapping[Callable[[], QuerySet[Any]], str] = field(default_factory=dict)

    def milik(self, kunci: Sequence[int]) -> QuerySet[Any, Any]:
        """The files of these naskah, as rows of plain values."""
        kolom = ("asal", "pk", *(f"{self.berkas}__{nama}" for nama in ("nama", "sha256", "tipe")))
        milik = self.baris().filter(**{f"{self.naskah}__in": kunci}).order_by()
        tanda = Value(self.dalam, BooleanField())
        baris: QuerySet[Any, Any] = milik.annotate(
            asal=Value(self.asal), milik_mitra=self.mitra, dalam_saja=tanda
        ).values_list(self.naskah, *kolom, "milik_mitra", "dalam_saja")
        return baris


@dataclass(frozen=True)
class BerkasDicari:
    """A file whose text is searched, by the name that a reader is given."""

    label: str
    sha256: str
    tipe: str
    khalayak: str = SEMUA_PIHAK


# The trail of a document, an addendum and a version names the naskah itself.
SUMBER = (
    SumberBerkas("Dokumen", DokumenNaskah.objects.all, jejak={DokumenNaskah.objects.all: "naskah"}),
    SumberBerkas("Addendum", lambda: Addendum.objects.berlaku().filter(berkas__isnull=False)),
    SumberBerkas(
        "Lampiran",
        lambda: VersiBerkas.objects.filter(lampiran__isnull=False),
        naskah="lampiran__naskah",
        mitra=F("lampiran__mitra"),
        jejak={LampiranBertanggal.objects.all: "naskah"},
    ),
    SumberBerkas(
        "Bukti pemenuhan",
        BuktiPernyataan.objects.all,
        naskah="pernyataan__butir__naskah",
        mitra=Coalesce("pernyataan__mitra", "pernyataan__butir__mitra"),
        jejak={Butir.objects.all: "naskah"},
    ),
    SumberBerkas(
        "Bukti pembayaran",
        lambda: PembayaranSetoran.objects.filter(bukti__isnull=False),
        naskah="setoran__butir__naskah",
        berkas="bukti",
        mitra=F("setoran__butir__mitra"),
        jejak={Setoran.objects.all: "butir__naskah"},
    ),
)


@cache
def semua_sumber() -> tuple[SumberBerkas, ...]:
    """Those of every app."""
    return tuple(satu for path in settings.BERKAS_DICARI for satu in import_string(path))


def berkas_dicari(naskah: Iterable[Naskah]) -> dict[int, list[BerkasDicari]]:
    """The files of each naskah, by its key; one query."""
    kunci = [n.pk for n in naskah]
    pertama, *lain = (sumber.milik(kunci) for sumber in semua_sumber())
    hasil: dict[int, list[BerkasDicari]] = {pk: [] for pk in kunci}
    for naskah_pk, asal, _, nama, sha256, tipe, mitra, dalam in sorted(
        pertama.union(*lain, all=True), key=lambda baris: baris[:3]
    ):
        khalayak = DALAM if dalam else khalayak_mitra(mitra) if mitra else SEMUA_PIHAK
        hasil[naskah_pk].append(BerkasDicari(f"{asal} {nama}", sha256, tipe, khalayak))
    return hasil


def khalayak(pengguna: Pengguna) -> tuple[str, ...]:
    """Whose texts the person may read, of the naskah that they may see.

    Those who supervise read every file; a mitra its own and what is for all parties.
    """
    if mampu(pengguna.peran, Kemampuan.LIHAT_REGISTER):
        return (SEMUA_PIHAK, DALAM)
    anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
    return (SEMUA_PIHAK, *map(khalayak_mitra, anggota.values_list("mitra", flat=True)))


def terbaca(semua: Iterable[BerkasDicari], untuk: Sequence[str]) -> list[BerkasDicari]:
    """Those of the files that a reader may open."""
    return [b for b in semua if DALAM in untuk or b.khalayak in untuk]
