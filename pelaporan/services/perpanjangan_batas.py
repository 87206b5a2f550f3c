"""Extending the deadline of a mitra's report: the mitra asks, the staff decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, Putusan, wajib
from inti.services.sekali import pakai_kunci
from pelaporan import kabar
from pelaporan.domain.perpanjangan_batas import periksa_ajukan, periksa_tanggal
from pelaporan.enums import StatusKewajibanLaporan, StatusLaporanMitra
from pelaporan.models import KewajibanLaporan, LaporanMitra, PerpanjanganBatas
from pelaporan.queries.penerima import orang_mitra, staf
from pengawasan.enums import AksiPenundaan as Aksi
from pengawasan.enums import StatusPenundaan as Status
from pengawasan.services.penundaan import pindah, putusan

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from inti.models import JejakAudit, Pengguna

MENUNGGU = "Permintaan sebelumnya untuk laporan ini masih menunggu putusan."


@transaction.atomic
def ajukan(
    kewajiban_pk: int, *, sampai: date, alasan: str, oleh: Pengguna, kunci: UUID | None = None
) -> PerpanjanganBatas:
    """Ask for a later deadline, before or after the present one; it waits for its decision."""
    pakai_kunci(kunci, oleh=oleh)
    kewajiban = _kunci_kewajiban(kewajiban_pk)
    menunggu = kewajiban.perpanjangan.filter(status=Status.DIAJUKAN).exists()
    wajib(periksa_ajukan(_tanggal(kewajiban, sampai), alasan=alasan, menunggu=menunggu))
    try:
        with transaction.atomic():
            satu = PerpanjanganBatas.objects.create(
                kewajiban=kewajiban,
                batas=kewajiban.batas,
                sampai=sampai,
                alasan=alasan,
                diajukan_oleh=oleh,
            )
    except IntegrityError as error:
        raise AturanDilanggar(MENUNGGU) from error
    jejak = audit.catat(
        "perpanjangan_batas.ajukan", kewajiban, oleh=oleh, sampai=sampai, alasan=alasan
    )
    antrekan(
        jejak,
        kepada=staf(),
        pesan=kabar.PERPANJANGAN_DIMINTA.tulis(
            laporan=kewajiban, uraian=_uraian(satu), alasan=alasan
        ),
        tautan=satu.get_absolute_url(),
    )
    return satu


def setujui(pk: int, *, catatan: str = "", oleh: Pengguna) -> None:
    """Grant it: the duty bears the new deadline beside the legal one."""
    _putuskan(Aksi.SETUJUI, pk, catatan=catatan, oleh=oleh)


def tolak(pk: int, *, catatan: str, oleh: Pengguna) -> None:
    """Refuse it, with the reason; the duty keeps the deadline it has."""
    _putuskan(Aksi.TOLAK, pk, catatan=catatan, oleh=oleh)


@transaction.atomic
def tarik(pk: int, *, oleh: Pengguna) -> None:
    """Who asked takes it back before it is decided."""
    satu = _kunci(pk)
    pindah(Aksi.TARIK, satu, tanggal=_tanggal(satu.kewajiban, satu.sampai), oleh=oleh)
    audit.catat("perpanjangan_batas.tarik", satu.kewajiban, oleh=oleh, sampai=satu.sampai)


def tutup_menunggu(kewajiban: KewajibanLaporan) -> None:
    """What waits for a decision has no object any more: the report was sent.

    Runs inside the caller's transaction; the line of the sending tells of it.
    """
    menunggu = kewajiban.perpanjangan.filter(status=Status.DIAJUKAN)
    menunggu.update(status=Status.DITARIK, catatan_putusan="Laporan sudah disampaikan.")


@transaction.atomic
def _putuskan(aksi: Aksi, pk: int, *, catatan: str, oleh: Pengguna) -> None:
    satu = _kunci(pk)
    kewajiban = satu.kewajiban
    tanggal, kolom = _tanggal(kewajiban, satu.sampai), putusan(oleh, catatan)
    pindah(aksi, satu, tanggal=tanggal, oleh=oleh, catatan=catatan, **kolom)
    if aksi == Aksi.SETUJUI:
        _perpanjang(kewajiban, satu.sampai)
    jejak = audit.catat(
        f"perpanjangan_batas.{aksi}",
        kewajiban,
        oleh=oleh,
        dari=satu.batas,
        sampai=satu.sampai,
        alasan=satu.alasan,
        catatan=catatan,
    )
    _kabari(jejak, aksi, satu, catatan)


def _perpanjang(kewajiban: KewajibanLaporan, sampai: date) -> None:
    """On the duty, and on a returned report, whose mending has the same deadline."""
    kolom = {"batas": sampai, "diperpanjang_sampai": sampai}
    KewajibanLaporan.objects.filter(pk=kewajiban.pk).update(**kolom)
    kembali = LaporanMitra.objects.filter(
        kewajiban=kewajiban, status=StatusLaporanMitra.DIKEMBALIKAN
    )
    kembali.update(batas_perbaikan=sampai)


def _kabari(jejak: JejakAudit, aksi: Aksi, satu: PerpanjanganBatas, catatan: str) -> None:
    """Tell everybody of the mitra."""
    hasil = Aksi(aksi).label
    antrekan(
        jejak,
        kepada=orang_mitra(satu.kewajiban.mitra_id),
        pesan=kabar.PERPANJANGAN_DIPUTUSKAN.tulis(
            hasil=hasil, laporan=satu.kewajiban, uraian=_uraian(satu), catatan=catatan
        ),
        tautan=reverse("pelaporan:portal-perpanjangan", args=[satu.kewajiban_id]),
    )


def _kunci_kewajiban(pk: int) -> KewajibanLaporan:
    terkunci = KewajibanLaporan.objects.select_for_update(of=("self",))
    return terkunci.select_related("naskah", "mitra").get(pk=pk)


def _kunci(pk: int) -> PerpanjanganBatas:
    """The report first, as when it is sent or returned; then the duty, then the request."""
    kewajiban_pk = PerpanjanganBatas.objects.get(pk=pk).kewajiban_id
    laporan = LaporanMitra.objects.select_for_update(of=("self",))
    laporan.filter(kewajiban=kewajiban_pk).first()
    kewajiban = _kunci_kewajiban(kewajiban_pk)
    satu = PerpanjanganBatas.objects.select_for_update(of=("self",)).get(pk=pk)
    satu.kewajiban = kewajiban
    return satu


def _tanggal(kewajiban: KewajibanLaporan, sampai: date) -> Putusan:
    return periksa_tanggal(
        StatusKewajibanLaporan(kewajiban.status),
        batas=kewajiban.batas,
        sampai=sampai,
        hari_ini=timezone.localdate(),
    )


def _uraian(satu: PerpanjanganBatas) -> str:
    return (
        f"{satu.kewajiban} atas naskah {satu.kewajiban.naskah}: batas "
        f"{tanggal_indonesia(satu.batas)}, diminta diperpanjang sampai "
        f"{tanggal_indonesia(satu.sampai)}."
    )
