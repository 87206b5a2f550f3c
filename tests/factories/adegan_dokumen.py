"""The official documents of the scene."""

from datetime import time

from pelaporan.enums import JenisDokumen
from pelaporan.services import dokumen
from tests.factories.pengawasan import KegiatanFactory, SuratTugasFactory


def tambah(adegan, naskah, isi):
    """An invitation that was issued, with its file."""
    kegiatan = KegiatanFactory(
        naskah=naskah, ditugaskan=True, waktu_rencana=time(9), tempat=f"Aula {isi}"
    )
    SuratTugasFactory(kegiatan=[kegiatan], anggota=[])
    staf = adegan.orang["staf"]
    undangan = dokumen.terbitkan(JenisDokumen.UNDANGAN, kegiatan.pk, oleh=staf)
    dokumen.kerjakan_antrean()
    for nama in ("rincian", "kemajuan", "unduh"):
        adegan.alamat[f"pelaporan:dokumen-{nama}"] = (undangan.pk,)
    adegan.alamat["pelaporan:dokumen-terbitkan"] = ("daftar_hadir", kegiatan.pk)
    adegan.alamat["pengawasan:kegiatan-kalender"] = (kegiatan.pk,)
