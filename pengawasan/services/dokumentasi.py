"""Stating that every result of a kegiatan is there, and opening them again.

While it is stated the results are locked (`domain.kegiatan.periksa_hasil`), so nothing that was
there can be missing afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.notifikasi import antrekan
from inti.putusan import wajib
from pengawasan import kabar
from pengawasan.domain.dokumentasi import periksa as periksa_lengkap
from pengawasan.domain.kegiatan import TRANSISI, periksa
from pengawasan.enums import AksiKegiatan as Aksi
from pengawasan.enums import StatusKegiatan as Status
from pengawasan.models import Kegiatan
from pengawasan.queries.dokumentasi import hasil_kegiatan, menunggu_verifikasi
from pengawasan.services.kegiatan import tulis

if TYPE_CHECKING:
    from inti.models import Pengguna


@transaction.atomic
def dokumentasikan(pk: int, *, oleh: Pengguna) -> None:
    """DILAKSANAKAN → DIDOKUMENTASIKAN, when nothing is missing; from now on it is locked.

    Raises AturanDilanggar that names each missing result.
    """
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=pk)
    dari = Status(kegiatan.status)
    aksi = Aksi.DOKUMENTASIKAN
    wajib(periksa(dari, aksi, menunggu_verifikasi=menunggu_verifikasi(kegiatan)))
    wajib(periksa_lengkap(hasil_kegiatan(pk)))
    ke = TRANSISI[dari, aksi]
    kini = timezone.now()
    tulis(pk, dari, status=ke, didokumentasikan_oleh=oleh, didokumentasikan_pada=kini)
    audit.catat(f"kegiatan.{aksi}", kegiatan, oleh=oleh, dari=dari, ke=ke)


@transaction.atomic
def buka_dokumentasi(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """DIDOKUMENTASIKAN → DILAKSANAKAN, with the reason; whoever had stated it is told."""
    terkunci = Kegiatan.objects.select_for_update(of=("self",))
    kegiatan = terkunci.select_related("naskah", "didokumentasikan_oleh").get(pk=pk)
    dari = Status(kegiatan.status)
    aksi = Aksi.BUKA_DOKUMENTASI
    wajib(periksa(dari, aksi, alasan=alasan))
    ke = TRANSISI[dari, aksi]
    tulis(pk, dari, status=ke, didokumentasikan_oleh=None, didokumentasikan_pada=None)
    jejak = audit.catat(f"kegiatan.{aksi}", kegiatan, oleh=oleh, dari=dari, ke=ke, catatan=alasan)
    antrekan(
        jejak,
        kepada=[orang for orang in (kegiatan.didokumentasikan_oleh,) if orang],
        pesan=kabar.DOKUMENTASI_DIBUKA.tulis(
            kegiatan=kegiatan, judul=kegiatan.naskah.judul, alasan=alasan
        ),
        tautan=kegiatan.get_absolute_url(),
    )
