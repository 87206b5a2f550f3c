"""Checking in by QR: opened and closed by who records the meeting, filled by those who attend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, tolak, wajib
from pengawasan.domain.sesi_hadir import periksa_buka, periksa_rapat
from pengawasan.enums import StatusKegiatan
from pengawasan.models import Hadirin, Kegiatan, Rapat, SesiHadir, TandaHadir
from pengawasan.models.hadir import garam, sidik_token
from pengawasan.queries.hadir import periksa_sesi
from pengawasan.services.rapat import HADIRIN_TERBANYAK

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna
    from pengawasan.domain.tanda_tangan import Goresan

KOLOM = ("nama", "jabatan", "instansi", "unsur")


@transaction.atomic
def buka(rapat_pk: int, *, oleh: Pengguna) -> SesiHadir:
    """Let people check in; the session that is open already, if there is one."""
    rapat = _kunci(rapat_pk)
    wajib(periksa_buka(timezone.localdate(), rapat.tanggal))
    if ada := SesiHadir.objects.terbuka().filter(rapat=rapat).first():
        return ada
    sesi = SesiHadir(rapat=rapat, garam=garam(), dibuka_oleh=oleh)
    sesi.sidik = sidik_token(sesi.token)
    try:
        with transaction.atomic():
            sesi.save(force_insert=True)
    except IntegrityError:
        return SesiHadir.objects.terbuka().get(rapat=rapat)
    audit.catat("daftar_hadir.buka", rapat, oleh=oleh)
    return sesi


@transaction.atomic
def tutup(rapat_pk: int, *, oleh: Pengguna) -> None:
    """Nobody checks in any more with the code that is about; opening again gives another code."""
    terbuka = SesiHadir.objects.terbuka().filter(rapat=rapat_pk)
    if not terbuka.update(ditutup_pada=timezone.now(), ditutup_oleh=oleh):
        wajib(tolak("Daftar hadir dengan QR tidak sedang dibuka."))
    audit.catat("daftar_hadir.tutup", Rapat.objects.get(pk=rapat_pk), oleh=oleh)


@transaction.atomic
def catat(
    sesi_pk: int,
    data: dict[str, Any],
    *,
    goresan: Goresan | None,
    kunci: UUID,
) -> Hadirin:
    """One person's line, by the key of the phone: written now, or mended when it came before.

    `data` are name, office and so on; without `goresan` the person attends without a signature.
    Raises AturanDilanggar once the session is closed or out of its hours. The trail names nobody
    as its writer: whoever is signed in on a phone need not be who holds it.
    """
    rapat = _kunci(SesiHadir.objects.values_list("rapat", flat=True).get(pk=sesi_pk))
    sesi = SesiHadir.objects.select_for_update(of=("self",)).get(pk=sesi_pk)
    sesi.rapat = rapat
    wajib(periksa_sesi(sesi, timezone.localtime()))
    ada = TandaHadir.objects.select_related("hadirin").filter(sesi=sesi, kunci=kunci).first()
    if ada is None:
        return _tambah(sesi, data, goresan=goresan, kunci=kunci)
    return _perbaiki(ada, data, goresan=goresan)


@transaction.atomic
def hapus(rapat_pk: int, hadirin_pk: int, *, oleh: Pengguna) -> None:
    """Take a wrong line out; the trail keeps who it was."""
    rapat = _kunci(rapat_pk)
    satu = Hadirin.objects.filter(rapat=rapat, pk=hadirin_pk).first()
    if satu is None:
        msg = "Baris ini sudah tidak ada. Muat ulang halaman."
        raise AturanDilanggar(msg)
    kolom = {n: getattr(satu, n) for n in KOLOM}
    lewat_qr = TandaHadir.objects.filter(hadirin=satu).exists()
    satu.delete()
    audit.catat("daftar_hadir.hapus", rapat, oleh=oleh, **kolom, lewat_qr=lewat_qr)


def _kunci(rapat_pk: int) -> Rapat:
    """The meeting with its kegiatan locked, while its attendance may be written."""
    terkunci = Kegiatan.objects.select_for_update(of=("self",)).filter(rapat=rapat_pk)
    status = [StatusKegiatan(k.status) for k in terkunci.order_by("pk")]
    rapat = Rapat.objects.get(pk=rapat_pk)
    wajib(periksa_rapat(status, dibatalkan=rapat.dibatalkan_pada is not None))
    return rapat


def _tambah(
    sesi: SesiHadir, data: dict[str, Any], *, goresan: Goresan | None, kunci: UUID
) -> Hadirin:
    ada = Hadirin.objects.filter(rapat=sesi.rapat_id)
    if ada.count() >= HADIRIN_TERBANYAK:
        wajib(tolak(f"Daftar hadir sudah berisi {HADIRIN_TERBANYAK} orang. Hubungi petugas rapat."))
    akhir = ada.aggregate(akhir=Max("urutan"))["akhir"] or 0
    satu = Hadirin.objects.create(rapat=sesi.rapat, urutan=akhir + 1, **data)
    tanda = {"goresan": goresan, "tanpa_tanda_tangan": goresan is None}
    TandaHadir.objects.create(hadirin=satu, sesi=sesi, kunci=kunci, **tanda)
    audit.catat("daftar_hadir.catat", sesi.rapat, oleh=None, **data, **_cara(data, goresan))
    return satu


def _perbaiki(tanda: TandaHadir, data: dict[str, Any], *, goresan: Goresan | None) -> Hadirin:
    satu = tanda.hadirin
    beda = {n: [getattr(satu, n), v] for n, v in data.items() if getattr(satu, n) != v}
    if not beda and tanda.goresan == goresan:
        return satu
    Hadirin.objects.filter(pk=satu.pk).update(**data)
    TandaHadir.objects.filter(pk=tanda.pk).update(
        goresan=goresan, tanpa_tanda_tangan=goresan is None
    )
    audit.catat("daftar_hadir.perbaiki", satu.rapat, oleh=None, nilai=beda, **_cara(data, goresan))
    return Hadirin.objects.get(pk=satu.pk)


def _cara(data: dict[str, Any], goresan: Goresan | None) -> dict[str, Any]:
    """Who it was, for the trail that names no account."""
    return {"bertanda_tangan": goresan is not None, "catatan": f"{data['nama']}, lewat QR"}
