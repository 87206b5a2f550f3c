"""The days of the year: the night's jobs, then everybody does what the system asks of them."""

from collections import Counter
from datetime import datetime, time, timedelta

import time_machine
from django.utils import timezone

from inti.antrean import jalankan_antrean, jalankan_berkala
from inti.enums import Peran
from inti.models import Pengguna
from kerjasama.models import Impor, Naskah, Setoran
from pelaporan.models import KewajibanLaporan, Laporan, LaporanMitra, PerpanjanganBatas
from pelaporan.queries.beranda import PENYUSUN
from pengawasan.models import (
    BeritaAcara,
    Jadwal,
    Kebijakan,
    Kegiatan,
    KertasKerja,
    PenundaanJadwal,
    Rekomendasi,
    Teguran,
    TindakLanjut,
)
from tests.flows.tahun import bagian, mitra, perangkat_daerah, pimpinan, tim
from tests.flows.tahun.halaman import Orang
from tests.flows.tahun.watak import SABTU, hari_kerja

# What each kind of work on a first page is answered with; what is not here fails the year.
TANGGAPAN = {
    (Jadwal, "Rencanakan"): bagian.rencanakan,
    (BeritaAcara, "Verifikasi"): bagian.verifikasi,
    (LaporanMitra, "Tinjau"): bagian.tinjau,
    (TindakLanjut, "Periksa dan tutup"): bagian.tutup,
    (TindakLanjut, "Catat pengakhiran"): bagian.akhiri,
    (TindakLanjut, "Pilih mitra"): bagian.pilih_mitra,
    (Teguran, "Buka teguran"): bagian.tegur,
    (Setoran, "Konfirmasi"): bagian.konfirmasi,
    (Naskah, "Usulkan perpanjangan"): bagian.usulkan,
    (Laporan, "Perbaiki"): tim.perbaiki,
    (Kegiatan, "Isi matrik"): tim.isi_hasil,
    (Kegiatan, "Lengkapi dokumentasi"): tim.lengkapi,
    (Kegiatan, "Susun laporan"): tim.susun_laporan,
    (Kegiatan, "Lanjutkan laporan"): tim.susun_laporan,
    (Teguran, "Nilai jawaban"): tim.nilai_jawaban,
    (KertasKerja, "Isi kertas kerja"): tim.isi_kertas_kerja,
    (PerpanjanganBatas, "Putuskan"): bagian.putuskan_perpanjangan,
    (Laporan, "Baca dan putuskan"): pimpinan.putuskan_laporan,
    (PenundaanJadwal, "Putuskan"): pimpinan.putuskan_penundaan,
    (Rekomendasi, "Putuskan"): pimpinan.putuskan_rekomendasi,
    (LaporanMitra, "Baca"): pimpinan.baca,
    (Kebijakan, "Periksa dan terbitkan"): pimpinan.terbitkan_kebijakan,
    (Kegiatan, "Susun berita acara"): perangkat_daerah.susun_berita_acara,
    (BeritaAcara, "Perbaiki"): perangkat_daerah.perbaiki_berita_acara,
    (BeritaAcara, "Lanjutkan"): perangkat_daerah.perbaiki_berita_acara,
    (TindakLanjut, "Laporkan"): perangkat_daerah.laporkan,
    (KewajibanLaporan, "Isi laporan"): mitra.isi_laporan,
    (KewajibanLaporan, "Lanjutkan"): mitra.lanjutkan,
    (Teguran, "Jawab"): mitra.jawab_teguran,
    (Setoran, "Catat pembayaran"): mitra.bayar,
}
# The same words mean different work to the two who read them.
KEGIATAN = {
    (Peran.STAF, Kegiatan, "Buka kegiatan"): bagian.tugaskan,
    (Peran.TIM, Kegiatan, "Buka kegiatan"): tim.tunggu_pelaksanaan,
}
# On which days of the week each opens the first page.
HARI = {
    Peran.PD: (1, 3),
    Peran.MITRA: (1, 3),
    Peran.WALIKOTA: (2,),
    Peran.ADMIN: (0,),
    Peran.KETUA: (0, 2, 4),
    Peran.STAF: (0, 2, 4),
    Peran.TIM: (0, 2, 4),
}
# Not supervision: lists to be imported, accounts without a seat, money nobody has set or paid.
LAIN = {(Impor, "Tinjau"), (Pengguna, "Beri jabatan"), (Setoran, "Buka setoran")}


class Tahun:
    """The people of a city, played from one day to another."""

    def __init__(self, mulai):
        self.hari = mulai
        self.orang = []
        self.dikerjakan = Counter()

    def datang(self):
        """Everybody who has an account."""
        self.orang = [Orang(p) for p in Pengguna.objects.filter(is_active=True).order_by("pk")]

    def mainkan(self, sampai):
        """Until the evening of `sampai`."""
        while self.hari < sampai:
            self.hari += timedelta(days=1)
            with self.pada(1):
                jalankan_berkala()
                self.layani()
            if self.hari.weekday() < SABTU:
                with self.pada(9):
                    self.bekerja()
                    self.layani()

    def pada(self, jam):
        """The clock of everything stands at that hour of the day."""
        saat = timezone.make_aware(datetime.combine(self.hari, time(jam)))
        return time_machine.travel(saat, tick=False)

    def layani(self):
        """The runner, until nothing waits."""
        while jalankan_antrean():
            pass

    def bekerja(self):
        """Everybody in turn does what their first page asks of them on this day."""
        awal_bulan = self.hari == hari_kerja(self.hari.replace(day=1))
        for orang in self.orang:
            punya = orang.pengguna.peran
            peran = [p for p in PENYUSUN if p in punya and self.hari.weekday() in HARI[p]]
            if peran or awal_bulan:
                orang.masuk()
            if awal_bulan and Peran.STAF in orang.pengguna.peran:
                bagian.tegur_yang_diam(orang, self.hari)
            for satu in peran:
                self._kerjakan(orang, satu, PENYUSUN[satu])

    def _kerjakan(self, orang, peran, penyusun):
        for sumber in penyusun(orang.pengguna, self.hari)[1]:
            if sumber.ringkas:
                continue
            for baris in list(sumber.baris):
                tugas = sumber.tugas(baris)
                kunci = type(baris), tugas.tindakan
                if kunci not in LAIN:
                    tanggap = TANGGAPAN.get(kunci) or KEGIATAN[peran, *kunci]
                    tanggap(orang, baris, tugas, self.hari)
                    self.dikerjakan[f"{kunci[0].__name__}: {kunci[1]}"] += 1

    def belum_pernah(self, semua):
        """Kinds of work that the year never asked for."""
        return {f"{m.__name__}: {kata}" for m, kata in semua} - set(self.dikerjakan)
