"""Postponing an obligation: one person asks, another decides; the legal date stays beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, Putusan, wajib
from inti.services.sekali import pakai_kunci
from pengawasan import kabar
from pengawasan.domain.penundaan import TRANSISI, periksa, periksa_ajukan, periksa_tanggal
from pengawasan.enums import AksiPenundaan as Aksi
from pengawasan.enums import StatusJadwal
from pengawasan.enums import StatusPenundaan as Status
from pengawasan.models import Jadwal, PenundaanJadwal
from pengawasan.queries.penerima import pemutus_penundaan

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from inti.models import JejakAudit, Pengguna
    from pengawasan.models.penundaan import PermintaanWaktu

BERUBAH = "Permintaan ini baru saja berubah. Muat ulang halaman."
MENUNGGU = "Permintaan penundaan untuk jadwal ini masih menunggu putusan."


@transaction.atomic
def ajukan(
    jadwal_pk: int, *, sampai: date, alasan: str, oleh: Pengguna, kunci: UUID | None = None
) -> PenundaanJadwal:
    """Ask for a later day; it waits for its decision."""
    pakai_kunci(kunci, oleh=oleh)
    jadwal = _kunci_jadwal(jadwal_pk)
    menunggu = jadwal.penundaan.menunggu().exists()
    wajib(periksa_ajukan(_tanggal(jadwal, sampai), alasan=alasan, menunggu=menunggu))
    try:
        with transaction.atomic():
            penundaan = PenundaanJadwal.objects.create(
                jadwal=jadwal,
                jatuh_tempo=jadwal.jatuh_tempo,
                sampai=sampai,
                alasan=alasan,
                diajukan_oleh=oleh,
            )
    except IntegrityError as error:
        raise AturanDilanggar(MENUNGGU) from error
    jejak = audit.catat("penundaan_jadwal.ajukan", jadwal, oleh=oleh, sampai=sampai, alasan=alasan)
    antrekan(
        jejak,
        kepada=pemutus_penundaan(timezone.localdate()),
        pesan=kabar.PENUNDAAN_DIMINTA.tulis(
            giliran=_giliran(jadwal), uraian=_uraian(penundaan), alasan=alasan
        ),
        tautan=_tautan(jadwal),
    )
    return penundaan


def setujui(pk: int, *, catatan: str = "", oleh: Pengguna) -> None:
    """Grant it: the obligation bears the new date beside the legal one."""
    _putuskan(Aksi.SETUJUI, pk, catatan=catatan, oleh=oleh)


def tolak(pk: int, *, catatan: str, oleh: Pengguna) -> None:
    """Refuse it, with the reason; the obligation keeps the date it has."""
    _putuskan(Aksi.TOLAK, pk, catatan=catatan, oleh=oleh)


@transaction.atomic
def tarik(pk: int, *, oleh: Pengguna) -> None:
    """Who asked takes it back before it is decided."""
    penundaan = _kunci(pk)
    tanggal = _tanggal(penundaan.jadwal, penundaan.sampai)
    pindah(Aksi.TARIK, penundaan, tanggal=tanggal, oleh=oleh)
    audit.catat("penundaan_jadwal.tarik", penundaan.jadwal, oleh=oleh, sampai=penundaan.sampai)


@transaction.atomic
def _putuskan(aksi: Aksi, pk: int, *, catatan: str, oleh: Pengguna) -> None:
    penundaan = _kunci(pk)
    tanggal = _tanggal(penundaan.jadwal, penundaan.sampai)
    kolom = putusan(oleh, catatan)
    pindah(aksi, penundaan, tanggal=tanggal, oleh=oleh, catatan=catatan, **kolom)
    if aksi == Aksi.SETUJUI:
        Jadwal.objects.filter(pk=penundaan.jadwal_id).update(
            ditunda_sampai=penundaan.sampai, alasan_penundaan=penundaan.alasan
        )
    jejak = audit.catat(
        f"penundaan_jadwal.{aksi}",
        penundaan.jadwal,
        oleh=oleh,
        sampai=penundaan.sampai,
        alasan=penundaan.alasan,
        catatan=catatan,
    )
    _kabari(jejak, aksi, penundaan, catatan)


def _kabari(jejak: JejakAudit, aksi: Aksi, penundaan: PenundaanJadwal, catatan: str) -> None:
    """Tell who asked."""
    jadwal, hasil = penundaan.jadwal, Aksi(aksi).label
    antrekan(
        jejak,
        kepada=[penundaan.diajukan_oleh],
        pesan=kabar.PENUNDAAN_DIPUTUSKAN.tulis(
            hasil=hasil, giliran=_giliran(jadwal), uraian=_uraian(penundaan), catatan=catatan
        ),
        tautan=_tautan(jadwal),
    )


def _kunci_jadwal(pk: int) -> Jadwal:
    terkunci = Jadwal.objects.select_for_update(of=("self",)).select_related("naskah")
    return terkunci.get(pk=pk)


def _kunci(pk: int) -> PenundaanJadwal:
    """The obligation first, as everywhere, then the request."""
    jadwal = _kunci_jadwal(PenundaanJadwal.objects.get(pk=pk).jadwal_id)
    terkunci = PenundaanJadwal.objects.select_for_update(of=("self",))
    penundaan = terkunci.select_related("diajukan_oleh").get(pk=pk)
    penundaan.jadwal = jadwal
    return penundaan


def pindah(
    aksi: Aksi,
    permintaan: PermintaanWaktu,
    *,
    tanggal: Putusan,
    oleh: Pengguna,
    catatan: str = "",
    **kolom: Any,
) -> None:
    """Ask the rules, and write only if nobody was faster; for any request of more time."""
    dari = Status(permintaan.status)
    wajib(
        periksa(
            dari,
            aksi,
            oleh_pengaju=oleh.pk == permintaan.diajukan_oleh_id,
            catatan=catatan,
            tanggal=tanggal,
        )
    )
    sama = type(permintaan)._base_manager.filter(pk=permintaan.pk, status=dari)
    if not sama.update(status=TRANSISI[dari, aksi], **kolom):
        raise AturanDilanggar(BERUBAH)


def putusan(oleh: Pengguna, catatan: str) -> dict[str, Any]:
    """The columns of a decision."""
    return {
        "diputuskan_oleh": oleh,
        "diputuskan_pada": timezone.now(),
        "catatan_putusan": catatan,
    }


def _tanggal(jadwal: Jadwal, sampai: date) -> Putusan:
    return periksa_tanggal(
        StatusJadwal(jadwal.status),
        jatuh_tempo=jadwal.jatuh_tempo,
        sampai=sampai,
        hari_ini=timezone.localdate(),
        berakhir=jadwal.naskah.hari_terakhir,
    )


def _giliran(jadwal: Jadwal) -> str:
    return f"{jadwal.get_jenis_display().lower()} {jadwal.naskah}"


def _uraian(penundaan: PenundaanJadwal) -> str:
    jadwal = penundaan.jadwal
    return (
        f"{jadwal.get_jenis_display()} giliran ke-{jadwal.ke} atas {jadwal.naskah.judul}, jatuh "
        f"tempo menurut aturan {tanggal_indonesia(penundaan.jatuh_tempo)}, diminta ditunda sampai "
        f"{tanggal_indonesia(penundaan.sampai)}."
    )


def _tautan(jadwal: Jadwal) -> str:
    return f"{reverse('pengawasan:jadwal-rincian', args=[jadwal.pk])}#penundaan"
