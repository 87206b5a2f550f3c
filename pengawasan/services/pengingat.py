"""Reminders of supervision that is due: rows unique by obligation, its date, rung and person.

The same number of statements however many obligations: the rows are written by one, and each
person gets one message a night, which names the nearest and leads to the rest.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import JenisPesan, Peran
from inti.models import Pengguna
from inti.notifikasi import Surat, antrekan_semua
from inti.services.batas_waktu import tanpa_batas
from pengawasan.domain import pesan_pengingat
from pengawasan.domain.pengingat import TANGGA, jendela_ambang
from pengawasan.domain.pesan_pengingat import ESKALASI
from pengawasan.models import Jadwal, Kebijakan, Pengingat
from pengawasan.queries.kebijakan import diam
from pengawasan.services import buku_pengingat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

BASI = timedelta(days=90)
DISEBUT = 20


def terbitkan(per: date | None = None) -> int:
    """Tell those who plan of each latest rung reached; returns how many obligations.

    Late or twice it catches up with one message; on a day on which the policy is silent the next
    working day does.
    """
    per = per or timezone.localdate()
    kebijakan = Kebijakan.objects.berlaku_pada(per)
    if diam(kebijakan, per):
        return 0
    tangga = kebijakan.tangga if kebijakan else TANGGA
    bawah = Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=per).filter(pk=OuterRef("pk"))
    semua = Pengguna.objects.berperan(Peran.STAF, Peran.TIM, Peran.KETUA, pada=per)
    orang = list(semua.annotate(bawahan=Exists(bawah)).select_related("pilihan_pesan"))
    penerima = [satu for satu in orang if satu.bawahan]
    atasan = [satu for satu in orang if not satu.bawahan]
    try:
        return _ingatkan(per, tangga, penerima, atasan)
    except IntegrityError:
        return 0  # told at the same moment by another run


@transaction.atomic
def _ingatkan(
    per: date, tangga: Sequence[int], penerima: Sequence[Pengguna], atasan: Sequence[Pengguna]
) -> int:
    """Leave the rows, and queue one message a person; the chair hears of what is long late."""
    tanpa_batas()
    kolom = ("jadwal", "tenggat", "ambang")
    tercapai = yang_tercapai(per, tangga)
    lama = tercapai.filter(capaian__gte=ESKALASI)
    # Two sets that have nothing in common: the rows of one do not hide the other.
    jumlah_lama = buku_pengingat.catat(Pengingat, kolom, lama, [*penerima, *atasan])
    jumlah = jumlah_lama + buku_pengingat.catat(
        Pengingat, kolom, tercapai.filter(capaian__lt=ESKALASI), penerima
    )
    if not jumlah:
        return 0
    baru = Pengingat.objects.filter(jejak=None)
    disebut = _terdekat(baru, len(penerima) + len(atasan))
    jejak = audit.catat("jadwal.ingatkan", disebut[0][0], oleh=None, jumlah=jumlah, per=per)
    baru.update(jejak=jejak)
    surat = _surat(penerima, disebut, jumlah)
    if jumlah_lama:  # the longest late come first
        terlama = [satu for satu in disebut if satu[1] >= ESKALASI]
        surat += _surat(atasan, terlama, jumlah_lama, eskalasi=True)
    antrekan_semua(jejak, surat, jenis=JenisPesan.PENGINGAT)
    return jumlah


def _surat(
    kepada: Sequence[Pengguna],
    disebut: list[tuple[Jadwal, int]],
    jumlah: int,
    *,
    eskalasi: bool = False,
) -> list[Surat]:
    pesan = pesan_pengingat.jadwal([_tempo(*j) for j in disebut], jumlah, eskalasi=eskalasi)
    daftar = reverse("pengawasan:jadwal-daftar")
    tautan = reverse("pengawasan:jadwal-rincian", args=[disebut[0][0].pk])
    alamat = tautan if jumlah == 1 else daftar
    return [Surat(satu, pesan, alamat) for satu in kepada]


def yang_tercapai(per: date, tangga: Sequence[int]) -> QuerySet[Any, Any]:
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


def _tempo(jadwal: Jadwal, ambang: int) -> pesan_pengingat.Tempo:
    return pesan_pengingat.Tempo(
        jenis=jadwal.get_jenis_display(),
        naskah=str(jadwal.naskah),
        judul=jadwal.naskah.judul,
        tenggat=jadwal.tenggat,
        ambang=ambang,
        dasar=jadwal.dasar["kalimat"][0],
        menurut_aturan=jadwal.jatuh_tempo if jadwal.ditunda_sampai else None,
    )
