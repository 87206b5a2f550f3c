"""The only door through which a version of the policy is written, tried out and published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_unggahan
from inti.services.kolom import periksa_asal
from inti.services.sekali import pakai_kunci
from pengawasan import kabar
from pengawasan.domain.kebijakan import TRANSISI, periksa
from pengawasan.enums import AksiKebijakan as Aksi
from pengawasan.enums import StatusKebijakan as Status
from pengawasan.models import Kebijakan, SimulasiKebijakan
from pengawasan.queries.kebijakan import boleh_diterbitkan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.unggahan import Diperiksa

BERUBAH = "Kebijakan ini baru saja berubah. Muat ulang halaman."
VERSI_TERPAKAI = "Sudah ada kebijakan dengan nama versi itu."
SEDANG_DIHITUNG = "Simulasi versi ini sedang dihitung."
MULAI_TERPAKAI = "Sudah ada versi terbit yang berlaku mulai hari itu. Pilih tanggal lain."


@transaction.atomic
def susun(
    data: dict[str, Any],
    *,
    berkas: Diperiksa | None = None,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> Kebijakan:
    """Begin a draft; nothing is governed by it."""
    pakai_kunci(kunci, oleh=oleh)
    kebijakan = Kebijakan(**data, disusun_oleh=oleh)
    if berkas is not None:
        kebijakan.berkas = simpan_unggahan(berkas, oleh=oleh)
    try:
        with transaction.atomic():
            kebijakan.save(force_insert=True)
    except IntegrityError as error:
        raise AturanDilanggar(VERSI_TERPAKAI) from error
    audit.catat("kebijakan.susun", kebijakan, oleh=oleh, berlaku_mulai=kebijakan.berlaku_mulai)
    return kebijakan


@transaction.atomic
def ubah(
    pk: int,
    data: dict[str, Any],
    *,
    asal: Mapping[str, str] | None = None,
    berkas: Diperiksa | None = None,
    oleh: Pengguna,
) -> None:
    """Change a draft; what was tried out before is out of date.

    `asal` is what the page showed of these columns and of the file; raises KolomBerubah where
    another value is stored by now.
    """
    kebijakan = _kunci(pk, Aksi.UBAH)
    periksa_asal(kebijakan, [*data, "berkas"], asal)
    beda = {
        nama: [getattr(kebijakan, nama), isi]
        for nama, isi in data.items()
        if getattr(kebijakan, nama) != isi
    }
    kolom = dict(data)
    if berkas is not None:
        kolom["berkas"] = simpan_unggahan(berkas, oleh=oleh)
        beda["berkas"] = [kebijakan.berkas_id, kolom["berkas"].pk]
    sama = Kebijakan.objects.filter(pk=pk, status=Status.DRAF, revisi=kebijakan.revisi)
    try:
        with transaction.atomic():
            ditulis = sama.update(**kolom, revisi=F("revisi") + 1)
    except IntegrityError as error:
        raise AturanDilanggar(VERSI_TERPAKAI) from error
    if not ditulis:
        raise AturanDilanggar(BERUBAH)
    audit.catat("kebijakan.ubah", kebijakan, oleh=oleh, beda=beda)


@transaction.atomic
def hapus(pk: int, *, oleh: Pengguna) -> None:
    """Throw a draft away; its lines in the trail stay."""
    kebijakan = _kunci(pk, Aksi.HAPUS)
    if not Kebijakan.objects.filter(pk=pk, status=Status.DRAF, revisi=kebijakan.revisi).exists():
        raise AturanDilanggar(BERUBAH)
    audit.catat("kebijakan.hapus", kebijakan, oleh=oleh, versi=kebijakan.versi)
    kebijakan.delete()


@transaction.atomic
def simulasikan(pk: int, *, oleh: Pengguna) -> SimulasiKebijakan:
    """Ask what the draft would move; the runner works it out naskah by naskah."""
    kebijakan = _kunci(pk, Aksi.SIMULASIKAN)
    try:
        with transaction.atomic():
            simulasi = SimulasiKebijakan.objects.create(
                kebijakan=kebijakan,
                revisi=kebijakan.revisi,
                per=timezone.localdate(),
                diminta_oleh=oleh,
            )
    except IntegrityError as error:
        raise AturanDilanggar(SEDANG_DIHITUNG) from error
    audit.catat("kebijakan.simulasikan", kebijakan, oleh=oleh, revisi=kebijakan.revisi)
    return simulasi


@transaction.atomic
def terbitkan(pk: int, *, oleh: Pengguna) -> None:
    """Put it into force from its day; the runner then plans every naskah anew.

    No plan is touched here: each knows up to which version it was made, and the runner finds
    those that do not know this one.
    """
    kebijakan = _kunci(pk, Aksi.TERBITKAN)
    wajib(boleh_diterbitkan(kebijakan, oleh))
    draf = Kebijakan.objects.filter(pk=pk, status=Status.DRAF, revisi=kebijakan.revisi)
    try:
        with transaction.atomic():
            ditulis = draf.update(
                status=TRANSISI[Status.DRAF, Aksi.TERBITKAN],
                diterbitkan_oleh=oleh,
                diterbitkan_pada=timezone.now(),
            )
    except IntegrityError as error:
        raise AturanDilanggar(MULAI_TERPAKAI) from error
    if not ditulis:
        raise AturanDilanggar(BERUBAH)
    jejak = audit.catat(
        "kebijakan.terbitkan", kebijakan, oleh=oleh, berlaku_mulai=kebijakan.berlaku_mulai
    )
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=timezone.localdate()),
        pesan=kabar.KEBIJAKAN_TERBIT.tulis(
            kebijakan=kebijakan,
            dasar=kebijakan.dasar,
            nomor=kebijakan.nomor_keputusan,
            tentang=kebijakan.tentang,
            tanggal=tanggal_indonesia(kebijakan.berlaku_mulai),
        ),
        tautan=kebijakan.get_absolute_url(),
    )


def _kunci(pk: int, aksi: Aksi) -> Kebijakan:
    """The published versions too: two that are published at once must see each other."""
    semua = Kebijakan.objects.select_for_update(of=("self",))
    if aksi == Aksi.TERBITKAN:
        list(semua.order_by("pk").values_list("pk", flat=True))
    kebijakan = semua.get(pk=pk)
    wajib(periksa(Status(kebijakan.status), aksi))
    return kebijakan
