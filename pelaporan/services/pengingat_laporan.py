"""Reminding each mitra of the reports it owes: rows unique by duty, deadline, rung and person.

The rows are written by one statement however many duties; each person gets one message a night.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import Case, Exists, FilteredRelation, IntegerField, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import JenisPesan
from inti.notifikasi import Surat, antrekan_semua
from inti.services.batas_waktu import tanpa_batas
from pelaporan.enums import StatusLaporanMitra
from pelaporan.models import KewajibanLaporan, PengingatLaporan
from pengawasan.domain import pesan_pengingat
from pengawasan.domain.pengingat import TANGGA, jendela_ambang
from pengawasan.models import Kebijakan
from pengawasan.queries.kebijakan import diam
from pengawasan.services import buku_pengingat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

BASI = timedelta(days=90)


def terbitkan(per: date | None = None) -> int:
    """Tell the people of each mitra of the latest rung reached; returns how many duties.

    Late or twice it catches up with one message.
    """
    per = per or timezone.localdate()
    kebijakan = Kebijakan.objects.berlaku_pada(per)
    if diam(kebijakan, per):
        return 0
    try:
        return _ingatkan(per, kebijakan.tangga if kebijakan else TANGGA)
    except IntegrityError:
        return 0  # told at the same moment by another run


@transaction.atomic
def _ingatkan(per: date, tangga: Sequence[int]) -> int:
    tanpa_batas()
    kolom = ("kewajiban", "tenggat", "ambang")
    if not buku_pengingat.catat_masing_masing(PengingatLaporan, kolom, yang_tercapai(per, tangga)):
        return 0
    baru = PengingatLaporan.objects.filter(jejak=None)
    baris = list(
        baru.select_related("kewajiban__naskah", "kewajiban__mitra", "penerima").order_by(
            "penerima", "tenggat", "kewajiban"
        )
    )
    kewajiban = {p.kewajiban_id: p for p in baris}
    pertama = baris[0].kewajiban
    jejak = audit.catat("pengingat_laporan.ingatkan", pertama, oleh=None, jumlah=len(kewajiban))
    baru.update(jejak=jejak)
    surat = [_surat(list(isi)) for _, isi in groupby(baris, key=lambda satu: satu.penerima_id)]
    antrekan_semua(jejak, surat, jenis=JenisPesan.PENGINGAT_RESMI)
    # The line about each duty is the proof of the reminder, should its mitra stay silent.
    audit.catat_semua(
        "kewajiban_laporan.ingatkan",
        [(p.kewajiban, {"batas": p.tenggat, "ambang": p.ambang}) for p in kewajiban.values()],
        oleh=None,
    )
    return len(kewajiban)


def yang_tercapai(
    per: date, tangga: Sequence[int]
) -> QuerySet[KewajibanLaporan, tuple[object, ...]]:
    """Key, deadline, rung and person of each open duty whose latest rung nobody was told of."""
    jendela = jendela_ambang(tangga, per=per, basi=BASI)
    ambang = Case(
        *(When(tempo__range=(j.awal, j.akhir), then=Value(j.ambang)) for j in jendela),
        output_field=IntegerField(),
    )
    kembali = Q(laporan__status=StatusLaporanMitra.DIKEMBALIKAN)
    sudah = PengingatLaporan.objects.filter(
        kewajiban=OuterRef("pk"), tenggat=OuterRef("tempo"), ambang=OuterRef("capaian")
    )
    terbuka = KewajibanLaporan.objects.terbuka().exclude(
        laporan__status=StatusLaporanMitra.DISAMPAIKAN
    )
    return (
        terbuka.annotate(
            tempo=Case(
                When(kembali, then=Coalesce("laporan__batas_perbaikan", "batas")), default="batas"
            ),
            anggota=FilteredRelation("mitra__keanggotaan", condition=_menjabat(per)),
        )
        .filter(tempo__range=(jendela[-1].awal, jendela[0].akhir))
        .annotate(capaian=ambang)
        .filter(~Exists(sudah), anggota__pengguna__is_active=True)
        .order_by()
        .values_list("pk", "tempo", "capaian", "anggota__pengguna")
        .distinct()
    )


def _menjabat(per: date) -> Q:
    """The membership holds on the day."""
    anggota = "mitra__keanggotaan__"
    terbuka = Q(**{f"{anggota}selesai": None}) | Q(**{f"{anggota}selesai__gte": per})
    return terbuka & Q(**{f"{anggota}mulai__lte": per})


def _surat(baris: list[PengingatLaporan]) -> Surat:
    """What one person is told, nearest first."""
    pesan = [
        pesan_pengingat.laporan_mitra(
            p.kewajiban.sebutan, str(p.kewajiban.naskah), p.tenggat, p.ambang
        )
        for p in baris
    ]
    gabung = pesan[0] if len(pesan) == 1 else pesan_pengingat.beberapa_laporan(pesan)
    return Surat(baris[0].penerima, gabung, reverse("pelaporan:portal-daftar"))
