"""One claimed row that makes a PDF: whatever goes wrong stays with it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from pelaporan.pdf import GagalRenderError
from pelaporan.queries.lampiran import BerkasTidakUtuhError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pelaporan.models.klaim import PekerjaanBerkas

logger = logging.getLogger(__name__)
PERCOBAAN_TERBANYAK = 3
TERHENTI = "Penyusunan PDF berkali-kali terhenti di tengah jalan. Hubungi administrator."
TAK_TERSIMPAN = "Berkas tidak dapat dibaca atau disimpan; periksa ruang penyimpanan server."
TAK_TERDUGA = "Penyusunan PDF gagal karena kesalahan aplikasi; rinciannya ada di catatan server."


def coba(satu: PekerjaanBerkas, kerja: Callable[[], None], gagal: Callable[[str], None]) -> None:
    """Do the work; a failure is told to `gagal` as a sentence for the user.

    The rest of the queue goes on.
    """
    if satu.percobaan > PERCOBAAN_TERBANYAK:
        # Every attempt so far took its worker with it and could not report why.
        gagal(TERHENTI)
        return
    nama = satu._meta.verbose_name
    try:
        kerja()
    except (GagalRenderError, BerkasTidakUtuhError) as error:
        gagal(str(error))
    except OSError:
        logger.exception("%s %s: berkas tidak terbaca atau tersimpan", nama, satu.pk)
        gagal(TAK_TERSIMPAN)
    except Exception:
        logger.exception("%s %s gagal", nama, satu.pk)
        gagal(TAK_TERDUGA)
