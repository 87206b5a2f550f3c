"""The first administrator of an installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.models import Jabatan, PemangkuJabatan, Pengguna

if TYPE_CHECKING:
    from datetime import date

KURSI = "administrator"


@transaction.atomic
def buat(username: str, *, nama: str, surel: str, hari_ini: date | None = None) -> Pengguna:
    """An account without a password, in the administrator's seat from today on.

    Raises ValidationError while there is an administrator: the next one is his to appoint.
    """
    hari_ini = hari_ini or timezone.localdate()
    if ada := Pengguna.objects.berperan(Peran.ADMIN, pada=hari_ini).first():
        raise ValidationError(
            f"Sudah ada administrator: {ada.username}. Akun berikutnya dibuat olehnya."
        )
    kursi = Jabatan.objects.filter(kode=KURSI).first()
    if kursi is None:
        raise ValidationError("Data rujukan belum dimuat. Jalankan: manage.py isi_rujukan")
    pengguna = Pengguna(username=username, nama=nama, email=surel)
    pengguna.set_unusable_password()
    pengguna.full_clean()
    pengguna.save()
    PemangkuJabatan.objects.create(jabatan=kursi, pengguna=pengguna, mulai=hari_ini)
    audit.catat("akun.buat", pengguna, oleh=None, jabatan=KURSI)
    return pengguna


def tautan_sandi(pengguna: Pengguna) -> str:
    """An address at which the person sets a password; void once that is done."""
    kunci = default_token_generator.make_token(pengguna)
    jalur = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(pengguna), "key": kunci},
    )
    return f"{settings.SITE_URL}{jalur}"
