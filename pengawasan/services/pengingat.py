"""Reminders of supervision that is due: rows unique by obligation, its date, rung and person.

The same number of statements however many obligations: the rows are written by one, and each
person gets one message a night, which names the nearest and leads to the rest.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import ribuan, tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.services.batas_waktu import tanpa_batas
from pengawasan.domain.pengingat import TANGGA, jendela_ambang
from pengawasan.models import Jadwal, Kebijakan, Pengingat
from pengawasan.services import buku_pengingat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

BASI = timedelta(days=90)
DISEBUT = 20


def terbitkan(per: date | None = None) -> int:
    """Tell those who plan of each latest rung reached; returns how many obligations.

    Late or twice it catches up with one message.
    """
    per = per or timezone.localdate()
    kebijakan = Kebijakan.objects.berlaku_pada(per)
    tangga = kebijakan.tangga if kebijakan else TANGGA
    penerima = list(Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=per))
    try:
        return _ingatkan(per, tangga, penerima)
    except IntegrityError:
        return 0  # told at the same moment by another run


@transaction.atomic
def _ingatkan(per: date, tangga: Sequence[int], penerima: Sequence[Pengguna]) -> int:
    """Leave the rows, and queue one message for each person."""
    tanpa_batas()
    kolom = ("jadwal", "tenggat", "ambang")
    jumlah = buku_pengingat.catat(Pengingat, kolom, yang_tercapai(per, tangga), penerima)
    if not jumlah:
        return 0
    baru = Pengingat.objects.filter(jejak=None)
    disebut = _terdekat(baru, len(penerima))
    jejak = audit.catat("jadwal.ingatkan", disebut[0][0], oleh=None, jumlah=jumlah, per=per)
    baru.update(jejak=jejak)
    satu = disebut[0][0] if jumlah == 1 else None
    antrekan(
        jejak,
        kepada=penerima,
        subjek=_subjek(*disebut[0]) if satu else f"{ribuan(jumlah)} jadwal perlu diperhatikan",
        isi=_isi_satu(satu) if satu else _isi(disebut, jumlah),
        tautan=f"/pengawasan/jadwal/{satu.pk}/" if satu else reverse("pengawasan:jadwal-daftar"),
    )
    return jumlah


def yang_tercapai(per: date, tangga: Sequence[int]) -> QuerySet[Jadwal, tuple[object, ...]]:
    """Key, date and rung of each obligation whose latest rung nobody was told of."""
    jendela = jendela_ambang(tangga, per=per, basi=BASI)
    ambang = Case(
        *(When(batas__range=(j.awal, j.akhir), then=Value(j.ambang)) for j in jendela),
        output_field=IntegerField(),
    )
    sudah = Pengingat.objects.filter(
        jadwal=OuterRef("pk"), tenggat=OuterRef("batas"), ambang=OuterRef("capaian")
    )
    terbuka = Jadwal.objects.terbuka().jatuh_antara(jendela[-1].awal, jendela[0].akhir)
    return (
        terbuka.annotate(batas=Coalesce("ditunda_sampai", "jatuh_tempo"))
        .annotate(capaian=ambang)
        .filter(~Exists(sudah))
        .order_by()
        .values_list("pk", "batas", "capaian")
    )


def _terdekat(baru: QuerySet[Pengingat], orang: int) -> list[tuple[Jadwal, int]]:
    """The nearest of them, each with its rung; there is a row for each person."""
    baris = baru.select_related("jadwal__naskah").order_by("tenggat", "jadwal")
    return list({p.jadwal_id: (p.jadwal, p.ambang) for p in baris[: DISEBUT * orang]}.values())


def _subjek(jadwal: Jadwal, ambang: int) -> str:
    keadaan = "sudah lewat jatuh tempo" if ambang > 0 else "akan jatuh tempo"
    return f"{jadwal.get_jenis_display()} {keadaan}: {jadwal.naskah}"


def _isi_satu(jadwal: Jadwal) -> str:
    return (
        f"{jadwal.get_jenis_display()} atas {jadwal.naskah.judul} jatuh tempo "
        f"{_tanggal(jadwal)}. {jadwal.dasar['kalimat'][0]}"
    )


def _isi(disebut: list[tuple[Jadwal, int]], jumlah: int) -> str:
    baris = [
        f"- {_tanggal(satu)}: {satu.get_jenis_display().lower()}, {satu.naskah}"
        f"{' (sudah lewat)' if ambang > 0 else ''}"
        for satu, ambang in disebut
    ]
    lebih = jumlah - len(disebut)
    return "\n".join([*baris, f"- dan {ribuan(lebih)} jadwal lain"] if lebih else baris)


def _tanggal(jadwal: Jadwal) -> str:
    """The date that counts, and the legal one beside it."""
    tenggat = tanggal_indonesia(jadwal.tenggat)
    if jadwal.ditunda_sampai is None:
        return tenggat
    return f"{tenggat} (menurut aturan {tanggal_indonesia(jadwal.jatuh_tempo)})"
