"""The files of the mitra's reports that are searched with their naskah."""

from __future__ import annotations

from django.db.models import F

from kerjasama.queries.berkas_dicari import SumberBerkas
from pelaporan.models import BerkasLaporan, LaporanMitra

# A draft is the mitra's own until it is submitted; only what went out is searched.
SUMBER = (
    SumberBerkas(
        "Laporan mitra",
        lambda: BerkasLaporan.objects.filter(putaran__gt=0),
        naskah="laporan__kewajiban__naskah",
        mitra=F("laporan__kewajiban__mitra"),
        jejak={LaporanMitra.objects.terkirim: "kewajiban__naskah"},
    ),
)
