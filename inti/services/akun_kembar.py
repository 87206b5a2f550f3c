"""One name and one address for one account: either signs in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from inti.models import Pengguna
from inti.putusan import AturanDilanggar

if TYPE_CHECKING:
    from collections.abc import Iterable


class AkunSudahAdaError(AturanDilanggar):
    """The value of `isian` belongs to another account."""

    def __init__(self, isian: str, alasan: str) -> None:
        super().__init__(alasan)
        self.isian = isian


def periksa_kembar(pengguna: Pengguna) -> None:
    """Raises AkunSudahAdaError when the name or the address of this row is another's."""
    lain = Pengguna.objects.exclude(pk=pengguna.pk)
    masuk = {v for v in (pengguna.username, pengguna.email) if v}
    if lain.filter(_salah_satu("username", masuk)).exists():
        raise nama_dipakai()
    if lain.filter(_salah_satu("email", masuk), is_active=True).exists():
        raise alamat_dipakai()


def periksa_alamat(pengguna: Pengguna, surel: str) -> None:
    """The same for an address that is not yet this account's."""
    lain = Pengguna.objects.exclude(pk=pengguna.pk)
    if lain.filter(Q(username__iexact=surel) | Q(email__iexact=surel, is_active=True)).exists():
        raise alamat_dipakai()


def nama_dipakai() -> AkunSudahAdaError:
    """For the field of the name."""
    return AkunSudahAdaError("username", "Nama pengguna ini dipakai akun lain.")


def alamat_dipakai() -> AkunSudahAdaError:
    """For the field of the address."""
    return AkunSudahAdaError("email", "Alamat surel ini dipakai akun lain.")


def _salah_satu(kolom: str, nilai: Iterable[str]) -> Q:
    syarat = Q(pk__in=[])
    for satu in nilai:
        syarat |= Q(**{f"{kolom}__iexact": satu})
    return syarat
