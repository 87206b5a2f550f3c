"""Endings that nobody has to record, and those that were recorded by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import JejakAudit, Pengguna
from inti.notifikasi import antrekan
from inti.putusan import wajib
from kerjasama import kabar
from kerjasama.domain.naskah import periksa_batal_pengakhiran
from kerjasama.enums import AksiNaskah, AlasanBerakhir, StatusNaskah
from kerjasama.models import Naskah
from kerjasama.queries.naskah import orang_naskah, pengganti_berlaku
from kerjasama.services.naskah import pindah

if TYPE_CHECKING:
    from datetime import date

UKURAN_BATCH = 500
AKHIRI = f"naskah.{AksiNaskah.AKHIRI}"
DISEBUT = 20


def akhiri_yang_lewat(per: date | None = None) -> int:
    """Nightly: whatever is past its last day is berakhir, with that day; returns how many.

    Twice, or weeks late: the same rows. The staff get one message for all of them.
    """
    per = per or timezone.localdate()
    kunci = list(Naskah.objects.lewat_masa(per).order_by("pk").values_list("pk", flat=True))
    berakhir = 0
    for awal in range(0, len(kunci), UKURAN_BATCH):
        berakhir += _akhiri_batch(kunci[awal : awal + UKURAN_BATCH], per=per)
    _kabarkan_staf(per=per)
    return berakhir


@transaction.atomic
def _akhiri_batch(kunci: list[int], *, per: date) -> int:
    """One update for all of them; what was ended or extended meanwhile is left alone."""
    lewat = Naskah.objects.lewat_masa(per).filter(pk__in=kunci)
    naskah = list(lewat.select_for_update(of=("self",)).order_by("pk"))
    Naskah.objects.lewat_masa(per).filter(pk__in=[n.pk for n in naskah]).update(
        status=StatusNaskah.BERAKHIR,
        alasan_berakhir=AlasanBerakhir.JANGKA_WAKTU,
        tanggal_diakhiri=models.F("tanggal_berakhir"),
        versi_fakta=models.F("versi_fakta") + 1,
    )
    for satu in naskah:
        audit.catat(
            AKHIRI,
            satu,
            oleh=None,
            dari=satu.status,
            ke=StatusNaskah.BERAKHIR,
            alasan_berakhir=AlasanBerakhir.JANGKA_WAKTU,
            tanggal_diakhiri=satu.tanggal_berakhir,
        )
    return len(naskah)


@transaction.atomic
def _kabarkan_staf(*, per: date) -> None:
    """One message, whether one naskah came to its end or a whole backlog did.

    Of every ending since the last that was told: what a night that broke off left untold is in
    the next message.
    """
    otomatis = JejakAudit.objects.filter(
        objek_jenis=Naskah._meta.label_lower, aksi=AKHIRI, pelaku=None
    )
    dikabarkan = otomatis.filter(notifikasi__isnull=False).order_by("-pk").values("pk")[:1]
    baru = otomatis.filter(pk__gt=Coalesce(Subquery(dikabarkan), 0)).order_by("pk")
    terakhir = baru.last()
    if terakhir is None:
        return
    jumlah, kunci = baru.count(), [j.objek_id for j in baru[:DISEBUT] if j.objek_id]
    disebut = list(Naskah.objects.filter(pk__in=kunci).order_by("pk"))
    baris = [
        f"- {n}, hari terakhir {tanggal_indonesia(n.tanggal_berakhir)}: {n.judul[:100]}"
        for n in disebut
        if n.tanggal_berakhir
    ]
    if jumlah > DISEBUT:
        baris.append(f"- dan {jumlah - DISEBUT} naskah lain")
    satu = disebut[0] if len(disebut) == jumlah == 1 else None
    antrekan(
        terakhir,
        kepada=Pengguna.objects.berperan(Peran.STAF, pada=per),
        pesan=kabar.JANGKA_WAKTU_BERAKHIR.tulis(
            naskah=satu or f"{jumlah} naskah", daftar="\n".join(baris)
        ),
        tautan=(
            satu.get_absolute_url()
            if satu
            else f"{reverse('kerjasama:naskah-daftar')}?status={StatusNaskah.BERAKHIR}"
        ),
    )


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> Naskah:
    """A wrong ending is taken back, with the reason; the naskah is in force again."""
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=pk)
    menurut_masa = naskah.alasan_berakhir == AlasanBerakhir.JANGKA_WAKTU
    benar = menurut_masa and naskah.tanggal_diakhiri == naskah.tanggal_berakhir
    wajib(
        periksa_batal_pengakhiran(
            StatusNaskah(naskah.status),
            alasan=alasan,
            pengganti=str(pengganti_berlaku(naskah) or ""),
            berakhir=naskah.tanggal_berakhir if benar else None,
            per=timezone.localdate(),
        )
    )
    lama = {
        "alasan_berakhir": naskah.alasan_berakhir,
        "tanggal_diakhiri": naskah.tanggal_diakhiri,
        "dasar_pengakhiran": naskah.dasar_pengakhiran,
    }
    jejak = pindah(
        naskah,
        AksiNaskah.BATALKAN_PENGAKHIRAN,
        oleh=oleh,
        diperpanjang=naskah.addendum.berlaku().filter(memperpanjang=True).exists(),
        catatan={"catatan": alasan, "semula": lama},
        alasan_berakhir="",
        tanggal_diakhiri=None,
        dasar_pengakhiran="",
    )
    antrekan(
        jejak,
        kepada=orang_naskah(naskah),
        pesan=kabar.PENGAKHIRAN_DIBATALKAN.tulis(naskah=naskah, judul=naskah.judul, alasan=alasan),
        tautan=naskah.get_absolute_url(),
    )
    return naskah
