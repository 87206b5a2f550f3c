"""Searching the register: which naskah answer, and where the words stand in them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import BooleanField, FloatField, Func, Prefetch, Value

from inti.models import TeksBerkas
from kerjasama.domain.cari import (
    LEBAR_CUPLIKAN,
    Istilah,
    Potongan,
    baca_kueri,
    dengan_ejaan,
    sebagai_fts5,
    sebagai_tsquery,
    sorot,
)
from kerjasama.models import IndeksNaskah, KataIndeks, ParaPihak
from kerjasama.queries.berkas_dicari import berkas_dicari, terbaca

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kerjasama.models import Naskah
    from kerjasama.models.naskah import NaskahQuerySet

BAGIAN_ISI = {
    "sebutan": "Sebutan",
    "maksud_tujuan": "Maksud dan tujuan",
    "objek": "Objek",
    "ruang_lingkup": "Ruang lingkup",
}
EJAAN_TERBANYAK = 3
KEMIRIPAN = 0.4
AWALAN_TERBANYAK = 50
SEDIKIT = 1_000
# How many words of the same first letter are compared where the database has no trigrams.
KATA_DIBANDINGKAN = 5_000


class _Cocok(Func):
    """True for an index row whose words answer the query, in the database's own language."""

    output_field = BooleanField()
    template = (
        "id IN (SELECT rowid FROM kerjasama_indeksnaskah_fts "
        "WHERE kerjasama_indeksnaskah_fts MATCH %(expressions)s)"
    )

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(
            compiler, connection, template="vektor @@ to_tsquery('simple', %(expressions)s)"
        )


class _Mirip(Func):
    """How alike two words are, by their trigrams; PostgreSQL only."""

    function = "similarity"
    output_field = FloatField()


class _SalingMirip(Func):
    """The same as a condition that the trigram index answers."""

    template = "(%(expressions)s)"
    arg_joiner = " %% "
    output_field = BooleanField()


def kueri(teks: str) -> tuple[Istilah, ...]:
    """What was typed, with the spellings that stand in the register where it is none of them."""
    return tuple(_dengan_ejaan(i) for i in baca_kueri(teks))


def bertebakan(dicari: Sequence[Istilah]) -> bool:
    """Whether another word than the one that was typed is looked for."""
    return any(not e.startswith(i.kata[0]) for i in dicari for e in i.ejaan)


def cocok(
    naskah: NaskahQuerySet, dicari: Sequence[Istilah], *, untuk: Sequence[str]
) -> NaskahQuerySet:
    """Those of the naskah in which everything is found; none for a query without a word.

    `untuk` says whose texts are looked into.

    Few are named one by one: nobody can tell beforehand how often words occur together, and a
    list in its own order would be walked through to its end for the last of them. Many are left
    to the list's order, in which the first ones come soon.
    """
    if not dicari:
        return naskah.none()
    bahasa = sebagai_tsquery if connection.vendor == "postgresql" else sebagai_fts5
    semua = IndeksNaskah.objects.filter(_Cocok(Value(bahasa(dicari))), khalayak__in=untuk)
    indeks = semua.values_list("naskah")
    sedikit = [pk for (pk,) in indeks[: SEDIKIT + 1]]
    if len(sedikit) <= SEDIKIT:
        return naskah.filter(pk__in=sedikit)
    return naskah.filter(pk__in=indeks)


def _dengan_ejaan(istilah: Istilah) -> Istilah:
    """With the words themselves in place of a beginning.

    PostgreSQL knows how often a word occurs, but not how often a beginning does; it would walk
    through a million rows for a rare one. A short beginning of very many words is no rare one.
    """
    if len(istilah.kata) > 1 or not istilah.berawalan:
        return istilah
    satu = istilah.kata[0]
    awalan = KataIndeks.objects.filter(kata__startswith=satu).order_by("kata")
    semua = list(awalan.values_list("kata", flat=True)[: AWALAN_TERBANYAK + 1])
    if len(semua) > AWALAN_TERBANYAK:
        return istilah
    if not semua and istilah.dapat_ditebak:
        semua = _kata_mirip(satu)
    return dengan_ejaan(istilah, semua)


