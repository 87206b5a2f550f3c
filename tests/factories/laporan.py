"""An evaluasi or pemantauan with everything that its report needs."""

from inti.models import Pengguna
from pelaporan.models import Laporan
from pelaporan.services import bundel
from pelaporan.services import laporan as services
from pengawasan.models import Rekomendasi
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    KebijakanFactory,
    KegiatanFactory,
    MatrikFactory,
    NotulensiFactory,
    siapkan_surat,
)


def kegiatan_lengkap(*, evaluasi=True, baris=2, naskah=None, berita_acara=None):
    """A kegiatan whose report would pass the gate; `berita_acara` are columns of that."""
    PemerintahFactory()
    KebijakanFactory()
    siapkan_surat()
    naskah = naskah or NaskahFactory()
    LaporanMitraFactory(kewajiban=KewajibanLaporanFactory(naskah=naskah), disampaikan=True)
    kegiatan = KegiatanFactory(
        naskah=naskah,
        evaluasi=evaluasi,
        didokumentasikan=True,
        alasan_tanpa_tinjau="Sudah ditinjau.",
        hasil_wawancara="Pengelola diwawancarai.",
    )
    if evaluasi:
        isi = {"jenis": "rapat"} | (berita_acara or {})
        HadirinFactory(rapat__kegiatan=kegiatan)
        NotulensiFactory(rapat__kegiatan=kegiatan)
        MatrikFactory(kegiatan=kegiatan, baris=baris)
    else:
        isi = {"jenis": "tinjau_lokasi"} | (berita_acara or {})
    BeritaAcaraFactory(kegiatan=kegiatan, diverifikasi=True, **isi)
    return kegiatan


def laporan_draf(**pilihan) -> Laporan:
    """Written by someone of the team, not yet sent."""
    return services.susun(kegiatan_lengkap(**pilihan).pk, oleh=PenggunaFactory(tim=True))


def laporan_terkirim(**pilihan) -> Laporan:
    """Sent, with its bundle ready."""
    laporan = laporan_draf(**pilihan)
    services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    bundel.kerjakan_antrean()
    laporan.refresh_from_db()
    return laporan


def ketua() -> Pengguna:
    """Who holds the chair's seat."""
    return Pengguna.objects.get(pemangku__jabatan__kode="sekda")


def menunggu(laporan) -> list[Rekomendasi]:
    """The recommendations before the chair, in the order of the matrix."""
    return list(Rekomendasi.objects.milik(laporan.kegiatan).filter(status="diajukan"))


def sha256_bundel(laporan) -> str:
    """The hash of the newest bundle; empty until it is made."""
    berkas = laporan.bundel.latest("versi").berkas
    return berkas.sha256 if berkas else ""
