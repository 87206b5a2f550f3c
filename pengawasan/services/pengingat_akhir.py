"""Reminders of what is coming to its end: one message a person and night, rows for each thing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Value, When
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import ribuan, tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from kerjasama.models import LampiranBertanggal, Naskah, TundaPengingat
from pengawasan.domain.pengingat import jendela_akhir
from pengawasan.models import PengingatAkhir
from pengawasan.services import buku_pengingat

if TYPE_CHECKING:
    from django.db.models import QuerySet

BASI = timedelta(days=90)
DISEBUT = 20
KOLOM_AKHIR = {"naskah": "tanggal_berakhir", "lampiran": "berlaku_sampai"}


def terbitkan(per: date | None = None) -> int:
    """Tell those who plan of each latest rung reached; returns how many things it were.

    The same number of statements however many; late or twice it catches up with one message.
    """
    per = per or timezone.localdate()
    penerima = Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=per)
    try:
        return ingatkan(per, penerima)
    except IntegrityError:
        return 0  # told at the same moment by another run


@transaction.atomic
def ingatkan(per: date, penerima: QuerySet[Pengguna]) -> int:
    """Leave the rows and queue one message for each person."""
    orang = penerima.order_by().values("pk")
    ditulis = [
        buku_pengingat.catat(
            PengingatAkhir, (benda, "akhir", "ambang"), yang_tercapai(benda, per), orang
        )
        for benda in KOLOM_AKHIR
    ]
    if not sum(ditulis):
        return 0
    baru = PengingatAkhir.objects.filter(jejak=None)
    jumlah = baru.values("naskah", "lampiran").distinct().count()
    wakil = baru.order_by("akhir", "pk")[:1].get()
    jejak = audit.catat("pengingat_akhir.ingatkan", wakil, oleh=None, jumlah=jumlah, per=per)
    isi = _isi(baru, jumlah)
    baru.update(jejak=jejak)
    antrekan(
        jejak,
        kepada=penerima,
        subjek=f"{ribuan(jumlah)} naskah atau lampiran akan atau sudah berakhir",
        isi=isi,
        tautan=reverse("akan-berakhir"),
    )
    return jumlah


def yang_tercapai(benda: str, per: date) -> QuerySet[Any, Any]:
    """Key, end and rung of what is in the window, wanted, not put off, and not told of yet."""
    jendela = jendela_akhir(per, basi=BASI)
    kolom, semua = KOLOM_AKHIR[benda], _semua(benda)
    ditunda = TundaPengingat.objects.berlaku_pada(per).exclude(**{benda: None}).values(benda)
    sudah = PengingatAkhir.objects.filter(
        **{benda: OuterRef("pk")}, akhir=OuterRef(kolom), ambang=OuterRef("capaian")
    )
    ambang = Case(
        *(When(**{f"{kolom}__range": (j.awal, j.akhir)}, then=Value(j.ambang)) for j in jendela),
        output_field=IntegerField(),
    )
    return (
        semua.filter(**{f"{kolom}__range": (jendela[0].awal, jendela[-1].akhir)})
        .exclude(pk__in=ditunda)
        .annotate(capaian=ambang, hari_akhir=F(kolom))
        .filter(~Exists(sudah))
        .order_by()
        .values_list("pk", "hari_akhir", "capaian")
    )


def _semua(benda: str) -> QuerySet[Any]:
    if benda == "naskah":
        return Naskah.objects.dinyatakan_berlaku()
    return LampiranBertanggal.objects.diperlukan()


def _isi(baru: QuerySet[PengingatAkhir], jumlah: int) -> str:
    """Each by name with its end, nearest first; the rest is on the desk."""
    disebut = list(
        baru.order_by("akhir", "naskah", "lampiran")
        .values_list("akhir", "naskah", "lampiran")
        .distinct()[:DISEBUT]
    )
    naskah = Naskah.objects.in_bulk([n for _, n, _ in disebut if n])
    lampiran = LampiranBertanggal.objects.in_bulk([lamp for *_, lamp in disebut if lamp])
    baris = [
        f"{tanggal_indonesia(akhir)}: "
        + (f"naskah {naskah[n]}" if n else f"lampiran {lampiran[lamp]}")
        for akhir, n, lamp in disebut
    ]
    lebih = jumlah - len(disebut)
    return "\n".join([*baris, f"dan {ribuan(lebih)} lainnya."] if lebih else baris)
