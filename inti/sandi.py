"""Passwords as Peraturan BSSN 4/2021 asks for them: composition, a last day, no early return.

Only with SANDI_MODE=bssn. ASVS 6.2.5 and 6.2.10 forbid both; docs/keamanan.md says why.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from inti.models import RiwayatSandi

if TYPE_CHECKING:
    from inti.models import Pengguna

BSSN = "bssn"
SUSUNAN = (
    ("huruf besar", str.isupper),
    ("huruf kecil", str.islower),
    ("angka", str.isdigit),
    ("tanda baca", lambda huruf: not huruf.isalnum() and not huruf.isspace()),
)
PETUNJUK = "Memuat huruf besar, huruf kecil, angka, dan tanda baca."


class BSSNValidator:
    """Asks for nothing outside that mode."""

    def validate(self, password: str, user: Pengguna | None = None) -> None:
        """Raises ValidationError with what is missing, or for a password used not long ago."""
        if settings.SANDI_MODE != BSSN:
            return
        kurang = [nama for nama, ada in SUSUNAN if not any(map(ada, password))]
        if kurang:
            raise ValidationError(f"Kata sandi harus memuat {', '.join(kurang)}.")
        if user is not None and user.pk and _pernah(password, user):
            raise ValidationError(
                f"Kata sandi ini sama dengan salah satu dari {settings.SANDI_RIWAYAT} terakhir."
            )

    def password_changed(self, password: str, user: Pengguna | None = None) -> None:
        """Remember its hash, and only as many as are asked for."""
        if settings.SANDI_MODE != BSSN or user is None or not settings.SANDI_RIWAYAT:
            return
        RiwayatSandi.objects.create(pengguna=user, sandi=user.password)
        semua = RiwayatSandi.objects.filter(pengguna=user).order_by("-pk")
        disimpan = list(semua.values_list("pk", flat=True)[: settings.SANDI_RIWAYAT])
        semua.exclude(pk__in=disimpan).delete()

    def get_help_text(self) -> str:
        """What to type."""
        return PETUNJUK if settings.SANDI_MODE == BSSN else ""


def lewat_umur(pengguna: Pengguna) -> bool:
    """Whether the password is past its last day; who has none has none to change."""
    if settings.SANDI_MODE != BSSN or not settings.SANDI_UMUR_HARI:
        return False
    sejak = pengguna.sandi_diubah_pada or pengguna.date_joined
    batas = timezone.now() - timedelta(days=settings.SANDI_UMUR_HARI)
    return pengguna.has_usable_password() and sejak < batas


def _pernah(password: str, user: Pengguna) -> bool:
    lama = RiwayatSandi.objects.filter(pengguna=user).order_by("-pk")
    sidik = lama.values_list("sandi", flat=True)[: settings.SANDI_RIWAYAT]
    return any(check_password(password, satu) for satu in [user.password, *sidik])