def _kata_mirip(satu: str) -> list[str]:
    """Words of the register that look like it, the likest first."""
    if connection.vendor == "postgresql" and _ada_trigram():
        mirip = KataIndeks.objects.filter(_SalingMirip("kata", Value(satu)))
        nilai = mirip.annotate(mirip=_Mirip("kata", Value(satu))).filter(mirip__gte=KEMIRIPAN)
        return list(
            nilai.order_by("-mirip", "kata").values_list("kata", flat=True)[:EJAAN_TERBANYAK]
        )
    calon = KataIndeks.objects.filter(kata__startswith=satu[0]).order_by("kata")
    semua = calon.values_list("kata", flat=True)[:KATA_DIBANDINGKAN]
    return get_close_matches(satu, semua, n=EJAAN_TERBANYAK, cutoff=0.75)


def _ada_trigram() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        return cursor.fetchone() is not None


# --- Where it was found -------------------------------------------------------------------


@dataclass(frozen=True)
class Bagian:
    """One part of a naskah in which it was found."""

    label: str
    potongan: tuple[Potongan, ...]


@dataclass(frozen=True)
class Temuan:
    """A naskah that answers: its title, and the parts that made it answer."""

    naskah: Naskah
    judul: tuple[Potongan, ...]
    bagian: tuple[Bagian, ...]


def untuk_temuan(naskah: NaskahQuerySet) -> NaskahQuerySet:
    """With what is searched and shown, in a constant number of queries."""
    return naskah.prefetch_related(
        Prefetch("pihak", ParaPihak.objects.select_related("mitra")),
        "perangkat_daerah",
    )


def temuan(
    naskah: Iterable[Naskah], dicari: Sequence[Istilah], *, untuk: Sequence[str]
) -> list[Temuan]:
    """The rows of a page with the places marked, in what `untuk` may read."""
    semua = list(naskah)
    berkas = {pk: terbaca(milik, untuk) for pk, milik in berkas_dicari(semua).items()}
    sidik = {b.sha256 for milik in berkas.values() for b in milik}
    isi = dict(TeksBerkas.objects.filter(sha256__in=sidik).values_list("sha256", "teks"))
    hasil: list[Temuan] = []
    for satu in semua:
        teks = [*_teks(satu), *((b.label, isi.get(b.sha256, "")) for b in berkas[satu.pk])]
        judul = sorot(satu.judul, dicari) or (Potongan(satu.judul),)
        hasil.append(Temuan(satu, judul, tuple(_bagian(teks, dicari))))
    return hasil


def _bagian(teks: Iterable[tuple[str, str]], dicari: Sequence[Istilah]) -> Iterable[Bagian]:
    for label, satu in teks:
        if potongan := sorot(satu, dicari, lebar=LEBAR_CUPLIKAN):
            yield Bagian(label, potongan)


def _teks(naskah: Naskah) -> Iterable[tuple[str, str]]:
    """Every part but title and files, by the name that the page of the naskah gives it."""
    pihak = list(naskah.pihak.all())
    yield "Nomor", naskah.nomor
    yield "Nomor mitra", "; ".join(p.nomor for p in pihak if p.nomor)
    yield "Mitra", "; ".join(p.mitra.nama for p in pihak)
    yield "Perangkat Daerah", "; ".join(p.nama for p in naskah.perangkat_daerah.all())
    for nama, label in BAGIAN_ISI.items():
        yield label, getattr(naskah, nama)


def teks_naskah(naskah: Naskah) -> list[str]:
    """Everything that is searched but the files: parts in the order of the index."""
    return [naskah.judul, *(teks for _, teks in _teks(naskah))]
