"""The official documents of the scene."""

from datetime import time

from inti.models import KlasifikasiSurat
from pelaporan.enums import JenisDokumen
from pelaporan.services import dokumen
from tests.factories.pengawasan import KegiatanFactory, NomorSuratFactory, SuratTugasFactory


def tambah(adegan, naskah, isi):
    """An invitation that was issued, with its file."""
    kegiatan = KegiatanFactory(
        naskah=naskah, ditugaskan=True, waktu_rencana=time(9), tempat=f"Aula {isi}"
    )
    SuratTugasFactory(kegiatan=[kegiatan], anggota=[])
    staf = adegan.orang["staf"]
    undangan = dokumen.terbitkan(JenisDokumen.UNDANGAN, kegiatan.pk, oleh=staf)
    dokumen.kerjakan_antrean()
    adegan.alamat["pelaporan:keaslian-rincian"] = (undangan.kode,)
    for nama in ("rincian", "kemajuan", "unduh", "tandatangani"):
        adegan.alamat[f"pelaporan:dokumen-{nama}"] = (undangan.pk,)
    adegan.alamat["pelaporan:dokumen-terbitkan"] = ("daftar_hadir", kegiatan.pk)
    bebas = NomorSuratFactory(urut=9_999)
    adegan.alamat["pelaporan:surat-batal"] = (bebas.pk,)
    adegan.alamat["pelaporan:klasifikasi-ubah"] = (KlasifikasiSurat.objects.first().pk,)
    adegan.alamat["pelaporan:bukti-naskah"] = (naskah.pk,)
    adegan.kueri["pelaporan:rekap-baris"] = "?angka=naskah&masa=2024"
    adegan.alamat["pengawasan:kegiatan-kalender"] = (kegiatan.pk,)
