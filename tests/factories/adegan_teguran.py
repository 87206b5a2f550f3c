"""The scene of teguran and of work on a follow-up: a letter with its answer, progress, a date."""

from django.utils import timezone

from pengawasan.services import perkembangan, surat_teguran, tenggat_tindak_lanjut
from tests.factories.inti import BerkasFactory
from tests.factories.pengawasan import hari
from tests.factories.teguran import SuratTeguranFactory


def bangun(adegan, naskah, isi):
    """One case of the first tenant."""
    surat = SuratTeguranFactory(teguran__naskah=naskah, isi=f"Penuhi {isi}")
    jawaban = surat_teguran.jawab(surat.pk, teks=f"Jawab {isi}", oleh=adegan.orang["mitra"])
    berkas = jawaban.berkas.create(berkas=BerkasFactory(nama=f"{isi}-jawaban.pdf"))
    kasus = surat.teguran_id
    adegan.alamat["pengawasan:teguran-tambah"] = (naskah.pk,)
    for nama in ("rincian", "batal", "lanjut", "terbit"):
        adegan.alamat[f"pengawasan:teguran-{nama}"] = (kasus,)
    for nama in ("sampai", "jawab", "nilai", "surat-batal"):
        adegan.alamat[f"pengawasan:teguran-{nama}"] = (kasus, surat.pk)
    adegan.alamat["pengawasan:teguran-berkas"] = (kasus, berkas.pk)


def pekerjaan(adegan, butir, isi):
    """Progress with a file, and a later date that was asked for."""
    data = {"tanggal": timezone.localdate(), "uraian": f"Menyusun {isi}", "persen": 10}
    satu = perkembangan.catat(butir.pk, data, oleh=adegan.orang["pd"])
    berkas = satu.berkas.create(berkas=BerkasFactory(nama=f"{isi}-kemajuan.pdf"))
    minta = tenggat_tindak_lanjut.minta(
        butir.pk, tenggat=hari(200), alasan=f"Menunggu {isi}", oleh=adegan.orang["pd"]
    )
    for nama in ("buka", "perkembangan", "butir", "hasil", "teguran", "tenggat", "serah"):
        adegan.alamat[f"pengawasan:tindak-lanjut-{nama}"] = (butir.pk,)
    adegan.alamat["pengawasan:tindak-lanjut-berkas"] = (butir.pk, berkas.pk)
    adegan.alamat["pengawasan:tindak-lanjut-tenggat-putus"] = (butir.pk, minta.pk)
    adegan.alamat["pengawasan:rekomendasi-rincian"] = (butir.rekomendasi_id,)
