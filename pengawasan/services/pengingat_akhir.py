"""Reminders of what is coming to its end: one message a person and night, rows for each thing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Value, When
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import JenisPesan, Peran
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.services.batas_waktu import tanpa_batas
from kerjasama.models import LampiranBertanggal, Naskah, TundaPengingat
from pengawasan.domain import pesan_pengingat
from pengawasan.domain.pengingat import jendela_akhir
from pengawasan.models import Kebijakan, PengingatAkhir
from pengawasan.queries.kebijakan import diam
from pengawasan.services import buku_pengingat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

BASI = timedelta(days=90)
DISEBUT = 20
KOLOM_AKHIR = {"naskah": "tanggal_berakhir", "lampiran": "berlaku_sampai"}


def terbitkan(per: date | None = None) -> int:
    """Tell those who plan of each latest rung reached; returns how many things it were.

    The same number of statements however many; late or twice it catches up with one message.
    """
    per = per or timezone.localdate()
    if diam(Kebijakan.objects.berlaku_pada(per), per):
        return 0
    orang = Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=per)
    penerima = list(orang.select_related("pilihan_pesan"))
    try:
        return ingatkan(per, penerima)
    except IntegrityError:
        return 0  # told at the same moment by another run


@transaction.atomic
def ingatkan(per: date, penerima: Sequence[Pengguna]) -> int:
    """Leave the rows and queue one message for each person."""
    tanpa_batas()
    jumlah = sum(
        buku_pengingat.catat(
            PengingatAkhir, (benda, "akhir", "ambang"), yang_tercapai(benda, per), penerima
        )
        for benda in KOLOM_AKHIR
    )
    if not jumlah:
        return 0
    baru = PengingatAkhir.objects.filter(jejak=None)
    disebut = _terdekat(baru, len(penerima))
    jejak = audit.catat("pengingat_akhir.ingatkan", disebut[0], oleh=None, jumlah=jumlah, per=per)
    baru.update(jejak=jejak)
    antrekan(
        jejak,
        kepada=penerima,
        pesan=pesan_pengingat.akhir([_benda(satu) for satu in disebut], jumlah),
        tautan=reverse("akan-berakhir"),
        jenis=JenisPesan.PENGINGAT,
    )
    return jumlah


def yang_tercapai(benda: str, per: date) -> Any:
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


def _terdekat(baru: QuerySet[PengingatAkhir], orang: int) -> list[PengingatAkhir]:
    """The nearest of them; there is a row for each person."""
    baris = baru.select_related("naskah", "lampiran").order_by("akhir", "naskah", "lampiran")
    return list({(p.naskah_id, p.lampiran_id): p for p in baris[: DISEBUT * orang]}.values())


def _benda(satu: PengingatAkhir) -> tuple[date, str]:
    """Its last day, and what it is called."""
    nama = f"naskah {satu.naskah}" if satu.naskah_id else f"lampiran {satu.lampiran}"
    return satu.akhir, nama
