"""Which page each address of the interface for programs mirrors; nothing left out.

Whoever may open the page may read the address, and nobody else: the statuses are those of
`permissions_matrix.py`. None is for what every token may read.
"""

SENDIRI = {"api:saya": None, "api:skema": None}
TABEL = """
api:pesan-daftar                pesan-daftar
api:jejak-daftar                jejak-daftar
api:naskah-daftar               kerjasama:naskah-daftar
api:naskah-rincian              kerjasama:naskah-rincian
api:naskah-kewajiban            kerjasama:kewajiban-rincian
api:naskah-lampiran             kerjasama:naskah-lampiran
api:butir-rincian               kerjasama:butir-rincian
api:mitra-daftar                kerjasama:mitra-daftar
api:mitra-rincian               kerjasama:mitra-rincian
api:perangkat-daerah-daftar     kerjasama:perangkat-daerah-daftar
api:perangkat-daerah-rincian    kerjasama:perangkat-daerah-rincian
api:setoran-daftar              kerjasama:setoran-daftar
api:setoran-rincian             kerjasama:setoran-rincian
api:jadwal-daftar               pengawasan:jadwal-daftar
api:jadwal-rincian              pengawasan:jadwal-rincian
api:penundaan-daftar            pengawasan:penundaan-daftar
api:kegiatan-daftar             pengawasan:kegiatan-daftar
api:kegiatan-rincian            pengawasan:kegiatan-rincian
api:kegiatan-matrik             pengawasan:matrik-rincian
api:rekomendasi-rincian         pengawasan:rekomendasi-rincian
api:berita-acara-daftar         pengawasan:kegiatan-daftar
api:berita-acara-rincian        pengawasan:berita-acara-rincian
api:rapat-daftar                pengawasan:rapat-daftar
api:rapat-rincian               pengawasan:rapat-rincian
api:surat-tugas-daftar          pengawasan:surat-tugas-daftar
api:surat-tugas-rincian         pengawasan:surat-tugas-rincian
api:pengendalian-daftar         pengawasan:pengendalian-daftar
api:pengendalian-rincian        pengawasan:pengendalian-rincian
api:kertas-kerja-daftar         pengawasan:kertas-kerja-daftar
api:tindak-lanjut-daftar        pengawasan:tindak-lanjut-daftar
api:tindak-lanjut-rincian       pengawasan:tindak-lanjut-rincian
api:teguran-daftar              pengawasan:teguran-daftar
api:teguran-rincian             pengawasan:teguran-rincian
api:pembinaan-daftar            pengawasan:pembinaan-daftar
api:pembinaan-rincian           pengawasan:pembinaan-rincian
api:keputusan-tim-daftar        pengawasan:keputusan-tim-daftar
api:keputusan-tim-rincian       pengawasan:keputusan-tim-rincian
api:kebijakan-daftar            pengawasan:kebijakan-daftar
api:kebijakan-rincian           pengawasan:kebijakan-rincian
api:laporan-daftar              pelaporan:laporan-daftar
api:laporan-rincian             pelaporan:laporan-rincian
api:laporan-mitra-daftar        pelaporan:laporan-mitra-daftar
api:laporan-mitra-belum         pelaporan:laporan-mitra-belum
api:laporan-mitra-rincian       pelaporan:laporan-mitra-rincian
api:permintaan-laporan-daftar   pelaporan:permintaan-laporan-daftar
api:permintaan-laporan-rincian  pelaporan:permintaan-laporan-rincian
api:perpanjangan-daftar         pelaporan:perpanjangan-daftar
api:perpanjangan-rincian        pelaporan:perpanjangan-rincian
api:surat-daftar                pelaporan:surat-daftar
api:dokumen-daftar              pelaporan:dokumen-daftar
api:portal-kewajiban            pelaporan:portal-daftar
api:portal-riwayat              pelaporan:portal-riwayat
api:portal-laporan              pelaporan:portal-laporan
"""
BACA = SENDIRI | dict(baris.split() for baris in TABEL.strip().splitlines())

# Operations that write, and the page that does the same: whoever may there, may here.
TULIS_TABEL = """
api:naskah-dokumen        POST   kerjasama:naskah-dokumen
api:berita-acara-tambah   POST   pengawasan:berita-acara-tambah
api:berita-acara-rincian  PUT    pengawasan:berita-acara-ubah
api:berita-acara-ajukan   POST   pengawasan:berita-acara-ajukan
api:portal-mulai          POST   pelaporan:portal-mulai
api:portal-laporan        PATCH  pelaporan:portal-simpan
api:portal-unggah         POST   pelaporan:portal-unggah
api:portal-sampaikan      POST   pelaporan:portal-sampaikan
"""
TULIS = {
    (nama, cara): halaman
    for nama, cara, halaman in (b.split() for b in TULIS_TABEL.strip().splitlines())
}
BERKAS = {"api:naskah-dokumen", "api:portal-unggah"}
