"""Proposing an extension: an evaluasi is planned, or one that is planned is held for it too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from kerjasama.models import Naskah
from pengawasan.domain.perpanjangan import periksa_tanggal_usul, periksa_usul
from pengawasan.enums import JenisKegiatan, Metode, Sifat
from pengawasan.models import Kegiatan
from pengawasan.queries.perpanjangan import (
    BELUM_DIADAKAN,
    evaluasi_direncanakan,
    jadwal_evaluasi,
)
from pengawasan.services.kegiatan import rencanakan

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def usulkan(
    naskah_pk: int, usulan: dict[str, Any], *, oleh: Pengguna, kunci: UUID | None = None
) -> Kegiatan:
    """Plan the evaluasi akhir, or the one held together with drafting the extension.

    It meets the evaluasi that is owed, where one is; otherwise it is insidental with the reason
    and the requester in `usulan`. Either way it counts (Pasal 8 ayat (4)).
    """
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=naskah_pk)
    akhir, per = naskah.tanggal_berakhir, timezone.localdate()
    ada = evaluasi_direncanakan(naskah) is not None
    wajib(periksa_usul(berlaku=naskah.masih_berlaku, akhir=akhir, per=per, direncanakan=ada))
    if akhir is not None:
        wajib(periksa_tanggal_usul(usulan["tanggal_rencana"], akhir=akhir, per=per))
    data = usulan | {"naskah": naskah, "jenis": JenisKegiatan.EVALUASI, "metode": Metode.FGD}
    if jadwal := jadwal_evaluasi(naskah):
        data |= {"jadwal": jadwal, "sifat": Sifat.BERKALA, "alasan": "", "peminta": ""}
    else:
        data["sifat"] = Sifat.INSIDENTAL
    return rencanakan(data, oleh=oleh, kunci=kunci)


@transaction.atomic
def gabungkan(kegiatan_pk: int, *, oleh: Pengguna) -> Kegiatan:
    """An evaluasi that is planned is held together with drafting the extension as well."""
    kegiatan = Kegiatan.objects.select_related("naskah").get(pk=kegiatan_pk)
    digabung = Kegiatan.objects.filter(
        pk=kegiatan_pk,
        jenis=JenisKegiatan.EVALUASI,
        status__in=BELUM_DIADAKAN,
        bersama_perpanjangan=False,
    ).update(bersama_perpanjangan=True)
    if not digabung:
        raise AturanDilanggar("Hanya evaluasi yang belum diadakan yang dapat digabungkan.")
    audit.catat("evaluasi.gabungkan_perpanjangan", kegiatan, oleh=oleh)
    return kegiatan
