"""Accounts: given, invited, corrected, closed. Nobody signs up, and nobody is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from inti import audit, kabar
from inti.models import PemangkuJabatan, Pengguna
from inti.notifikasi import antrekan
from inti.putusan import tolak, wajib
from inti.services import surel_akun
from inti.services.akun_kembar import AkunSudahAdaError, nama_dipakai, periksa_kembar
from inti.services.kolom import isi_kolom, periksa_asal
from inti.services.sekali import pakai_kunci
from inti.services.sesi import akhiri_sesi

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.models import Jabatan, JejakAudit

__all__ = (
    "AkunSudahAdaError",
    "aktifkan",
    "buat",
    "keluarkan",
    "nonaktifkan",
    "pakai_tautan_sandi",
    "tautan_sandi",
    "ubah",
    "undang",
)


@transaction.atomic
def buat(
    data: dict[str, Any],
    *,
    jabatan: Jabatan | None = None,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> Pengguna:
    """An account without a password, and the invitation to make one.

    `jabatan` is a seat that many may hold, from today on; a single seat is given by appointment.
    Raises AkunSudahAdaError when the name or the address belongs to another account.
    """
    pakai_kunci(kunci, oleh=oleh)
    pengguna = Pengguna(**data)
    periksa_kembar(pengguna)
    pengguna.set_unusable_password()
    try:
        with transaction.atomic():
            pengguna.save(force_insert=True)
    except IntegrityError as error:
        raise nama_dipakai() from error
    if jabatan is not None:
        if jabatan.tunggal:
            wajib(tolak(f"{jabatan} diisi melalui pengangkatan pada halaman Tim Pengawasan."))
        PemangkuJabatan.objects.create(
            jabatan=jabatan, pengguna=pengguna, mulai=timezone.localdate()
        )
    sebagai = str(jabatan) if jabatan else ""
    jejak = audit.catat("akun.buat", pengguna, oleh=oleh, akun=pengguna.username, jabatan=sebagai)
    _undang(jejak, pengguna, sebagai)
    return pengguna


@transaction.atomic
def undang(pk: int, *, oleh: Pengguna) -> None:
    """Send the invitation again, to somebody who has not made a password yet."""
    pengguna = _kunci(pk)
    if pengguna.has_usable_password():
        wajib(
            tolak("Pemilik akun ini sudah membuat kata sandi; ia dapat memakai “Lupa kata sandi”.")
        )
    if not pengguna.is_active:
        wajib(tolak("Akun ini nonaktif; aktifkan lebih dahulu."))
    if not pengguna.email:
        wajib(tolak("Akun ini belum mempunyai alamat surel; isi lebih dahulu."))
    sebagai = ", ".join(k.sebutan for k in pengguna.kedudukan)
    _undang(audit.catat("akun.undang", pengguna, oleh=oleh), pengguna, sebagai)


@transaction.atomic
def ubah(
    pk: int, data: dict[str, Any], *, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> Pengguna:
    """Write the columns that are given and differ.

    Another address waits until its owner has proved it, see services/surel_akun.py; a name that
    changes is told to its owner. Raises AkunSudahAdaError.
    """
    pengguna = _kunci(pk)
    _tidak_dihapus(pengguna)
    periksa_asal(pengguna, data, asal)
    segera, alamat = surel_akun.pisahkan(pengguna, data)
    if alamat:
        surel_akun.minta(pengguna, alamat, oleh=oleh)
    beda = isi_kolom(pengguna, segera)
    if not beda:
        return pengguna
    periksa_kembar(pengguna)
    try:
        with transaction.atomic():
            pengguna.save(update_fields=[*beda])
    except IntegrityError as error:
        raise nama_dipakai() from error
    jejak = audit.catat("akun.ubah", pengguna, oleh=oleh, nilai=beda)
    if beda.keys() & {"email", "username"}:
        antrekan(
            jejak,
            kepada=[pengguna],
            pesan=kabar.AKUN_DIUBAH.tulis(oleh=oleh, pengguna=pengguna.username),
            tautan=reverse("mfa_index"),
        )
    return pengguna


@transaction.atomic
def nonaktifkan(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Close it: every session ends, and no seat gives a role any more. The trail stays."""
    pengguna = _kunci(pk)
    if pengguna == oleh:
        wajib(tolak("Akun sendiri dinonaktifkan oleh administrator lain."))
    if not Pengguna.objects.filter(pk=pk, is_active=True).update(is_active=False):
        wajib(tolak("Akun ini sudah nonaktif."))
    sesi = akhiri_sesi(pengguna)
    audit.catat("akun.nonaktifkan", pengguna, oleh=oleh, alasan=alasan, sesi=sesi)


@transaction.atomic
def aktifkan(pk: int, *, oleh: Pengguna) -> None:
    """Open it again. Raises AkunSudahAdaError when its address has another owner by now."""
    pengguna = _kunci(pk)
    _tidak_dihapus(pengguna)
    pengguna.is_active = True
    periksa_kembar(pengguna)
    if not Pengguna.objects.filter(pk=pk, is_active=False).update(is_active=True):
        wajib(tolak("Akun ini sudah aktif."))
    audit.catat("akun.aktifkan", pengguna, oleh=oleh)


@transaction.atomic
def keluarkan(pk: int, *, oleh: Pengguna) -> None:
    """End every session of the account."""
    pengguna = _kunci(pk)
    sesi = akhiri_sesi(pengguna)
    if not sesi:
        wajib(tolak("Akun ini tidak sedang masuk di perangkat mana pun."))
    audit.catat("akun.keluarkan", pengguna, oleh=oleh, sesi=sesi)


def tautan_sandi(pengguna: Pengguna) -> str:
    """The address at which this person makes a password: once, while it is young.

    It is made when the message is sent and is kept nowhere.
    """
    kunci = {
        "uidb36": user_pk_to_url_str(pengguna),
        "key": default_token_generator.make_token(pengguna),
    }
    return f"{settings.SITE_URL}{reverse('account_reset_password_from_key', kwargs=kunci)}"


def pakai_tautan_sandi(pengguna: Pengguna) -> bool:
    """Spend the link before its password is written. True for exactly one of those who hold it.

    A link is good for the password that was there when it was made.
    """
    semula = Pengguna.objects.filter(pk=pengguna.pk, password=pengguna.password)
    return bool(semula.update(password=make_password(None)))


def _kunci(pk: int) -> Pengguna:
    pengguna: Pengguna = Pengguna.objects.select_for_update(of=("self",)).get(pk=pk)
    return pengguna


def _tidak_dihapus(pengguna: Pengguna) -> None:
    """Nobody comes back into an account out of which its person was taken."""
    if pengguna.disamarkan_pada:
        wajib(tolak("Data orang pada akun ini sudah dihapus; buatkan akun baru."))


def _undang(jejak: JejakAudit, pengguna: Pengguna, sebagai: str) -> None:
    hari = settings.PASSWORD_RESET_TIMEOUT // (24 * 3600)
    antrekan(
        jejak,
        kepada=[pengguna],
        pesan=kabar.AKUN_DIBUAT.tulis(
            oleh=jejak.pelaku_nama,
            sebagai=f" sebagai {sebagai}" if sebagai else "",
            pengguna=pengguna.username,
            hari=hari,
        ),
        tautan=reverse("account_change_password"),
    )
