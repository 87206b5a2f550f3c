"""Who may use the kernel's own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.roles import Kemampuan, putuskan

if TYPE_CHECKING:
    from inti.models import Pengguna
    from inti.putusan import Putusan


def boleh(pengguna: Pengguna, kemampuan: Kemampuan) -> Putusan:
    """Whether one of the person's roles gives the capability."""
    return putuskan(pengguna.peran, kemampuan)


def boleh_mengelola_akun(pengguna: Pengguna) -> Putusan:
    """Give, correct and close accounts: the administrator."""
    return boleh(pengguna, Kemampuan.KELOLA_AKUN)


def boleh_mengelola_karantina(pengguna: Pengguna) -> Putusan:
    """See, keep and delete what the scanner refused: the administrator."""
    return boleh(pengguna, Kemampuan.KELOLA_KARANTINA)


def boleh_melihat_berkas_rusak(pengguna: Pengguna) -> Putusan:
    """Which stored files are damaged: who also sees what else failed."""
    return boleh(pengguna, Kemampuan.ULANGI_PEKERJAAN)


def boleh_melihat_jejak(pengguna: Pengguna) -> Putusan:
    """Whether the audit trail of an object may be shown."""
    return boleh(pengguna, Kemampuan.LIHAT_JEJAK)
