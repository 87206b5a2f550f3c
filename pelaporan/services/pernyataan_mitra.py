"""Handing a submitted round on to the ledger of hak dan kewajiban, as the mitra's statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kerjasama.domain.pernyataan import DariLaporan
from kerjasama.services import pernyataan
from pelaporan.domain.pernyataan import kewajiban, uang
from pelaporan.queries.formulir import definisi

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pelaporan.models import LaporanMitra, PutaranLaporan


def teruskan(laporan: LaporanMitra, putaran: PutaranLaporan, *, oleh: Pengguna) -> None:
    """Runs inside the caller's transaction; the same round is taken in once."""
    duty, bentuk = laporan.kewajiban, definisi(laporan.formulir)
    terkirim = laporan.berkas.filter(putaran=putaran.ke).values_list("berkas__nama", "berkas")
    pernyataan.terima_laporan(
        duty.naskah,
        duty.mitra,
        DariLaporan(
            kunci=f"laporan-mitra:{laporan.pk}:{putaran.ke}",
            sumber=f"{duty.sebutan}, putaran {putaran.ke} ({putaran.nomor})",
            tanggal=timezone.localdate(putaran.disampaikan_pada),
            kewajiban=kewajiban(bentuk, laporan.isi, dict(terkirim)),
            uang=uang(bentuk, laporan.isi),
        ),
        oleh=oleh,
    )
