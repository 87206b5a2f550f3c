"""What the page of one obligation, and of the supervision of one naskah, shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from inti.formats import tanggal_indonesia
from pengawasan.domain.jadwal import periksa_tutup
from pengawasan.domain.tempo import perlu_evaluasi_akhir
from pengawasan.enums import StatusJadwal, StatusKegiatan
from pengawasan.queries.fakta import fakta_naskah, kebijakan_siklus, peristiwa_naskah

if TYPE_CHECKING:
    from inti.putusan import Putusan
    from kerjasama.models import Naskah
    from pengawasan.models import Jadwal


def boleh_ditutup(jadwal: Jadwal, *, alasan: str) -> Putusan:
    """Whether the state allows closing it undone."""
    fakta = fakta_naskah(jadwal.naskah)
    return periksa_tutup(
        StatusJadwal(jadwal.status),
        berakhir=fakta.tanggal_berakhir if fakta else None,
        hari_ini=timezone.localdate(),
        berkegiatan=any(k.status != StatusKegiatan.DIBATALKAN for k in jadwal.kegiatan.all()),
        alasan=alasan,
    )


def usul_evaluasi_akhir(naskah: Naskah) -> str:
    """The sentence that proposes an evaluasi before the naskah ends; empty when none is due."""
    fakta, per = fakta_naskah(naskah), timezone.localdate()
    if fakta is None or fakta.tanggal_berakhir is None:
        return ""
    if not perlu_evaluasi_akhir(fakta, peristiwa_naskah(naskah), kebijakan_siklus(), per=per):
        return ""
    return (
        f"Naskah ini berakhir {tanggal_indonesia(fakta.tanggal_berakhir)}: rencanakan evaluasi "
        "akhir, atau evaluasi bersamaan dengan penyusunan perpanjangan (Pasal 8 ayat (4))."
    )
