"""Seats: appoint, end, correct. The seat is locked, so that two appointments never pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.enums import SifatPemangku
from inti.formats import tanggal_indonesia
from inti.models import Jabatan, PemangkuJabatan
from inti.putusan import AturanDilanggar, tolak, wajib
from inti.services.kolom import isi_kolom
from inti.services.sekali import pakai_kunci
from pengawasan.domain.pemangku import Masa, periksa_akhiri, periksa_diri, periksa_masa

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from inti.models import Pengguna

SUDAH = "Masa jabatan ini sudah tercatat."


@transaction.atomic
def angkat(
    jabatan_id: int, data: Mapping[str, Any], *, oleh: Pengguna, kunci: UUID | None = None
) -> PemangkuJabatan:
    """One person in a seat; `data` are columns of PemangkuJabatan.

    Documents of a day print who holds the seat on it; those that were issued keep what they
    printed. Raises AturanDilanggar when the period meets another of the same kind.
    """
    pakai_kunci(kunci, oleh=oleh)
    jabatan = _kunci(jabatan_id)
    pemangku = PemangkuJabatan(jabatan=jabatan, **data)
    wajib(periksa_diri(pemangku.pengguna_id, oleh=oleh.pk))
    _periksa(pemangku)
    _simpan(pemangku)
    audit.catat(
        "pemangku_jabatan.angkat",
        jabatan,
        oleh=oleh,
        catatan=_masa(pemangku).kalimat,
        dasar=pemangku.dasar,
        tanggal_dasar=pemangku.tanggal_dasar,
    )
    return pemangku


@transaction.atomic
def akhiri(pk: int, *, sampai: date, oleh: Pengguna) -> None:
    """The last day in the seat, which is still held on it."""
    pemangku = _ambil(pk)
    wajib(periksa_diri(pemangku.pengguna_id, oleh=oleh.pk))
    wajib(periksa_akhiri(_masa(pemangku), sampai=sampai))
    baris = PemangkuJabatan.objects.filter(pk=pk, selesai=pemangku.selesai)
    if not baris.update(selesai=sampai):
        raise AturanDilanggar("Masa jabatan ini baru saja berubah. Muat ulang halaman.")
    audit.catat(
        "pemangku_jabatan.akhiri",
        pemangku.jabatan,
        oleh=oleh,
        catatan=f"{pemangku.pengguna}, hari terakhir {tanggal_indonesia(sampai)}",
        selesai=[pemangku.selesai, sampai],
    )


@transaction.atomic
def perbaiki(
    pk: int,
    data: Mapping[str, Any],
    *,
    alasan: str,
    oleh: Pengguna,
    asal: Mapping[str, str] | None = None,
) -> PemangkuJabatan:
    """Correct what was entered wrongly; what stood there is in the trail, with the reason.

    `asal` is what the page showed: raises KolomBerubah when another has changed it meanwhile.
    """
    pemangku = _ambil(pk)
    wajib(periksa_diri(pemangku.pengguna_id, oleh=oleh.pk))
    nama = str(pemangku.pengguna)
    beda = isi_kolom(pemangku, data, asal=asal)
    if not beda:
        wajib(tolak("Tidak ada yang diubah."))
    wajib(periksa_diri(pemangku.pengguna_id, oleh=oleh.pk))
    _periksa(pemangku)
    _simpan(pemangku)
    audit.catat(
        "pemangku_jabatan.perbaiki",
        pemangku.jabatan,
        oleh=oleh,
        nilai=beda,
        catatan=f"{nama}: {alasan}",
    )
    return pemangku


def _kunci(pk: int) -> Jabatan:
    return Jabatan.objects.select_for_update(of=("self",)).get(pk=pk, tunggal=True)


def _ambil(pk: int) -> PemangkuJabatan:
    """The seat is locked first, then the period is read."""
    kursi = PemangkuJabatan.objects.filter(pk=pk).values_list("jabatan", flat=True).get()
    _kunci(kursi)
    return PemangkuJabatan.objects.select_related("jabatan", "pengguna").get(pk=pk)


def _periksa(pemangku: PemangkuJabatan) -> None:
    lain = PemangkuJabatan.objects.filter(jabatan=pemangku.jabatan_id).exclude(pk=pemangku.pk)
    wajib(periksa_masa(_masa(pemangku), lain=map(_masa, lain.select_related("pengguna"))))


def _masa(pemangku: PemangkuJabatan) -> Masa:
    sifat = SifatPemangku(pemangku.sifat)
    orang = pemangku.pengguna_id
    return Masa(str(pemangku.pengguna), sifat, pemangku.mulai, pemangku.selesai, orang)


def _simpan(pemangku: PemangkuJabatan) -> None:
    try:
        with transaction.atomic():
            pemangku.save()
    except IntegrityError as error:
        raise AturanDilanggar(SUDAH) from error
