"""Letting a person into one naskah for a time, and out again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.putusan import AturanDilanggar, wajib
from inti.services.sekali import pakai_kunci
from kerjasama.domain.kunci import kunci_orang
from kerjasama.domain.penugasan import periksa_akhiri, periksa_bebas, periksa_tugaskan
from kerjasama.models import Naskah, PenugasanNaskah

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def tugaskan(
    naskah_id: int, data: Mapping[str, Any], *, oleh: Pengguna, kunci: UUID | None = None
) -> PenugasanNaskah:
    """From `mulai` through `selesai`, a person with an account sees the naskah.

    `data` are columns of PenugasanNaskah (`pengguna` a person or None). Raises AturanDilanggar
    when the period is over, too long, or covers one that is there.
    """
    pakai_kunci(kunci, oleh=oleh)
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=naskah_id)
    penugasan = PenugasanNaskah(naskah=naskah, dicatat_oleh=oleh, **data)
    mulai, selesai = penugasan.mulai, penugasan.selesai
    wajib(periksa_tugaskan(mulai, selesai, per=timezone.localdate()))
    lain = [(p.mulai, p.selesai) for p in naskah.penugasan.all() if _sama(p, penugasan)]
    wajib(periksa_bebas(penugasan.nama, mulai, selesai, lain=lain))
    penugasan.save(force_insert=True)
    audit.catat(
        "penugasan_naskah.catat",
        naskah,
        oleh=oleh,
        catatan=f"{penugasan.nama}, {_masa(mulai, selesai)}: {penugasan.alasan}",
        mulai=mulai,
        selesai=selesai,
    )
    return penugasan


@transaction.atomic
def akhiri(pk: int, *, sampai: date | None, oleh: Pengguna) -> None:
    """The last day; None ends it at once.

    One that had not lasted a day leaves no row; the trail has both lines.
    """
    hari_ini = timezone.localdate()
    akhir = sampai or hari_ini - timedelta(days=1)
    penugasan = PenugasanNaskah.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if penugasan is None:
        raise AturanDilanggar("Penugasan ini sudah berakhir.")
    wajib(periksa_akhiri(penugasan.mulai, penugasan.selesai, sampai=akhir, per=hari_ini))
    baris = PenugasanNaskah.objects.filter(pk=pk, selesai=penugasan.selesai)
    jumlah = baris.delete()[0] if akhir < penugasan.mulai else baris.update(selesai=akhir)
    if not jumlah:
        raise AturanDilanggar("Penugasan ini baru saja diubah orang lain. Muat ulang halaman.")
    audit.catat(
        "penugasan_naskah.akhiri",
        penugasan.naskah,
        oleh=oleh,
        catatan=f"{penugasan.nama}, hari terakhir {tanggal_indonesia(akhir)}",
        selesai=[penugasan.selesai, akhir],
    )


def _masa(mulai: date, selesai: date) -> str:
    return f"{tanggal_indonesia(mulai)} sampai {tanggal_indonesia(selesai)}"


def _sama(satu: PenugasanNaskah, dua: PenugasanNaskah) -> bool:
    """Whether both are of the same person: by account, else by name."""
    if satu.pengguna_id or dua.pengguna_id:
        return bool(satu.pengguna_id == dua.pengguna_id)
    return kunci_orang(satu.nama) == kunci_orang(dua.nama)
