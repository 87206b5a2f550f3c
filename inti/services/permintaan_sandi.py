"""“Lupa kata sandi”: the page notes the address and nothing else; the runner sends the link."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from inti.enums import StatusKirim
from inti.models import Pengguna, PermintaanSandi
from inti.services.akun import tautan_sandi
from inti.services.kiriman import kerjakan, kuras_kiriman, surel, tandai

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives

DISIMPAN = timedelta(days=1)


def minta(alamat: str) -> None:
    """Note it. The same work for every address, whoever's it is."""
    PermintaanSandi.objects.create(surel=alamat)


def kirim_antrean(limit: int = 100) -> int:
    """Send what is due; each row has one taker. Returns how many were taken."""
    return kuras_kiriman(PermintaanSandi.objects.siap_kirim(timezone.now()), kirim, limit=limit)


def kirim(pk: int) -> bool | None:
    """One request: a link to the open account with this address, if there is one.

    Answers as `notifikasi.kirim`.
    """
    permintaan = PermintaanSandi.objects.get(pk=pk)
    pemilik = Pengguna.objects.filter(is_active=True, email__iexact=permintaan.surel).first()
    if pemilik is None:
        tandai(permintaan, StatusKirim.TANPA_SUREL)
        return None
    return kerjakan(permintaan, lambda: _pesan(permintaan, pemilik).send())


def bersihkan(*, uji_coba: bool) -> int:
    """Requests of more than a day ago, whatever became of them."""
    lama = PermintaanSandi.objects.filter(diminta_pada__lt=timezone.now() - DISIMPAN)
    return lama.count() if uji_coba else lama.delete()[0]


def _pesan(permintaan: PermintaanSandi, pemilik: Pengguna) -> EmailMultiAlternatives:
    return surel(
        "permintaan_sandi",
        {
            "pemilik": pemilik,
            "tautan": tautan_sandi(pemilik),
            "hari": settings.PASSWORD_RESET_TIMEOUT // (24 * 3600),
        },
        subjek="Kata sandi baru untuk Pengawasan Kerja Sama",
        kepada=pemilik.email,
        kunci=f"permintaan-sandi:{permintaan.pk}",
    )
