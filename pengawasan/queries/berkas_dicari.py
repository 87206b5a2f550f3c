"""The files of the supervision that are searched with their naskah."""

from __future__ import annotations

from django.db.models import F

from kerjasama.queries.berkas_dicari import SumberBerkas
from pengawasan.models import (
    BerkasJawaban,
    BerkasPerkembangan,
    BuktiTindakLanjut,
    Pengendalian,
    Teguran,
    TindakLanjut,
)

SUMBER = (
    SumberBerkas(
        "Bukti tindak lanjut",
        BuktiTindakLanjut.objects.all,
        naskah="tindak_lanjut__naskah",
        dalam=True,
        jejak={TindakLanjut.objects.all: "naskah"},
    ),
    SumberBerkas(
        "Perkembangan tindak lanjut",
        BerkasPerkembangan.objects.all,
        naskah="perkembangan__tindak_lanjut__naskah",
        dalam=True,
    ),
    SumberBerkas(
        "Pengendalian",
        lambda: Pengendalian.objects.filter(berkas__isnull=False),
        dalam=True,
        jejak={Pengendalian.objects.all: "naskah"},
    ),
    SumberBerkas(
        "Jawaban teguran",
        BerkasJawaban.objects.all,
        naskah="jawaban__surat__teguran__naskah",
        mitra=F("jawaban__surat__teguran__mitra"),
        jejak={Teguran.objects.all: "naskah"},
    ),
)
