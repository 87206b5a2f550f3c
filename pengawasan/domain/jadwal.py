"""What may become of an obligation besides being met: closed with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import StatusJadwal as Status

if TYPE_CHECKING:
    from datetime import date


def periksa_tutup(
    status: Status, *, berakhir: date | None, hari_ini: date, berkegiatan: bool, alasan: str
) -> Putusan:
    """Whether it may be closed undone: only what a naskah that has ended still owes.

    While it is in force the cycle hangs on what is owed. `berkegiatan`: an event is under way.
    """
    if status != Status.TERBUKA:
        return tolak("Hanya jadwal yang terbuka yang dapat ditutup.")
    if berakhir is None or hari_ini <= berakhir:
        return tolak("Naskah masih berlaku; jadwalnya dilaksanakan atau ditunda, tidak ditutup.")
    if berkegiatan:
        return tolak("Jadwal ini mempunyai kegiatan; selesaikan atau batalkan dahulu.")
    if not alasan.strip():
        return tolak("Penutupan wajib disertai alasan.")
    return BOLEH
