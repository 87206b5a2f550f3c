"""A person's data: held for a proceeding, or erased by taking the person out of the account."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.data_pribadi import tugas_terbuka
from inti.models import (
    JejakAudit,
    PemangkuJabatan,
    Pengguna,
    PilihanPesan,
    RiwayatSandi,
    SurelAkun,
)
from inti.putusan import BOLEH, Putusan, tolak, wajib
from inti.services.sesi import akhiri_sesi

if TYPE_CHECKING:
    from datetime import datetime

    from inti.data_pribadi import TugasTerbuka

TUTUP = "akun.nonaktifkan"


@transaction.atomic
def tahan(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Nothing of this person is erased until it is released: an inspection, a case in court."""
    pengguna = _kunci(pk)
    if not Pengguna.objects.filter(pk=pk, penahanan="").update(penahanan=alasan[:300]):
        wajib(tolak("Data akun ini sudah ditahan."))
    audit.catat("data_pribadi.tahan", pengguna, oleh=oleh, alasan=alasan)


@transaction.atomic
def lepaskan(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """The proceeding is over."""
    pengguna = _kunci(pk)
    if not Pengguna.objects.filter(pk=pk).exclude(penahanan="").update(penahanan=""):
        wajib(tolak("Data akun ini tidak sedang ditahan."))
    audit.catat(
        "data_pribadi.lepas_tahanan", pengguna, oleh=oleh, alasan=alasan, semula=pengguna.penahanan
    )


@transaction.atomic
def samarkan(pk: int, *, alasan: str, oleh: Pengguna | None) -> None:
    """Take the person out of the account: no name, number or address is left on it.

    The trail and documents that were issued stay as they are. `oleh=None` is the night, when the
    time that settings.RETENSI_AKUN_HARI gives has passed.
    """
    pengguna = _kunci(pk)
    wajib(boleh_samarkan(pengguna, oleh=oleh))
    pengguna.nama, pengguna.username = f"Pengguna {pk} (data dihapus)", f"dihapus-{pk}"
    pengguna.nip = pengguna.telepon = pengguna.email = ""
    pengguna.set_unusable_password()
    pengguna.sandi_diubah_pada, pengguna.disamarkan_pada = None, timezone.now()
    pengguna.save()
    akhiri_sesi(pengguna)
    for model in (Authenticator, EmailAddress):
        model.objects.filter(user=pengguna).delete()
    for milik in (RiwayatSandi, PilihanPesan, SurelAkun):
        milik.objects.filter(pengguna=pengguna).delete()
    hari_ini = timezone.localdate()
    PemangkuJabatan.objects.berlaku_pada(hari_ini).filter(pengguna=pengguna).update(
        selesai=hari_ini
    )
    audit.catat("data_pribadi.samarkan", pengguna, oleh=oleh, alasan=alasan)


def boleh_samarkan(
    pengguna: Pengguna, *, oleh: Pengguna | None, tugas: list[TugasTerbuka] | None = None
) -> Putusan:
    """Two people: who closed the account is not who erases it. Nothing open, nothing held.

    `tugas` is what is open, where it was asked already.
    """
    if pengguna.disamarkan_pada:
        return tolak("Data akun ini sudah dihapus.")
    if pengguna.is_active:
        return tolak("Nonaktifkan akunnya lebih dahulu.")
    if pengguna.penahanan:
        return tolak(f"Data akun ini ditahan: {pengguna.penahanan}")
    if tugas := tugas_terbuka(pengguna) if tugas is None else tugas:
        return tolak(f"Masih atas namanya: {'; '.join(satu.apa for satu in tugas)}.")
    penutup = JejakAudit.objects.tentang(pengguna).filter(aksi=TUTUP).first()
    if oleh and penutup and penutup.pelaku_id == oleh.pk:
        return tolak("Yang menonaktifkan akun ini tidak menghapus datanya; mintalah yang lain.")
    return BOLEH


def lewat_masa(*, uji_coba: bool) -> int:
    """Accounts that were closed longer ago than settings.RETENSI_AKUN_HARI; zero: none ever.

    What is held, or has something open, stays and is looked at again the next night.
    """
    if not settings.RETENSI_AKUN_HARI:
        return 0
    batas = timezone.now() - timedelta(days=settings.RETENSI_AKUN_HARI)
    tertutup = Pengguna.objects.filter(is_active=False, disamarkan_pada=None, penahanan="")
    selesai = 0
    for pengguna in tertutup:
        if _ditutup_sebelum(pengguna, batas) and boleh_samarkan(pengguna, oleh=None):
            selesai += 1
            if not uji_coba:
                alasan = f"Ditutup lebih dari {settings.RETENSI_AKUN_HARI} hari."
                samarkan(pengguna.pk, alasan=alasan, oleh=None)
    return selesai


def _ditutup_sebelum(pengguna: Pengguna, batas: datetime) -> bool:
    penutup = JejakAudit.objects.tentang(pengguna).filter(aksi=TUTUP).first()
    return penutup is not None and penutup.waktu < batas


def _kunci(pk: int) -> Pengguna:
    pengguna: Pengguna = Pengguna.objects.select_for_update(of=("self",)).get(pk=pk)
    return pengguna
