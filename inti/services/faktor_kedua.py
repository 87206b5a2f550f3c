"""The second factor: who needs one, and taking it off for somebody who lost it."""

from __future__ import annotations

import time
from uuid import NAMESPACE_OID, uuid5

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.db import transaction
from django.urls import reverse

from inti import audit, kabar
from inti.enums import Peran
from inti.models import KunciFormulir, Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, tolak, wajib
from inti.services.sekali import pakai_kunci
from inti.services.sesi import akhiri_sesi

# Who decides, keeps the register or gives accounts.
WAJIB = frozenset({Peran.STAF, Peran.KETUA, Peran.WALIKOTA, Peran.ADMIN})
# Longer than a code is good, however the clocks differ.
LAMA_KODE = 5 * 60


def diwajibkan(pengguna: Pengguna) -> bool:
    """Whether a role of today asks for a second factor."""
    return bool(WAJIB & pengguna.peran)


def belum_dipasang(pengguna: Pengguna) -> bool:
    """Whether the person must have a second factor and has none."""
    return diwajibkan(pengguna) and not is_mfa_enabled(pengguna)


@transaction.atomic
def catat(aksi: str, *, oleh: Pengguna, **rinci: str) -> None:
    """A line for what a person did to their own (`faktor_kedua.pasang`, `.lepas`, …)."""
    audit.catat(aksi, oleh, oleh=oleh, **rinci)


def pakai_kode(pengguna: Pengguna, kode: str) -> bool:
    """Claim a code of the app for this use. True for exactly one caller while it is good.

    django-allauth remembers a code for half a minute in the cache of one process; with half a
    minute of tolerance the code is good for longer, and there may be several processes.
    """
    angka = "".join(kode.split())
    kini = int(time.time()) // LAMA_KODE
    baru, lalu = (
        uuid5(NAMESPACE_OID, f"totp:{pengguna.pk}:{angka}:{ke}") for ke in (kini, kini - 1)
    )
    if KunciFormulir.objects.filter(pengguna=pengguna, kunci=lalu).exists():
        return False
    try:
        pakai_kunci(baru, oleh=pengguna)
    except AturanDilanggar:
        return False
    return True


@transaction.atomic
def cabut(pk: int, *, alasan: str, oleh: Pengguna | None) -> None:
    """Take it off and end every session; its owner is told, and puts a new one on.

    `oleh=None` is whoever runs the server: where no administrator can sign in.
    """
    pengguna = Pengguna.objects.select_for_update(of=("self",)).get(pk=pk)
    if pengguna == oleh:
        wajib(tolak("Faktor kedua akun sendiri dicabut oleh administrator lain."))
    if not Authenticator.objects.filter(user=pengguna).delete()[0]:
        wajib(tolak("Akun ini belum memasang faktor kedua."))
    akhiri_sesi(pengguna)
    jejak = audit.catat("faktor_kedua.cabut", pengguna, oleh=oleh, alasan=alasan)
    antrekan(
        jejak,
        kepada=[pengguna],
        pesan=kabar.FAKTOR_DICABUT.tulis(oleh=oleh or "Pengelola server", alasan=alasan),
        tautan=reverse("mfa_index"),
    )
