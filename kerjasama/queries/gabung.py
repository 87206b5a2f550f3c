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
from django.db.models import ProtectedError, UniqueConstraint, Value
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
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from django.db.models import ForeignObjectRel, Model, Q

PERIKSA_TERBANYAK = 2_000
USUL_TERBANYAK = 5
CONTOH_TERBANYAK = 40
SELALU_SELESAI = (ParaPihak, Keanggotaan, Narahubung)


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
class Kunci:
    """A row of which nobody needs more than that it is there."""

    pk: Any


@dataclass(frozen=True)
class Pindahan:
    """The rows of one kind: what moves, what is there already, what both have.

    Where nothing can stand in the way of anything, the rows are keys only.
    """

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
        return [sebut(b) for b in self.asal[:CONTOH_TERBANYAK] if not isinstance(b, Kunci)]

    @property
    def sisa(self) -> int:
        """How many more than are shown, where some are."""
        return max(0, len(self.asal) - CONTOH_TERBANYAK) if self.contoh else 0


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
    return Rencana(asal, tujuan, pindahan(asal, tujuan))


def pindahan(asal: Model, tujuan: Model) -> list[Pindahan]:
    """Of every relation to the two rows, what moves; those with nothing to move are left out."""
    semua = _relasi(type(asal))
    menurut = dict(_polos(semua, asal, tujuan))
    berisi = [r for r in semua if menurut[r].asal and _kunci_unik(r)]
    menurut |= {r: _berkunci(r, asal, tujuan) for r in berisi}
    return [menurut[r] for r in semua if menurut[r].asal]


def _polos(
    semua: Sequence[ForeignObjectRel], asal: Model, tujuan: Model
) -> Iterator[tuple[ForeignObjectRel, Pindahan]]:
    """The keys of the rows, in one query for all relations."""
    kunci = [
        r.related_model._base_manager.filter(**{f"{r.field.name}__in": [asal, tujuan]})
        .order_by()
        .values_list(Value(nomor), "pk", r.field.attname)
        for nomor, r in enumerate(semua)
    ]
    baris = sorted(kunci[0].union(*kunci[1:], all=True)) if kunci else []
    for nomor, relasi in enumerate(semua):
        milik = [Kunci(pk) for n, pk, pemilik in baris if n == nomor and pemilik == asal.pk]
        lain = [Kunci(pk) for n, pk, pemilik in baris if n == nomor and pemilik == tujuan.pk]
        yield relasi, Pindahan(relasi, milik, lain)


def _berkunci(relasi: ForeignObjectRel, asal: Model, tujuan: Model) -> Pindahan:
    """The rows themselves, each with the conditions that it meets."""
    model, milik = relasi.related_model, relasi.field.attname
    semua = model._base_manager.filter(**{f"{relasi.field.name}__in": [asal, tujuan]})
    syarat = {_nama_syarat(n): s for n, (_, s) in enumerate(_kunci_unik(relasi)) if s is not None}
    terkait = [f.name for f in model._meta.fields if f.many_to_one]
    baris = list(semua.annotate(**syarat).select_related(*terkait).order_by("pk"))
    satu = [b for b in baris if getattr(b, milik) == asal.pk]
    lain = [b for b in baris if getattr(b, milik) == tujuan.pk]
    return Pindahan(relasi, satu, lain, list(_bentrok(relasi, satu, lain)))


def _nama_syarat(nomor: int) -> str:
    return f"memenuhi_{nomor}"


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
    pasangan: dict[Any, tuple[Model, Model]] = {}
    for nomor, (kunci, syarat) in enumerate(_kunci_unik(relasi) if asal and tujuan else ()):
        nama = None if syarat is None else _nama_syarat(nomor)
        ada = {_nilai(b, kunci): b for b in tujuan if nama is None or getattr(b, nama)}
        for satu in asal:
            nilai = _nilai(satu, kunci)
            lawan = ada.get(nilai) if nama is None or getattr(satu, nama) else None
            if lawan and None not in nilai:
                pasangan.setdefault(satu.pk, (satu, lawan))
    bebas = _dapat_dibuang([b for dua in pasangan.values() for b in dua])
    for satu, lawan in pasangan.values():
        yield Bentrok(satu, lawan, _aturan(satu, lawan, bebas))


