"""Keeping the classification codes: dated data, closed and never deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.formats import tanggal_indonesia
from inti.models import KlasifikasiSurat
from inti.putusan import AturanDilanggar
from inti.services.kolom import isi_kolom

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inti.models import Pengguna

KOLOM = ("kode", "nama", "jenis", "mulai", "sampai")


@transaction.atomic
def simpan(
    pk: int | None,
    data: dict[str, Any],
    *,
    oleh: Pengguna,
    asal: Mapping[str, str] | None = None,
) -> KlasifikasiSurat:
    """Add a code (`pk` is None) or change one; numbers given out keep theirs.

    Raises AturanDilanggar when another code of the same kinds of letter is valid on one of its
    days: which one a letter takes would be chance.
    """
    semua = KlasifikasiSurat.objects.select_for_update()
    satu = semua.get(pk=pk) if pk is not None else KlasifikasiSurat()
    beda = isi_kolom(satu, {nama: data[nama] for nama in KOLOM}, asal=asal)
    lain = KlasifikasiSurat.objects.bertumpuk(satu.jenis, satu.mulai, satu.sampai)
    if tumpuk := lain.exclude(pk=satu.pk).first():
        raise AturanDilanggar(_sebab(tumpuk))
    try:
        with transaction.atomic():
            satu.save()
    except IntegrityError as error:
        msg = "Kode untuk jenis surat ini baru saja dicatat orang lain. Muat ulang halaman."
        raise AturanDilanggar(msg) from error
    audit.catat("klasifikasi_surat.simpan", satu, oleh=oleh, **beda)
    return satu


def _sebab(lain: KlasifikasiSurat) -> str:
    sampai = f" sampai {tanggal_indonesia(lain.sampai)}" if lain.sampai else ""
    untuk = f"jenis surat {lain.jenis}" if lain.jenis else "semua jenis surat lain"
    return (
        f"Kode {lain.kode} berlaku untuk {untuk} sejak {tanggal_indonesia(lain.mulai)}{sampai}. "
        "Akhiri kode itu lebih dahulu, atau pilih jenis surat lain."
    )
