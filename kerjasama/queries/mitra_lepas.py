"""What hangs on a mitra, of every app: found by the relations, so that no table is missed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, ForeignObjectRel, OuterRef

from inti.queries.hitung import Hitung
from kerjasama.models import Mitra, NamaMitra

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kerjasama.models.mitra import MitraQuerySet


@dataclass(frozen=True)
class Gantungan:
    """One kind of row that names the mitra, and how many there are."""

    nama: str
    jumlah: int


def menggantung(mitra: Mitra) -> list[Gantungan]:
    """What names the mitra, in one query for all kinds; its own names do not count."""
    isian = _penunjuk()
    semua = [Hitung(_pemakai(satu).order_by().values("pk")) for satu in isian]
    jumlah = Mitra.objects.filter(pk=mitra.pk).values_list(*semua).get()
    return [Gantungan(_nama(satu), n) for satu, n in zip(isian, jumlah, strict=True) if n]


def tanpa_gantungan(mitra: MitraQuerySet) -> MitraQuerySet:
    """Those that nothing names."""
    for satu in _penunjuk():
        mitra = mitra.exclude(Exists(_pemakai(satu)))
    return mitra


def _pemakai(isian: Any) -> QuerySet[Any]:
    """The rows that name the mitra at hand in this field."""
    semua: QuerySet[Any] = isian.model._base_manager.filter(**{isian.name: OuterRef("pk")})
    return semua


def _penunjuk() -> list[Any]:
    """The fields of other tables that name a mitra, besides those of its own names."""
    semua = Mitra._meta.get_fields(include_hidden=True)
    relasi = (f for f in semua if isinstance(f, ForeignObjectRel) and not f.many_to_many)
    return [f.field for f in relasi if f.related_model is not NamaMitra]


def _nama(isian: Any) -> str:
    if isian.model is Mitra:
        return "mitra yang dulu digabung"
    return str(isian.model._meta.verbose_name)
