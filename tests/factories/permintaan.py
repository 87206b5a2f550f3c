"""A report that was asked for besides the periodic ones."""

from pelaporan.services import permintaan_laporan as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import hari


def diminta(naskah=None, **kolom):
    """A request to every mitra of a naskah, through its service."""
    naskah = naskah or NaskahFactory()
    dasar = {
        "mitra": [p.mitra_id for p in naskah.pihak.all()],
        "perihal": "Keadaan stok",
        "alasan": "Ada keluhan warga.",
        "batas": hari(10),
        "oleh": kolom.pop("oleh", None) or PenggunaFactory(staf=True),
    }
    return services.minta(naskah.pk, **(dasar | kolom))
