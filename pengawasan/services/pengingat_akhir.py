"""Reminders of what is coming to its end: one message a person and night, rows for each thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from kerjasama.domain.akhir import JANGKA, akhir_terjauh, ambang_bulan
from kerjasama.models import LampiranBertanggal, Naskah, TundaPengingat
from pengawasan.models import PengingatAkhir

if TYPE_CHECKING:
    from datetime import date

BASI = timedelta(days=90)
DISEBUT = 20


@dataclass(frozen=True)
class Capaian:
    """A thing that reached a rung nobody was told of."""

    benda: str
    pk: int
    akhir: date
    ambang: int

    @property
    def kunci(self) -> tuple[str, int, date, int]:
        """What a reminder is unique by, besides the person."""
        return self.benda, self.pk, self.akhir, self.ambang


def terbitkan(per: date | None = None) -> int:
    """Tell those who plan of each latest rung reached; returns how many things it were.

    The same number of statements however many; late or twice it catches up with one message.
    """
    per = per or timezone.localdate()
    capaian = [*_tercapai("naskah", per), *_tercapai("lampiran", per)]
    sudah = _sudah(per)
    baru = [satu for satu in capaian if satu.kunci not in sudah]
    penerima = list(Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=per))
    if not baru or not penerima:
        return 0
    try:
        ingatkan(baru, penerima)
    except IntegrityError:
        return 0  # told at the same moment by another run
    return len(baru)


@transaction.atomic
def ingatkan(capaian: list[Capaian], penerima: list[Pengguna]) -> None:
    """Leave the rows and queue one message for each person."""
    baris = PengingatAkhir.objects.bulk_create(
        [
            PengingatAkhir(
                **{f"{c.benda}_id": c.pk}, akhir=c.akhir, ambang=c.ambang, penerima=orang
            )
            for c in capaian
            for orang in penerima
        ],
        batch_size=500,
    )
    jejak = audit.catat(
        "pengingat_akhir.ingatkan", baris[0], oleh=None, benda=[c.kunci for c in capaian]
    )
    antrekan(
        jejak,
        kepada=penerima,
        subjek=f"{len(capaian)} naskah atau lampiran akan atau sudah berakhir",
        isi=_isi(capaian),
        tautan=reverse("akan-berakhir"),
    )


def _tercapai(benda: str, per: date) -> list[Capaian]:
    """In the window, wanted, not put off."""
    dari, sampai = per - BASI, akhir_terjauh(per, max(JANGKA))
    ditunda = TundaPengingat.objects.berlaku_pada(per).exclude(**{benda: None}).values(benda)
    semua: Any
    if benda == "naskah":
        kolom, semua = "tanggal_berakhir", Naskah.objects.dinyatakan_berlaku()
    else:
        kolom, semua = "berlaku_sampai", LampiranBertanggal.objects.diperlukan()
    pasangan = (
        semua.filter(**{f"{kolom}__range": (dari, sampai)})
        .exclude(pk__in=ditunda)
        .order_by(kolom, "pk")
        .values_list("pk", kolom)
    )
    return [
        Capaian(benda, pk, akhir, ambang)
        for pk, akhir in pasangan
        if (ambang := ambang_bulan(akhir, per=per)) is not None
    ]


def _sudah(per: date) -> set[tuple[str, int, date, int]]:
    semua = PengingatAkhir.objects.filter(akhir__gte=per - BASI).values_list(
        "naskah", "lampiran", "akhir", "ambang"
    )
    return {
        ("naskah" if naskah else "lampiran", naskah or lampiran, akhir, ambang)
        for naskah, lampiran, akhir, ambang in semua
    }


def _isi(capaian: list[Capaian]) -> str:
    """Each by name with its end, nearest first; the rest is on the desk."""
    disebut = sorted(capaian, key=lambda c: c.akhir)[:DISEBUT]
    nama = {
        benda: model.objects.in_bulk([c.pk for c in disebut if c.benda == benda])
        for benda, model in (("naskah", Naskah), ("lampiran", LampiranBertanggal))
    }
    baris = [f"{tanggal_indonesia(c.akhir)}: {c.benda} {nama[c.benda][c.pk]}" for c in disebut]
    lebih = len(capaian) - len(disebut)
    return "\n".join([*baris, f"dan {lebih} lainnya."] if lebih else baris)