def _kunci_unik(relasi: ForeignObjectRel) -> list[tuple[tuple[str, ...], Q | None]]:
    """The other columns of every key in which the relation takes part, and when it counts."""
    kolom, model = relasi.field.name, relasi.related_model
    if issubclass(model, NamaMitra):
        return []  # names of a twin become other names, which nothing forbids
    kunci: list[tuple[Sequence[str], Q | None]] = [
        *([((kolom,), None)] if relasi.field.unique else []),
        *((satu, None) for satu in model._meta.unique_together),
        *(
            (a.fields, a.condition)
            for a in model._meta.constraints
            if isinstance(a, UniqueConstraint)
        ),
    ]
    return [(tuple(n for n in satu if n != kolom), s) for satu, s in kunci if kolom in satu]


def _nilai(baris: Model, kolom: Iterable[str]) -> tuple[Any, ...]:
    isian: list[Any] = [baris._meta.get_field(n) for n in kolom]
    return tuple(getattr(baris, f.attname) for f in isian)


def _aturan(asal: Model, tujuan: Model, bebas: Collection[Any]) -> Aturan:
    """Rows of the register have their own rule; of others, the one that nobody worked on goes."""
    if isinstance(asal, ParaPihak):
        return Aturan.TOLAK if _tertahan(asal, tujuan) else Aturan.LEBUR
    if isinstance(asal, Keanggotaan):
        return Aturan.SATUKAN
    if isinstance(asal, Narahubung):
        return Aturan.TURUNKAN
    if asal._meta.auto_created or asal.pk in bebas:
        return Aturan.BUANG_ASAL
    return Aturan.BUANG_TUJUAN if tujuan.pk in bebas else Aturan.TOLAK


def _tertahan(asal: Model, tujuan: Model) -> bool:
    """Whether something below the two rows cannot be settled; what has a rule always can."""
    dalam = [
        _berkunci(r, asal, tujuan)
        for r in _relasi(type(asal))
        if _kunci_unik(r) and not issubclass(r.related_model, SELALU_SELESAI)
    ]
    return any(b.aturan == Aturan.TOLAK for p in dalam for b in p.bentrok)


def _dapat_dibuang(baris: Iterable[Model]) -> set[Any]:
    """The system made them, nobody worked on them, and nothing stands on them."""
    calon = {b.pk: b for b in baris if isinstance(b, TurunanNaskah) and b.tanpa_pekerjaan()}
    while penahan := _penahan(calon.values()):
        ditahan = {k for satu in penahan for k in _penunjuk(satu, calon)}
        if not ditahan:  # held from further away: each is asked for by itself
            return {k for k, b in calon.items() if not _penahan([b])}
        calon = {k: b for k, b in calon.items() if k not in ditahan}
    return set(calon)


def _penahan(baris: Collection[Model]) -> Collection[Any]:
    """What forbids that the rows are deleted."""
    try:
        Collector(using=DEFAULT_DB_ALIAS).collect(list(baris))
    except ProtectedError as error:
        return error.protected_objects
    return ()


def _penunjuk(baris: Any, calon: Mapping[Any, Model]) -> Iterator[Any]:
    """The candidates that the row points to."""
    for isian in baris._meta.concrete_fields:
        kunci = getattr(baris, isian.attname)
        if isian.is_relation and isinstance(calon.get(kunci), isian.related_model):
            yield kunci


def sebut(baris: Model) -> str:
    """The row as a clerk knows it."""
    if isinstance(baris, ParaPihak):
        return f"{baris.naskah.nomor or 'Tanpa nomor'}: {baris.naskah.judul[:100]}"
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
