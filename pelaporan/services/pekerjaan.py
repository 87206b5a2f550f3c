"""One claimed row that makes a file: whatever goes wrong stays with it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol, TypeVar

from django.db import transaction
from django.utils import timezone

from inti.antrean import kuras
from inti.models.klaim import ANTRE, PERCOBAAN_TERBANYAK
from inti.pango import pango_ada
from inti.services.berkas import simpan
from inti.unggahan import PDF
from pelaporan.models.klaim import PekerjaanBerkas
from pelaporan.pdf import GagalRenderError
from pelaporan.queries.lampiran import BerkasTidakUtuhError

if TYPE_CHECKING:
    from collections.abc import Callable

    from inti.models import Berkas
    from pelaporan.models.klaim import PekerjaanQuerySet
    from pelaporan.pdf import HasilPdf

P = TypeVar("P", bound=PekerjaanBerkas)
logger = logging.getLogger(__name__)
TERHENTI = "Penyusunan berkali-kali terhenti di tengah jalan. Hubungi administrator."
TAK_TERSIMPAN = "Berkas tidak dapat dibaca atau disimpan; periksa ruang penyimpanan server."
TAK_TERDUGA = "Penyusunan gagal karena kesalahan aplikasi; rinciannya ada di catatan server."


class Gagal(Protocol):
    """Notes why; `tetap` means that no further attempt would mend it."""

    def __call__(self, sebab: str, *, tetap: bool = False) -> object: ...


def coba(satu: PekerjaanBerkas, kerja: Callable[[], None], gagal: Gagal) -> None:
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
        gagal(str(error), tetap=error.tetap)
    except OSError:
        logger.exception("%s %s: berkas tidak terbaca atau tersimpan", nama, satu.pk)
        gagal(TAK_TERSIMPAN)
    except Exception:
        logger.exception("%s %s gagal", nama, satu.pk)
        gagal(TAK_TERDUGA)


def kuras_pdf(antrean: PekerjaanQuerySet[P], kerjakan: Callable[[int], None], *, limit: int) -> int:
    """Make what waits, each row once and by one taker. Without Pango the rows wait."""
    if not pango_ada():
        antrean.filter(status=ANTRE).update(langkah="Menunggu pustaka Pango dipasang di server")
        return 0
    return kuras(antrean.siap_dikerjakan(timezone.now()), kerjakan, limit=limit)


def simpan_pdf(
    antrean: PekerjaanQuerySet[P], satu: P, hasil: HasilPdf, *, nama: str, siap: str
) -> Berkas | None:
    """Store the bytes once, in the caller's transaction; `siap` is the status of a made row.

    Whoever lost the claim meanwhile writes nothing and gets None.
    """
    berkas = simpan(hasil.isi, nama=nama, tipe=PDF, oleh=None)
    tertulis = antrean.dipegang(satu).update(
        status=siap,
        persen=100,
        langkah="Siap",
        berkas=berkas,
        halaman=hasil.halaman,
        selesai_pada=timezone.now(),
        kesalahan="",
    )
    if tertulis:
        return berkas
    transaction.set_rollback(True)
    return None
