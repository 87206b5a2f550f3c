"""One of everything that stands in the calendar, of one naskah."""

from datetime import time

from pengawasan.enums import StatusSuratTeguran
from tests.factories.kerjasama import ButirFactory, LampiranFactory, NaskahFactory, SetoranFactory
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import JadwalFactory, KegiatanFactory, RapatFactory, hari
from tests.factories.teguran import SuratTeguranFactory


def satu_setiap_jenis(naskah=None, pada=None):
    """Nine rows, one of each kind but the follow-up, on one day; returns the naskah."""
    pada = pada or hari(10)
    naskah = naskah or NaskahFactory()
    naskah.tanggal_berakhir = pada
    naskah.save()
    JadwalFactory(naskah=naskah, jatuh_tempo=pada)
    JadwalFactory(naskah=naskah, ke=2, jatuh_tempo=hari(500), tanggal_rencana=pada)
    kegiatan = KegiatanFactory(naskah=naskah, tanggal_rencana=pada, waktu_rencana=time(9))
    RapatFactory(kegiatan=kegiatan, tanggal=pada, mulai=time(9))
    KewajibanLaporanFactory(naskah=naskah, jatuh_tempo=pada, batas=pada)
    butir = ButirFactory(naskah=naskah, sifat_uang="setoran", jumlah=1, tenggat=pada)
    SetoranFactory(butir=butir, jatuh_tempo=pada)
    SuratTeguranFactory(
        teguran__naskah=naskah, batas_jawaban=pada, status=StatusSuratTeguran.TERBIT
    )
    LampiranFactory(naskah=naskah, berlaku_mulai=hari(-300), berlaku_sampai=pada)
    return naskah
