"""What a merge of two mitra would move, of every app: found by the relations, not by name.

A lower app may not know the models above it; it asks the registry of models who points here.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import ProtectedError, Q, UniqueConstraint
from django.db.models.deletion import Collector

from kerjasama.domain.gabung import pasangan_mirip
from kerjasama.models import (
    Keanggotaan,
    Mitra,
    NamaMitra,
    Narahubung,
    ParaPihak,
    TurunanNaskah,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.db.models import ForeignObjectRel, Model

PERIKSA_TERBANYAK = 2_000
USUL_TERBANYAK = 5


class Aturan(Enum):
    """How a row that both have becomes one; the value says it after its name."""

    LEBUR = "ada pada keduanya; nomor dan penanda tangan yang kosong diisi, selebihnya tetap."
    SATUKAN = "sudah memiliki akses pada keduanya; aksesnya dihitung sejak yang paling awal."
    TURUNKAN = "tidak lagi menjadi narahubung utama, karena mitra tujuan sudah memilikinya."
    BUANG_ASAL = "ada pada keduanya; yang tersimpan pada mitra tujuan tetap."
    BUANG_TUJUAN = "ada pada keduanya; yang sudah dikerjakan tetap."
    TOLAK = "ada pada keduanya dan keduanya sudah dikerjakan; selesaikan salah satunya lebih dulu."


@dataclass(frozen=True)
class Bentrok:
    """A row of the one and the row of the other that stands in its place."""

    asal: Any
    tujuan: Any
    aturan: Aturan

    def __str__(self) -> str:
        return f"{sebut(self.asal)} {self.aturan.value}"


@dataclass(frozen=True)
class Pindahan:
    """The rows of one kind: what moves, what is there already, what both have."""

    relasi: ForeignObjectRel
    asal: list[Any]
    tujuan: list[Any]
    bentrok: list[Bentrok] = field(default_factory=list)

    @property
    def nama(self) -> str:
        """The kind, in words."""
        if issubclass(self.relasi.related_model, Mitra):
            return "mitra yang dulu digabung"
        return str(self.relasi.related_model._meta.verbose_name)

    @property
    def contoh(self) -> list[str]:
        """What moves, one by one; a list of hundreds helps nobody."""
        return [sebut(b) for b in self.asal[:40]]

    @property
    def sisa(self) -> int:
        """How many more than are shown."""
        return max(0, len(self.asal) - 40)


@dataclass(frozen=True)
class Rencana:
    """A merge before it happens."""

    asal: Mitra
    tujuan: Mitra
    pindahan: list[Pindahan]

    @property
    def bentrok(self) -> list[Bentrok]:
        """What both have, of every kind."""
        return [b for p in self.pindahan for b in p.bentrok]

    @property
    def penghalang(self) -> list[str]:
        """What a rule cannot settle."""
        return [str(b) for b in self.bentrok if b.aturan == Aturan.TOLAK]

    @property
    def orang(self) -> list[str]:
        """Who will see more than before."""
        semua = (o for p in self.pindahan for o in p.asal if isinstance(o, Keanggotaan))
        return sorted({str(o.pengguna) for o in semua})

    @property
    def sidik(self) -> str:
        """Differs when anything was added, moved or renamed since."""
        isi = [[m.pk, m.nama, m.digabung_ke_id] for m in (self.asal, self.tujuan)] + [
            [p.nama, [o.pk for o in p.asal], [str(b) for b in p.bentrok]] for p in self.pindahan
        ]
        return hashlib.sha256(json.dumps(isi).encode()).hexdigest()[:32]


def rencana_gabung(asal: Mitra, tujuan: Mitra) -> Rencana:
    """Everything that points to `asal`, and how it would come to `tujuan`."""
    return Rencana(asal, tujuan, list(pindahan(asal, tujuan)))


def pindahan(asal: Model, tujuan: Model) -> Iterator[Pindahan]:
    """Of every relation to the two rows, what moves; those with nothing to move are left out."""
    for relasi in _relasi(type(asal)):
        kolom = relasi.field.name
        semua = relasi.related_model._base_manager.filter(**{f"{kolom}__in": [asal, tujuan]})
        terkait = [f.name for f in relasi.related_model._meta.fields if f.many_to_one]
        baris = list(semua.select_related(*terkait).order_by("pk"))
        milik = [b for b in baris if getattr(b, relasi.field.attname) == asal.pk]
        lain = [b for b in baris if getattr(b, relasi.field.attname) == tujuan.pk]
        if milik:
            yield Pindahan(relasi, milik, lain, list(_bentrok(relasi, milik, lain)))


def _relasi(model: type[Model]) -> list[Any]:
    """Every foreign key of every app that points to the model, also one without a way back."""
    return [
        f
        for f in model._meta.get_fields(include_hidden=True)
        if f.auto_created and not f.concrete and (f.one_to_many or f.one_to_one)
    ]


def _bentrok(
    relasi: ForeignObjectRel, asal: Sequence[Model], tujuan: Sequence[Model]
) -> Iterator[Bentrok]:
    if issubclass(relasi.related_model, NamaMitra):
        return  # names of a twin become other names, which nothing forbids
    terpakai: set[Any] = set()
    for kunci, syarat in _kunci_unik(relasi) if tujuan else ():
        memenuhi = _memenuhi(relasi, syarat, [*asal, *tujuan])
        ada = {_nilai(b, kunci): b for b in tujuan if b.pk in memenuhi}
        for satu in asal:
            lawan = ada.get(_nilai(satu, kunci)) if satu.pk in memenuhi else None
            if lawan and satu.pk not in terpakai and None not in _nilai(satu, kunci):
                terpakai.add(satu.pk)
                yield Bentrok(satu, lawan, _aturan(satu, lawan))


def _kunci_unik(relasi: ForeignObjectRel) -> Iterator[tuple[tuple[str, ...], Q | None]]:
    """The other columns of every key in which the relation takes part, and when it counts."""
    kolom, meta = relasi.field.name, relasi.related_model._meta
    if relasi.field.unique:
        yield (), None
    for satu in meta.unique_together:
        if kolom in satu:
            yield tuple(n for n in satu if n != kolom), None
    for aturan in meta.constraints:
        if isinstance(aturan, UniqueConstraint) and kolom in aturan.fields:
            yield tuple(n for n in aturan.fields if n != kolom), aturan.condition


def _memenuhi(relasi: ForeignObjectRel, syarat: Q | None, baris: Iterable[Model]) -> set[Any]:
    kunci = [b.pk for b in baris]
    if syarat is None:
        return set(kunci)
    cocok = relasi.related_model._base_manager.filter(syarat, pk__in=kunci)
    return set(cocok.values_list("pk", flat=True))


def _nilai(baris: Model, kolom: Iterable[str]) -> tuple[Any, ...]:
    isian: list[Any] = [baris._meta.get_field(n) for n in kolom]
    return tuple(getattr(baris, f.attname) for f in isian)


def _aturan(asal: Model, tujuan: Model) -> Aturan:
    """Rows of the register have their own rule; of others, the one that nobody worked on goes."""
    if isinstance(asal, ParaPihak):
        dalam = (b for p in pindahan(asal, tujuan) for b in p.bentrok)
        return Aturan.TOLAK if any(b.aturan == Aturan.TOLAK for b in dalam) else Aturan.LEBUR
    if isinstance(asal, Keanggotaan):
        return Aturan.SATUKAN
    if isinstance(asal, Narahubung):
        return Aturan.TURUNKAN
    if asal._meta.auto_created or _dapat_dibuang(asal):
        return Aturan.BUANG_ASAL
    return Aturan.BUANG_TUJUAN if _dapat_dibuang(tujuan) else Aturan.TOLAK


def _dapat_dibuang(baris: Model) -> bool:
    """The system made it, nobody worked on it, and nothing stands on it."""
    if not isinstance(baris, TurunanNaskah) or not baris.tanpa_pekerjaan():
        return False
    try:
        Collector(using=DEFAULT_DB_ALIAS).collect([baris])
    except ProtectedError:
        return False
    return True


def sebut(baris: Model) -> str:
    """The row as a clerk knows it."""
    if isinstance(baris, ParaPihak):
        return f"{baris.naskah}: {baris.naskah.judul[:100]}"
    if isinstance(baris, Keanggotaan):
        return str(baris.pengguna)
    naskah = getattr(baris, "naskah", None)
    return f"{baris} ({naskah})" if naskah else str(baris)


def mungkin_kembar() -> list[tuple[Mitra, Mitra]]:
    """A few pairs that look like one mitra, among those recorded last."""
    aktif = Mitra.objects.aktif()
    kunci = dict(aktif.order_by("-pk").values_list("pk", "kunci")[:PERIKSA_TERBANYAK])
    pasangan = pasangan_mirip(kunci)[-USUL_TERBANYAK:]
    mitra = aktif.in_bulk({pk for satu in pasangan for pk in satu}) if pasangan else {}
    return [(mitra[a], mitra[b]) for a, b in reversed(pasangan) if a in mitra and b in mitra]
