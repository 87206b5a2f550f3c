"""Endings that nobody has to record, and those that were recorded by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import wajib
from kerjasama.domain.naskah import periksa_batal_pengakhiran
from kerjasama.enums import AksiNaskah, AlasanBerakhir, StatusNaskah
from kerjasama.models import Naskah
from kerjasama.queries.naskah import orang_naskah, pengganti_berlaku
from kerjasama.services.naskah import pindah

if TYPE_CHECKING:
    from datetime import date

    from inti.models import JejakAudit

UKURAN_BATCH = 500
DISEBUT = 20


def akhiri_yang_lewat(per: date | None = None) -> int:
    """Nightly: whatever is past its last day is berakhir, with that day; returns how many.

    Twice, or weeks late: the same rows. The staff get one message for a whole batch of them.
    """
    per = per or timezone.localdate()
    kunci = list(Naskah.objects.lewat_masa(per).order_by("pk").values_list("pk", flat=True))
    berakhir: list[Naskah] = []
    for awal in range(0, len(kunci), UKURAN_BATCH):
        berakhir += _akhiri_batch(kunci[awal : awal + UKURAN_BATCH], per=per)
    return len(berakhir)


@transaction.atomic
def _akhiri_batch(kunci: list[int], *, per: date) -> list[Naskah]:
    """One update for all of them; what was ended or extended meanwhile is left alone."""
    lewat = Naskah.objects.lewat_masa(per).filter(pk__in=kunci)
    naskah = list(lewat.select_for_update(of=("self",)).order_by("pk"))
    Naskah.objects.lewat_masa(per).filter(pk__in=[n.pk for n in naskah]).update(
        status=StatusNaskah.BERAKHIR,
        alasan_berakhir=AlasanBerakhir.JANGKA_WAKTU,
        tanggal_diakhiri=models.F("tanggal_berakhir"),
        versi_fakta=models.F("versi_fakta") + 1,
    )
    jejak = [
        audit.catat(
            f"naskah.{AksiNaskah.AKHIRI}",
            satu,
            oleh=None,
            dari=satu.status,
            ke=StatusNaskah.BERAKHIR,
            alasan_berakhir=AlasanBerakhir.JANGKA_WAKTU,
            tanggal_diakhiri=satu.tanggal_berakhir,
        )
        for satu in naskah
    ]
    if jejak:
        _kabarkan_staf(jejak[-1], naskah, per=per)
    return naskah


def _kabarkan_staf(jejak: JejakAudit, naskah: list[Naskah], *, per: date) -> None:
    """One message, whether one naskah came to its end or a whole backlog did."""
    baris = [
        f"- {n}, hari terakhir {tanggal_indonesia(n.tanggal_berakhir)}: {n.judul[:100]}"
        for n in naskah[:DISEBUT]
        if n.tanggal_berakhir
    ]
    if len(naskah) > DISEBUT:
        baris.append(f"- dan {len(naskah) - DISEBUT} naskah lain")
    satu = naskah[0] if len(naskah) == 1 else None
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.STAF, pada=per),
        subjek=f"Jangka waktu berakhir: {satu or f'{len(naskah)} naskah'}",
        isi="\n".join(["Tercatat berakhir karena jangka waktunya habis:", *baris]),
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
    }
    jejak = pindah(
        naskah,
        AksiNaskah.BATALKAN_PENGAKHIRAN,
        oleh=oleh,
        diperpanjang=naskah.addendum.berlaku().filter(memperpanjang=True).exists(),
        catatan={"catatan": alasan, "semula": lama},
        alasan_berakhir="",
        tanggal_diakhiri=None,
    )
    antrekan(
        jejak,
        kepada=orang_naskah(naskah),
        subjek=f"Pengakhiran dibatalkan: {naskah}",
        isi=f"{naskah.judul}\n\nKerja sama ini tetap berlaku. Alasan: {alasan}",
        tautan=naskah.get_absolute_url(),
    )
    return naskah
