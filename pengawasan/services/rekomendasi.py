"""Deciding recommendations: the chair, and for huruf f and h the head of government."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from pengawasan.domain.rekomendasi import TRANSISI, periksa, sesudah
from pengawasan.enums import AksiRekomendasi as Aksi
from pengawasan.enums import JenisLangkah, JenisRekomendasi
from pengawasan.enums import StatusRekomendasi as Status
from pengawasan.models import Kegiatan, Rekomendasi
from pengawasan.services import rantai, tindak_lanjut

if TYPE_CHECKING:
    from inti.models import Pengguna


@transaction.atomic
def ajukan_semua(kegiatan_pk: int, *, oleh: Pengguna) -> int:
    """Put every undecided recommendation before the chair; returns how many.

    What was approved in an earlier round stays as it was. Raises AturanDilanggar when there is
    nothing to put forward.
    """
    kegiatan = Kegiatan.objects.get(pk=kegiatan_pk)
    terbuka = Rekomendasi.objects.milik(kegiatan).filter(
        status__in=(Status.SARAN, Status.DIKEMBALIKAN)
    )
    kunci = list(terbuka.values_list("pk", flat=True))
    if not kunci:
        msg = "Tidak ada rekomendasi yang perlu diajukan."
        raise AturanDilanggar(msg)
    Rekomendasi.objects.filter(pk__in=kunci).update(
        status=Status.DIAJUKAN, diputuskan_oleh=None, diputuskan_pada=None
    )
    rantai.catat(kunci, JenisLangkah.AJUKAN, oleh=oleh)
    audit.catat("rekomendasi.ajukan", kegiatan, oleh=oleh, rekomendasi=kunci)
    return len(kunci)


@transaction.atomic
def tarik_semua(kegiatan_pk: int, *, oleh: Pengguna, catatan: str) -> int:
    """Take back what the chair has not decided: its report was revoked. Returns how many.

    It can be mended like what was returned, without a decision of the chair on it.
    """
    kegiatan = Kegiatan.objects.get(pk=kegiatan_pk)
    menunggu = Rekomendasi.objects.milik(kegiatan).filter(status=Status.DIAJUKAN)
    kunci = list(menunggu.values_list("pk", flat=True))
    if not kunci:
        return 0
    wajib(periksa(Status.DIAJUKAN, Aksi.TARIK, catatan=catatan))
    ke = TRANSISI[Status.DIAJUKAN, Aksi.TARIK]
    Rekomendasi.objects.filter(pk__in=kunci).update(status=ke, catatan_ketua="")
    rantai.catat(kunci, JenisLangkah.TARIK, oleh=oleh, catatan=catatan)
    audit.catat("rekomendasi.tarik", kegiatan, oleh=oleh, rekomendasi=kunci, catatan=catatan)
    return len(kunci)


@transaction.atomic
def setujui(pk: int, *, oleh: Pengguna, catatan: str = "") -> Rekomendasi:
    """The chair approves; the follow-up is born, except for huruf f and h."""
    rekomendasi = _putuskan(Aksi.SETUJUI, pk, oleh=oleh, catatan=catatan)
    if rekomendasi.status == Status.DISETUJUI:
        tindak_lanjut.terbitkan(rekomendasi, oleh=oleh)
    return rekomendasi


@transaction.atomic
def kembalikan(pk: int, *, oleh: Pengguna, catatan: str) -> Rekomendasi:
    """The chair returns one recommendation with a note."""
    return _putuskan(Aksi.KEMBALIKAN, pk, oleh=oleh, catatan=catatan)


@transaction.atomic
def putuskan_walikota(pk: int, *, setuju: bool, oleh: Pengguna, catatan: str = "") -> Rekomendasi:
    """The head of government decides huruf f or h."""
    aksi = Aksi.SETUJUI_WALIKOTA if setuju else Aksi.TOLAK_WALIKOTA
    rekomendasi = _tulis(
        aksi,
        pk,
        oleh=oleh,
        catatan=catatan,
        catatan_walikota=catatan,
        walikota_oleh=oleh,
        walikota_pada=timezone.now(),
    )
    if setuju:
        tindak_lanjut.terbitkan(rekomendasi, oleh=oleh)
    return rekomendasi


def _putuskan(aksi: Aksi, pk: int, *, oleh: Pengguna, catatan: str) -> Rekomendasi:
    return _tulis(
        aksi,
        pk,
        oleh=oleh,
        catatan=catatan,
        catatan_ketua=catatan,
        diputuskan_oleh=oleh,
        diputuskan_pada=timezone.now(),
    )


def _tulis(aksi: Aksi, pk: int, *, oleh: Pengguna, catatan: str, **kolom: Any) -> Rekomendasi:
    """Lock, ask the rules, write only if nobody was faster, record."""
    rekomendasi = Rekomendasi.objects.select_for_update(of=("self",)).get(pk=pk)
    dari = Status(rekomendasi.status)
    wajib(periksa(dari, aksi, catatan=catatan))
    ke = sesudah(dari, aksi, JenisRekomendasi(rekomendasi.jenis))
    if not Rekomendasi.objects.filter(pk=pk, status=dari).update(status=ke, **kolom):
        msg = "Rekomendasi ini baru saja diputuskan orang lain. Muat ulang halaman."
        raise AturanDilanggar(msg)
    rekomendasi.refresh_from_db()
    rantai.catat([pk], JenisLangkah(aksi.value), oleh=oleh, catatan=catatan)
    audit.catat(f"rekomendasi.{aksi}", rekomendasi, oleh=oleh, dari=dari, ke=ke, catatan=catatan)
    return rekomendasi
