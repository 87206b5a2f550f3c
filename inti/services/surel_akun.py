"""A new address of an account: it becomes the account's when its owner proves it, not before.

Until then mail, signing in and single sign-on know the old one alone.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from inti import audit, kabar
from inti.enums import JenisSurelAkun, StatusKirim
from inti.models import Pengguna, SurelAkun
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, tolak, wajib
from inti.services.akun_kembar import AkunSudahAdaError, periksa_alamat
from inti.services.kiriman import kerjakan, kuras_kiriman, surel, tandai

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.core.mail import EmailMultiAlternatives

# What is done with is kept a day; what nobody proves is called off after thirty.
DISIMPAN, DITUNGGU = timedelta(days=1), timedelta(days=30)
BENTUK = re.compile(r"(?P<nomor>[0-9]{1,15}):[0-9A-Za-z]{1,12}:[0-9A-Za-z_-]{1,100}", re.ASCII)
NAMA_TERPANJANG = 150


class TautanTidakBerlaku(AturanDilanggar):
    """Never made, too old, used, replaced or called off; which of them, is not said."""

    def __init__(self) -> None:
        super().__init__("Tautan ini sudah dipakai, diganti, dibatalkan, atau kedaluwarsa.")


def pisahkan(pengguna: Pengguna, data: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """What may be written at once, and the address that must be proved first ("": none).

    The address of an invitation that nobody ever took up was never proved: it is corrected at
    once, and the invitation goes again.
    """
    baru = data.get("email") or pengguna.email
    if baru == pengguna.email or not (pengguna.has_usable_password() or pengguna.last_login):
        return dict(data), ""
    sisa = {nama: nilai for nama, nilai in data.items() if nama != "email"}
    if sisa.get("username", "").lower() == baru.lower():
        # The address is to be the name as well: the proved one for now, see `buktikan`.
        sisa["username"] = pengguna.email or pengguna.username
    return sisa, baru


def minta(pengguna: Pengguna, alamat: str, *, oleh: Pengguna) -> None:
    """Ask for the proof, in the caller's transaction and under its lock on the account.

    An address that waited before is given up. Raises AkunSudahAdaError.
    """
    periksa_alamat(pengguna, alamat)
    _tutup(pengguna)
    SurelAkun.objects.create(pengguna=pengguna, jenis=JenisSurelAkun.BUKTI, surel=alamat)
    nilai = {"email": [pengguna.email, alamat]}
    jejak = audit.catat("akun.minta_surel", pengguna, oleh=oleh, nilai=nilai)
    antrekan(
        jejak,
        kepada=[pengguna],
        pesan=kabar.SUREL_AKAN_DIGANTI.tulis(oleh=oleh),
        tautan=reverse("mfa_index"),
    )


@transaction.atomic
def kirim_ulang(pk: int, *, oleh: Pengguna) -> None:
    """A new link to the address that waits; the one before is good no more."""
    pengguna = _kunci(pk)
    if not pengguna.is_active:
        wajib(tolak("Akun ini nonaktif; aktifkan lebih dahulu."))
    alamat = _tutup(pengguna)
    if not alamat:
        wajib(tolak("Tidak ada alamat surel yang menunggu dibuktikan."))
    SurelAkun.objects.create(pengguna=pengguna, jenis=JenisSurelAkun.BUKTI, surel=alamat)
    audit.catat("akun.kirim_ulang_surel", pengguna, oleh=oleh)


@transaction.atomic
def batalkan(pk: int, *, oleh: Pengguna | None) -> None:
    """Call the change off; the address stays as it is."""
    pengguna = _kunci(pk)
    alamat = _tutup(pengguna)
    if not alamat:
        wajib(tolak("Tidak ada alamat surel yang menunggu dibuktikan."))
    audit.catat("akun.batalkan_surel", pengguna, oleh=oleh, surel=alamat)


def baca(tautan: str) -> SurelAkun | None:
    """The address that this link proves; None when it proves nothing (any more)."""
    cocok = BENTUK.fullmatch(tautan)
    calon = SurelAkun.objects.menunggu().filter(pengguna__is_active=True)
    satu = calon.filter(pk=cocok["nomor"]).first() if cocok else None
    if satu is None:
        return None
    try:
        _penanda(satu).unsign(tautan, max_age=settings.PASSWORD_RESET_TIMEOUT)
    except BadSignature:
        return None
    return satu


@transaction.atomic
def buktikan(tautan: str) -> Pengguna:
    """The address becomes the account's; the one before is told, and a name that was it follows.

    Once. Raises TautanTidakBerlaku, or AturanDilanggar when the address became another's.
    """
    satu = baca(tautan)
    if satu is None:
        raise TautanTidakBerlaku
    pengguna = _kunci(satu.pengguna_id)
    # All that wait for this address, so that two accounts cannot both get it.
    sama = SurelAkun.objects.menunggu().filter(surel__iexact=satu.surel).order_by("pk")
    if satu not in list(sama.select_for_update()) or not pengguna.is_active:
        raise TautanTidakBerlaku
    lama, nama_lama = pengguna.email, pengguna.username
    _tutup(pengguna)
    _pasang(pengguna, satu.surel)
    nilai = {"email": [lama, pengguna.email]}
    if pengguna.username != nama_lama:
        nilai["username"] = [nama_lama, pengguna.username]
    # By nobody who has signed in: whoever reads that mail box.
    jejak = audit.catat("akun.ganti_surel", pengguna, oleh=None, nilai=nilai)
    if lama:
        SurelAkun.objects.create(
            pengguna=pengguna,
            jenis=JenisSurelAkun.KABAR,
            surel=lama,
            ditutup_pada=timezone.now(),
        )
    antrekan(
        jejak,
        kepada=[pengguna],
        pesan=kabar.SUREL_DIGANTI.tulis(surel=pengguna.email, pengguna=pengguna.username),
        tautan=reverse("mfa_index"),
    )
    return pengguna


def tautan_bukti(satu: SurelAkun) -> str:
    """Where its owner proves this address: once, while it is young; kept nowhere."""
    tautan = _penanda(satu).sign(str(satu.pk))
    return f"{settings.SITE_URL}{reverse('surel-bukti', args=[tautan])}"


def kirim_antrean(limit: int = 100) -> int:
    """Mail what is due; each row has one taker. Returns how many were taken."""
    return kuras_kiriman(SurelAkun.objects.siap_kirim(timezone.now()), kirim, limit=limit)


def kirim(pk: int) -> bool | None:
    """One message; a link that proves nothing by now is not sent.

    Answers as `notifikasi.kirim`.
    """
    satu = SurelAkun.objects.select_related("pengguna").get(pk=pk)
    bukti = satu.jenis == JenisSurelAkun.BUKTI
    if bukti and (satu.ditutup_pada or not satu.pengguna.is_active):
        tandai(satu, StatusKirim.TANPA_SUREL)
        return None
    pesan = _bukti if bukti else _kabar
    return kerjakan(satu, lambda: pesan(satu).send())


def bersihkan(*, uji_coba: bool) -> int:
    """What is done with, and addresses that nobody has proved in thirty days."""
    now = timezone.now()
    terkirim = ~Q(jenis=JenisSurelAkun.KABAR, status__in=(StatusKirim.ANTRE, StatusKirim.MENGIRIM))
    selesai = SurelAkun.objects.filter(terkirim, ditutup_pada__lt=now - DISIMPAN)
    lama = SurelAkun.objects.menunggu().filter(dibuat_pada__lt=now - DITUNGGU)
    if uji_coba:
        return selesai.count() + lama.count()
    milik = list(lama.values_list("pengguna_id", flat=True))
    for pk in milik:
        with suppress(AturanDilanggar):  # proved or called off just now
            batalkan(pk, oleh=None)
    return selesai.delete()[0] + len(milik)


def _pasang(pengguna: Pengguna, alamat: str) -> None:
    lama = pengguna.email
    pengguna.email = alamat
    if lama and pengguna.username.lower() == lama.lower() and len(alamat) <= NAMA_TERPANJANG:
        pengguna.username = alamat
    try:
        periksa_alamat(pengguna, alamat)
        with transaction.atomic():
            pengguna.save(update_fields=["email", "username"])
    except (AkunSudahAdaError, IntegrityError) as error:
        # Nobody has signed in here: no word of other accounts.
        msg = "Alamat surel ini tidak dapat dipakai. Hubungi administrator."
        raise AturanDilanggar(msg) from error
    # django-allauth may have noted the old one as a way in.
    EmailAddress.objects.filter(user=pengguna).delete()


def _tutup(pengguna: Pengguna) -> str:
    """Close the one that waits; its address, or ""."""
    satu = SurelAkun.objects.menunggu().filter(pengguna=pengguna).first()
    if satu is None:
        return ""
    SurelAkun.objects.filter(pk=satu.pk).update(ditutup_pada=timezone.now())
    return satu.surel


def _penanda(satu: SurelAkun) -> TimestampSigner:
    """Tied to the address: not even the same number proves another one."""
    return TimestampSigner(salt=f"inti.surel_akun:{satu.surel}")


def _bukti(satu: SurelAkun) -> EmailMultiAlternatives:
    return surel(
        "bukti_surel",
        {
            "pemilik": satu.pengguna,
            "tautan": tautan_bukti(satu),
            "hari": settings.PASSWORD_RESET_TIMEOUT // (24 * 3600),
        },
        subjek="Buktikan alamat surel Anda untuk Pengawasan Kerja Sama",
        kepada=satu.surel,
        kunci=f"surel-akun:{satu.pk}",
    )


def _kabar(satu: SurelAkun) -> EmailMultiAlternatives:
    return surel(
        "surel_diganti",
        {"pemilik": satu.pengguna},
        subjek="Alamat surel akun Anda di Pengawasan Kerja Sama sudah diganti",
        kepada=satu.surel,
        kunci=f"surel-akun:{satu.pk}",
    )


def _kunci(pk: int) -> Pengguna:
    pengguna: Pengguna = Pengguna.objects.select_for_update(of=("self",)).get(pk=pk)
    return pengguna
