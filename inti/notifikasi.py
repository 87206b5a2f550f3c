"""Queueing notices: rows beside the change they tell of, mailed later by the runner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils import timezone

from inti.enums import JenisPesan, StatusKirim
from inti.models import KirimanWebhook, Notifikasi, PilihanPesan

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from inti.models import JejakAudit, Pengguna
    from inti.pesan import Pesan


@dataclass(frozen=True)
class Surat:
    """What one person is told. `tautan` is a path inside the site; the mail adds SITE_URL."""

    kepada: Pengguna
    pesan: Pesan
    tautan: str = ""


def antrekan(
    jejak: JejakAudit,
    *,
    kepada: Iterable[Pengguna],
    pesan: Pesan,
    tautan: str = "",
    jenis: JenisPesan = JenisPesan.RESMI,
) -> None:
    """One notice per active person, at most one per audit line.

    Whoever made the change is not told of it. Without a kind nobody can mute it.
    """
    antrekan_semua(jejak, [Surat(satu, pesan, tautan) for satu in kepada], jenis=jenis)


def antrekan_semua(
    jejak: JejakAudit, surat: Iterable[Surat], *, jenis: JenisPesan = JenisPesan.RESMI
) -> None:
    """The same where each is told something else; as many statements for many as for one."""
    orang = {s.kepada.pk: s for s in surat if s.kepada.is_active and s.kepada.pk != jejak.pelaku_id}
    if not orang:
        return
    # Only of those who did not bring it along.
    prefetch_related_objects([s.kepada for s in orang.values()], "pilihan_pesan")
    baku, now = PilihanPesan(), timezone.now()
    pilihan = {pk: getattr(s.kepada, "pilihan_pesan", baku) for pk, s in orang.items()}
    # Said again of the same line, it is not said twice.
    Notifikasi.objects.bulk_create(
        [_baris(jejak, s, pilihan[pk], jenis, now) for pk, s in orang.items()],
        ignore_conflicts=True,
    )
    if settings.WEBHOOK_URL:
        _antrekan_webhook(jejak, [pk for pk, satu in pilihan.items() if satu.webhook])


def _baris(
    jejak: JejakAudit, surat: Surat, pilihan: PilihanPesan, jenis: JenisPesan, now: datetime
) -> Notifikasi:
    status = StatusKirim.ANTRE if pilihan.disurelkan(jenis) else StatusKirim.DIBISUKAN
    return Notifikasi(
        jejak=jejak,
        kepada=surat.kepada,
        jenis=jenis,
        subjek=surat.pesan.subjek[:200],
        isi=surat.pesan.isi,
        tautan=surat.tautan,
        status=status if surat.kepada.email else StatusKirim.TANPA_SUREL,
        tunda_sampai=pilihan.tunda_sampai(jenis, now),
    )


def _antrekan_webhook(jejak: JejakAudit, orang: list[int]) -> None:
    baru = Notifikasi.objects.filter(jejak=jejak, kepada__in=orang, kiriman_webhook=None)
    KirimanWebhook.objects.bulk_create(
        [KirimanWebhook(notifikasi=satu, tunda_sampai=satu.tunda_sampai) for satu in baru],
        ignore_conflicts=True,
    )
