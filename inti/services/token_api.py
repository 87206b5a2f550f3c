"""Giving out, opening and revoking the tokens of programs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from inti import audit, kabar
from inti.models import TokenApi
from inti.models.token_api import AWALAN, sidik_token, token_baru
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar
from inti.services.sekali import pakai_kunci

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna

TERBANYAK = 20
SELANG_CATAT = timedelta(hours=1)


@transaction.atomic
def terbitkan(
    *, nama: str, cakupan: str, hari: int, oleh: Pengguna, kunci: UUID | None = None
) -> str:
    """The token, told now and never again.

    Raises AturanDilanggar for a form sent twice, and for whoever has too many already.
    """
    pakai_kunci(kunci, oleh=oleh)
    kini = timezone.now()
    if TokenApi.objects.milik(oleh).berlaku_pada(kini).count() >= TERBANYAK:
        msg = f"Paling banyak {TERBANYAK} token; cabut yang tidak dipakai lagi."
        raise AturanDilanggar(msg)
    token = token_baru()
    satu = TokenApi.objects.create(
        pengguna=oleh,
        nama=nama,
        cakupan=cakupan,
        sidik=sidik_token(token),
        sidik_sandi=oleh.get_session_auth_hash(),
        dibuat_pada=kini,
        berakhir_pada=kini + timedelta(days=hari),
    )
    audit.catat("token_api.terbitkan", satu, oleh=oleh, cakupan=cakupan, hari=hari)
    return token


def buka(token: str) -> TokenApi | None:
    """The token, if it works, with its owner; its use is noted once an hour."""
    if not token.startswith(AWALAN):
        return None
    kini = timezone.now()
    hidup = TokenApi.objects.berlaku_pada(kini).select_related("pengguna")
    satu = hidup.filter(sidik=sidik_token(token)).first()
    if satu is None or not satu.sandi_tetap:
        return None
    lama = Q(dipakai_pada=None) | Q(dipakai_pada__lt=kini - SELANG_CATAT)
    if satu.dipakai_pada is None or satu.dipakai_pada < kini - SELANG_CATAT:
        TokenApi.objects.filter(lama, pk=satu.pk).update(dipakai_pada=kini)
    return satu


@transaction.atomic
def cabut(pk: int, *, oleh: Pengguna) -> None:
    """It opens nothing any more; whose it is hears of it when somebody else did it.

    Raises AturanDilanggar when it was revoked already.
    """
    satu = TokenApi.objects.select_related("pengguna").get(pk=pk)
    hidup = TokenApi.objects.filter(pk=pk, dicabut_pada=None)
    if hidup.update(dicabut_pada=timezone.now(), dicabut_oleh=oleh) != 1:
        raise AturanDilanggar("Token ini sudah dicabut.")
    jejak = audit.catat("token_api.cabut", satu, oleh=oleh, pemilik=str(satu.pengguna))
    if satu.pengguna != oleh:
        antrekan(
            jejak,
            kepada=[satu.pengguna],
            pesan=kabar.TOKEN_DICABUT.tulis(oleh=oleh, token=satu.nama),
            tautan=reverse("token-daftar"),
        )
