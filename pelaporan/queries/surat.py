"""The letter register, each number with the page of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelaporan.models import Dokumen, Laporan
from pengawasan.models import BeritaAcara, SuratTugas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import NomorSurat, Pengguna


def beralamat(nomor: Sequence[NomorSurat], pengguna: Pengguna) -> list[tuple[NomorSurat, str]]:
    """Each number with the address of the document that bears it, if the person may see it."""
    kunci = [n.pk for n in nomor]
    sumber: tuple[Any, ...] = (SuratTugas, BeritaAcara, Laporan)
    alamat = {
        objek.nomor_id: objek.get_absolute_url()
        for model in sumber
        for objek in model.objects.terlihat_oleh(pengguna).filter(nomor__in=kunci)
    }
    # Whoever may read the register may open an invitation that stands in it.
    dokumen = Dokumen.objects.filter(nomor__in=kunci)
    alamat |= {satu.nomor_id: satu.get_absolute_url() for satu in dokumen}
    return [(n, alamat.get(n.pk, "")) for n in nomor]
