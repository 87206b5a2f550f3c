"""What each address answers to each role: one line per URL name, nothing left out.

GET: the status of the page. POST: 405 stands for those who may use the address (their GET is
answered so, their POST is acted on); for all others it is what their POST is answered. The
columns are those of ORANG; `pd` and `mitra` are of the naskah in question, `pd_lain` and
`mitra_lain` of another one. 302 for anon leads to the sign-in page.
"""

ORANG = (
    "anon",
    "admin",
    "staf",
    "tim",
    "pd",
    "pd_lain",
    "mitra",
    "mitra_lain",
    "ketua",
    "walikota",
)

TABEL = """
beranda                                  GET  302  200  200  200  200  200  200  200  200  200
account_login                            GET  200  302  302  302  302  302  302  302  302  302
account_logout                           GET  302  200  200  200  200  200  200  200  200  200
account_inactive                         GET  200  200  200  200  200  200  200  200  200  200
account_change_password                  GET  302  200  200  200  200  200  200  200  200  200
account_set_password                     GET  302  302  302  302  302  302  302  302  302  302
account_reset_password                   GET  200  200  200  200  200  200  200  200  200  200
account_reset_password_done              GET  200  200  200  200  200  200  200  200  200  200
account_reset_password_from_key          GET  200  200  200  200  200  200  200  200  200  200
account_reset_password_from_key_done     GET  200  200  200  200  200  200  200  200  200  200
account_reauthenticate                   GET  302  200  200  200  200  200  200  200  200  200
akun-daftar                              GET  302  200  403  403  403  403  403  403  403  403
pemerintah-ubah                          GET  302  200  403  403  403  403  403  403  403  403
pesan-daftar                             GET  302  200  200  200  200  200  200  200  200  200
pesan-buka                               POST 302  404  404  404  404  404  405  404  404  404
pesan-baca-semua                         POST 302  405  405  405  405  405  405  405  405  405
jejak-daftar                             GET  302  403  200  200  403  403  403  403  200  200
lambang                                  GET  200  200  200  200  200  200  200  200  200  200
sehat                                    GET  200  200  200  200  200  200  200  200  200  200
gallery                                  GET  404  404  404  404  404  404  404  404  404  404
kerjasama:naskah-daftar                  GET  302  403  200  200  200  200  200  200  200  200
kerjasama:naskah-tambah                  GET  302  403  200  403  403  403  403  403  403  403
kerjasama:naskah-rincian                 GET  302  403  200  200  200  404  200  404  200  200
kerjasama:naskah-ubah                    GET  302  404  200  403  403  404  403  404  403  403
kerjasama:naskah-berlakukan              POST 302  404  405  403  403  404  403  404  403  403
kerjasama:naskah-akhiri                  POST 302  404  405  403  403  404  403  404  403  403
kerjasama:naskah-dokumen                 POST 302  404  405  403  403  404  403  404  403  403
kerjasama:naskah-pihak                   GET  302  403  200  200  200  404  403  403  200  200
kerjasama:naskah-narahubung              GET  302  404  200  403  403  404  403  404  403  403
kerjasama:naskah-dokumen-buka            GET  302  404  200  200  200  404  200  404  200  200
kerjasama:naskah-keluarga                GET  302  403  200  200  200  404  200  404  200  200
kerjasama:naskah-hapus                   GET  302  404  200  403  403  404  403  404  403  403
kerjasama:naskah-pengakhiran-batal       GET  302  404  200  403  403  404  403  404  403  403
kerjasama:naskah-versi                   GET  302  403  200  200  200  404  200  404  200  200
kerjasama:addendum-tambah                GET  302  404  200  403  403  404  403  404  403  403
kerjasama:addendum-rincian               GET  302  403  200  200  200  404  200  404  200  200
kerjasama:addendum-lengkapi              GET  302  404  200  403  403  404  403  404  403  403
kerjasama:addendum-batal                 GET  302  404  200  403  403  404  403  404  403  403
kerjasama:addendum-berkas                GET  302  404  200  200  200  404  200  404  200  200
kerjasama:kewajiban-rincian              GET  302  403  200  200  200  404  200  404  200  200
kerjasama:butir-tambah                   GET  302  404  200  403  403  404  403  404  403  403
kerjasama:butir-rincian                  GET  302  403  200  200  200  404  200  404  200  200
kerjasama:butir-ubah                     GET  302  404  200  403  403  404  403  404  403  403
kerjasama:butir-nyatakan                 GET  302  404  200  200  200  404  200  404  403  403
kerjasama:butir-bukti                    GET  302  403  200  200  200  404  200  404  200  200
kerjasama:setoran-daftar                 GET  302  403  200  200  200  200  200  200  200  200
kerjasama:setoran-rincian                GET  302  403  200  200  200  404  200  404  200  200
kerjasama:setoran-bayar                  GET  302  404  200  403  200  404  200  404  403  403
kerjasama:setoran-tetapkan               GET  302  404  200  403  403  404  403  404  403  403
kerjasama:pembayaran-konfirmasi          POST 302  403  405  403  405  404  403  404  403  403
kerjasama:pembayaran-koreksi             GET  302  403  200  403  200  404  200  404  403  403
kerjasama:pembayaran-bukti               GET  302  403  200  200  200  404  200  404  200  200
kerjasama:naskah-massal                  GET  302  403  200  403  403  403  403  403  403  403
kerjasama:naskah-massal-terapkan         POST 302  403  405  403  403  403  403  403  403  403
kerjasama:naskah-massal-rincian          GET  302  403  200  403  403  403  403  403  403  403
kerjasama:naskah-massal-batal            POST 302  403  405  403  403  403  403  403  403  403
kerjasama:cari                           GET  302  403  200  200  200  200  200  200  200  200
kerjasama:naskah-lampiran                GET  302  403  200  200  200  404  200  404  200  200
kerjasama:lampiran-tambah                GET  302  404  200  403  403  404  403  404  403  403
kerjasama:lampiran-perbarui              GET  302  404  200  403  403  404  403  404  403  403
kerjasama:lampiran-ubah                  GET  302  404  200  403  403  404  403  404  403  403
kerjasama:lampiran-tutup                 POST 302  404  405  403  403  404  403  404  403  403
kerjasama:lampiran-buka                  POST 302  404  405  403  403  404  403  404  403  403
kerjasama:dokumen-perbarui               GET  302  404  200  403  403  404  403  404  403  403
kerjasama:versi-buka                     GET  302  404  200  200  200  404  200  404  200  200
kerjasama:mitra-daftar                   GET  302  403  200  200  403  403  403  403  200  200
kerjasama:mitra-tambah                   GET  302  403  200  403  403  403  403  403  403  403
kerjasama:mitra-saran                    GET  302  403  200  403  403  403  403  403  403  403
kerjasama:mitra-rincian                  GET  302  403  200  200  403  403  403  403  200  200
kerjasama:mitra-ubah                     GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-nama                     GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-nama-lama                GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-gabung                   GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-akses                    GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-narahubung               GET  302  404  200  403  403  404  403  404  403  403
kerjasama:narahubung-ubah                GET  302  404  200  403  403  404  403  404  403  403
kerjasama:narahubung-hapus               POST 302  404  405  403  403  404  403  404  403  403
kerjasama:akses-tutup                    GET  302  404  200  403  403  404  403  404  403  403
kerjasama:perangkat-daerah-daftar        GET  302  403  200  200  403  403  403  403  200  200
kerjasama:perangkat-daerah-tambah        GET  302  403  200  403  403  403  403  403  403  403
kerjasama:perangkat-daerah-rincian       GET  302  403  200  200  403  403  403  403  200  200
kerjasama:perangkat-daerah-ubah          GET  302  404  200  403  403  404  404  404  403  403
kerjasama:perangkat-daerah-nama          GET  302  404  200  403  403  404  404  404  403  403
kerjasama:perangkat-daerah-nama-lama     GET  302  404  200  403  403  404  404  404  403  403
kerjasama:perangkat-daerah-akses         GET  302  404  200  403  403  404  404  404  403  403
kerjasama:impor-daftar                   GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-rincian                  GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-kolom                    GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-lembar                   POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-kemajuan                 GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-terima-semua             POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-batal                    POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-sisa-csv                 GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-baris-ubah               GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-baris-terima             POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-baris-tolak              POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-baris-pulihkan           POST 302  403  405  403  403  403  403  403  403  403
pengawasan:jadwal-daftar                 GET  302  403  200  200  200  200  403  403  200  200
pengawasan:jadwal-rincian                GET  302  403  200  200  200  404  403  403  200  200
pengawasan:jadwal-tunda                  POST 302  404  405  405  405  404  403  404  403  403
pengawasan:jadwal-tutup                  POST 302  404  405  405  403  404  403  404  403  403
pengawasan:kebijakan-daftar              GET  302  200  200  200  403  403  403  403  200  200
pengawasan:kebijakan-tambah              GET  302  403  200  403  403  403  403  403  403  403
pengawasan:kebijakan-rincian             GET  302  200  200  200  403  403  403  403  200  200
pengawasan:kebijakan-ubah                GET  302  403  200  404  404  404  404  404  404  404
pengawasan:kebijakan-simulasikan         POST 302  403  405  404  404  404  404  404  404  404
pengawasan:kebijakan-kemajuan            GET  302  200  200  404  404  404  404  404  404  404
pengawasan:kebijakan-simulasi            GET  302  403  200  404  403  403  403  403  404  404
pengawasan:kebijakan-terbitkan           POST 302  405  403  404  404  404  404  404  404  404
pengawasan:kebijakan-hapus               POST 302  403  405  404  404  404  404  404  404  404
pengawasan:kebijakan-berkas              GET  302  200  200  200  403  403  403  403  200  200
pengawasan:penundaan-daftar              GET  302  403  200  200  200  200  403  403  200  200
pengawasan:penundaan-setujui             POST 302  404  403  403  403  404  403  404  405  403
pengawasan:penundaan-tolak               POST 302  404  403  403  403  404  403  404  405  403
pengawasan:penundaan-tarik               POST 302  404  405  405  405  404  403  404  403  403
pengawasan:jadwal-rencana                POST 302  404  405  405  403  404  403  404  403  403
pengawasan:simulasi                      GET  302  403  200  200  403  403  403  403  200  200
pengawasan:simulasi-baris                GET  302  403  200  200  403  403  403  403  200  200
pengawasan:simulasi-usulan               GET  302  403  200  200  403  403  403  403  200  200
pengawasan:rencana-terapkan              POST 302  403  405  405  403  403  403  403  403  403
pengawasan:rencana-rincian               GET  302  403  200  200  403  403  403  403  200  200
pengawasan:rencana-batalkan              POST 302  403  405  405  403  403  403  403  403  403
pengawasan:kegiatan-daftar               GET  302  403  200  200  200  200  403  403  200  200
pengawasan:kegiatan-tambah               GET  302  403  200  200  403  403  403  403  403  403
pengawasan:kegiatan-rincian              GET  302  403  200  200  200  404  403  403  200  200
pengawasan:kegiatan-ubah                 GET  302  404  200  200  403  404  403  404  403  403
pengawasan:kegiatan-batal                GET  302  404  200  200  403  404  403  404  403  403
pengawasan:kegiatan-unsur                GET  302  404  200  200  403  404  403  404  403  403
pengawasan:hadirin-ubah                  GET  302  404  200  200  403  404  403  404  403  403
pengawasan:notulensi-ubah                GET  302  404  200  200  403  404  403  404  403  403
pelaporan:dokumen-daftar                 GET  302  403  200  200  403  403  403  403  200  200
pelaporan:dokumen-terbitkan              POST 302  404  405  405  405  404  403  404  405  405
pelaporan:dokumen-rincian                GET  302  404  200  200  200  404  200  404  200  200
pelaporan:dokumen-kemajuan               GET  302  404  200  200  200  404  200  404  200  200
pelaporan:dokumen-unduh                  GET  302  404  200  200  200  404  200  404  200  200
pengawasan:kegiatan-kalender             GET  302  403  200  200  200  404  200  404  200  200
pengawasan:rapat-tambah                  GET  302  403  200  200  403  403  403  403  403  403
pengawasan:rapat-rincian                 GET  302  403  200  200  200  404  403  403  200  200
pengawasan:rapat-kalender                GET  302  403  200  200  200  404  403  403  200  200
pengawasan:rapat-ubah                    GET  302  404  200  200  403  404  403  404  403  403
pengawasan:rapat-batal                   GET  302  404  200  200  403  404  403  404  403  403
pengawasan:kertas-kerja-daftar           GET  302  403  200  200  200  200  200  200  200  200
pengawasan:kertas-kerja-banding          GET  302  403  200  200  403  403  403  403  200  200
pengawasan:kertas-kerja-minta            POST 302  403  405  405  403  403  403  403  403  403
pengawasan:kertas-kerja-rincian          GET  302  403  200  200  404  404  200  404  200  200
pengawasan:kertas-kerja-kembalikan       POST 302  403  405  405  404  404  403  404  403  403
pengawasan:kuesioner-daftar              GET  302  403  200  200  403  403  403  403  200  200
pengawasan:kuesioner-rincian             GET  302  403  200  200  403  403  403  403  200  200
pengawasan:kuesioner-ubah                GET  302  403  200  403  403  403  403  403  403  403
pengawasan:kuesioner-terbitkan           GET  302  403  200  403  403  403  403  403  403  403
pengawasan:kuesioner-hapus               POST 302  403  405  403  403  403  403  403  403  403
pengawasan:pengendalian-daftar           GET  302  403  200  200  200  200  403  403  200  200
pengawasan:pengendalian-tambah           GET  302  404  403  403  200  404  403  404  403  403
pengawasan:pengendalian-rincian          GET  302  403  200  200  200  404  403  403  200  200
pengawasan:pengendalian-ubah             GET  302  404  403  403  200  404  404  404  403  403
pengawasan:pengendalian-berkas           GET  302  403  200  200  200  404  403  403  200  200
pengawasan:surat-tugas-daftar            GET  302  403  200  200  403  403  403  403  200  200
pengawasan:surat-tugas-tambah            GET  302  403  200  403  403  403  403  403  403  403
pengawasan:surat-tugas-rincian           GET  302  403  200  200  200  404  403  403  200  200
pengawasan:berita-acara-tambah           GET  302  404  403  403  200  404  403  404  403  403
pengawasan:berita-acara-rincian          GET  302  403  200  200  200  404  403  403  200  200
pengawasan:berita-acara-ubah             GET  302  404  403  403  200  404  403  404  403  403
pengawasan:berita-acara-ajukan           POST 302  404  403  403  405  404  403  404  403  403
pengawasan:berita-acara-kembalikan       POST 302  404  405  403  403  404  403  404  403  403
pengawasan:berita-acara-verifikasi       POST 302  404  405  403  403  404  403  404  403  403
pengawasan:berita-acara-foto             GET  302  403  200  200  200  404  403  403  200  200
pengawasan:matrik-rincian                GET  302  403  200  200  403  404  403  403  200  200
pengawasan:matrik-sunting                GET  302  403  200  200  403  404  403  403  403  403
pengawasan:matrik-urutkan                POST 302  403  405  405  403  404  403  403  403  403
pengawasan:matrik-usulan-pakai           POST 302  403  405  405  403  404  403  403  403  403
pengawasan:matrik-tempel                 GET  302  403  200  200  403  404  403  403  403  403
pengawasan:matrik-unduh                  GET  302  403  200  200  403  404  403  403  200  200
pengawasan:matrik-baris-tambah           GET  302  403  200  200  403  404  403  403  403  403
pengawasan:matrik-baris-ubah             GET  302  403  200  200  403  404  403  403  403  403
pengawasan:matrik-baris-hapus            GET  302  403  200  200  403  404  403  403  403  403
pengawasan:tindak-lanjut-daftar          GET  302  403  200  200  200  200  403  403  200  200
pengawasan:tindak-lanjut-rincian         GET  302  403  200  200  200  404  403  403  200  200
pengawasan:tindak-lanjut-lapor           POST 302  404  403  403  405  404  403  404  403  403
pengawasan:tindak-lanjut-kembalikan      POST 302  404  405  405  403  404  403  404  403  403
pengawasan:tindak-lanjut-tutup           POST 302  404  405  405  403  404  403  404  403  403
pengawasan:tindak-lanjut-bukti           GET  302  403  200  200  200  404  403  403  200  200
pengawasan:rekomendasi-rincian           GET  302  403  200  200  200  404  403  403  200  200
pengawasan:tindak-lanjut-buka            POST 302  404  405  405  403  404  403  404  403  403
pengawasan:tindak-lanjut-perkembangan    POST 302  404  405  405  405  404  403  404  403  403
pengawasan:tindak-lanjut-berkas          GET  302  403  200  200  200  404  403  403  200  200
pengawasan:tindak-lanjut-butir           POST 302  404  405  405  405  404  403  404  403  403
pengawasan:tindak-lanjut-hasil           POST 302  404  405  405  405  404  403  404  403  403
pengawasan:tindak-lanjut-tenggat         POST 302  404  403  403  405  404  403  404  403  403
pengawasan:tindak-lanjut-tenggat-putus   POST 302  404  405  405  403  404  403  404  403  403
pengawasan:tindak-lanjut-serah           POST 302  404  405  405  403  404  403  404  403  403
pengawasan:teguran-daftar                GET  302  403  200  200  200  200  200  200  200  200
pengawasan:teguran-tambah                GET  302  404  200  403  403  404  403  404  403  403
pengawasan:teguran-rincian               GET  302  403  200  200  200  404  200  404  200  200
pengawasan:teguran-batal                 POST 302  404  405  403  403  404  403  404  403  403
pengawasan:teguran-lanjut                POST 302  404  405  403  403  404  403  404  403  403
pengawasan:teguran-terbit                POST 302  404  405  403  403  404  403  404  403  403
pengawasan:teguran-sampai                POST 302  404  405  403  403  404  403  404  403  403
pengawasan:teguran-jawab                 POST 302  404  405  403  403  404  405  404  403  403
pengawasan:teguran-nilai                 POST 302  404  405  405  403  404  403  404  403  403
pengawasan:teguran-surat-batal           POST 302  404  405  403  403  404  403  404  403  403
pengawasan:teguran-berkas                GET  302  403  200  200  200  404  200  404  200  200
akan-berakhir                            GET  302  403  200  200  200  200  403  403  200  200
akan-berakhir-tunda-naskah               GET  302  404  200  403  403  404  403  404  403  403
akan-berakhir-tunda-lampiran             GET  302  404  200  403  403  404  403  404  403  403
akan-berakhir-cabut                      POST 302  404  405  403  403  404  403  404  403  403
pengawasan:perpanjangan-usulkan          GET  302  404  200  200  403  404  403  404  403  403
pengawasan:perpanjangan-gabung           POST 302  404  405  405  403  404  403  404  403  403
pengawasan:naskah-rincian                GET  302  403  200  200  200  404  403  403  200  200
pelaporan:portal-daftar                  GET  302  403  403  403  403  403  200  200  403  403
pelaporan:portal-riwayat                 GET  302  403  403  403  403  403  200  200  403  403
pelaporan:portal-mulai                   POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-laporan                 GET  302  404  404  404  404  404  200  404  404  404
pelaporan:portal-simpan                  POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-otomatis                POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-unggah                  POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-berkas                  GET  302  404  404  404  404  404  200  404  404  404
pelaporan:portal-berkas-hapus            POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-periksa                 GET  302  404  404  404  404  404  200  404  404  404
pelaporan:portal-sampaikan               POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-tanda-terima            GET  302  404  404  404  404  404  200  404  404  404
pelaporan:laporan-mitra-daftar           GET  302  403  200  200  200  200  403  403  200  200
pelaporan:laporan-mitra-belum            GET  302  403  200  200  200  200  403  403  200  200
pelaporan:laporan-mitra-tegur            POST 302  404  405  403  403  404  403  404  403  403
pelaporan:laporan-mitra-ingatkan         POST 302  404  405  405  403  404  403  404  403  403
pelaporan:laporan-mitra-rincian          GET  302  403  200  200  200  404  403  403  200  200
pelaporan:laporan-mitra-terima           POST 302  403  405  405  403  404  403  403  403  403
pelaporan:laporan-mitra-kembalikan       POST 302  403  405  405  403  404  403  403  403  403
pelaporan:laporan-mitra-baca             POST 302  403  405  405  403  404  403  403  403  403
pelaporan:laporan-mitra-berkas           GET  302  403  200  200  200  404  403  403  200  200
pelaporan:laporan-daftar                 GET  302  403  200  200  403  403  403  403  200  200
pelaporan:laporan-tambah                 GET  302  403  403  200  403  403  403  403  403  403
pelaporan:laporan-rincian                GET  302  403  200  200  403  403  403  403  200  200
pelaporan:laporan-ubah                   GET  302  404  403  200  403  404  403  404  403  403
pelaporan:laporan-kirim                  POST 302  404  403  405  403  404  403  404  403  403
pelaporan:bundel-unduh                   GET  302  404  200  200  403  404  403  404  200  200
pelaporan:bundel-kemajuan                GET  302  404  200  200  403  404  403  404  200  200
pelaporan:bundel-ulangi                  POST 302  404  403  405  403  404  403  404  403  403
pelaporan:meja-ketua                     GET  302  403  403  403  403  403  403  403  200  403
pelaporan:meja-ketua-laporan             GET  302  404  403  403  403  404  403  404  200  403
pelaporan:meja-walikota                  GET  302  403  403  403  403  403  403  403  403  200
pelaporan:meja-walikota-putuskan         POST 302  404  403  403  403  404  403  404  403  405
pelaporan:berkas-lengkap-naskah          GET  302  403  200  200  200  404  200  404  200  200
pelaporan:berkas-lengkap-minta           POST 302  403  405  405  405  404  405  404  405  405
pelaporan:berkas-lengkap-unduh           GET  302  403  200  404  404  404  404  404  404  404
pelaporan:berkas-lengkap-kemajuan        GET  302  403  200  404  404  404  404  404  404  404
pelaporan:publikasi-daftar               GET  302  403  200  403  403  403  403  403  403  403
pelaporan:publikasi-rincian              GET  302  403  200  200  200  404  403  403  200  200
pelaporan:publikasi-tahan                POST 302  404  405  403  403  404  403  404  403  403
pelaporan:publikasi-tampilkan            POST 302  404  405  403  403  404  403  404  403  403
pelaporan:publik-daftar                  GET  200  200  200  200  200  200  200  200  200  200
pelaporan:publik-csv                     GET  200  200  200  200  200  200  200  200  200  200
pelaporan:publik-json                    GET  200  200  200  200  200  200  200  200  200  200
pelaporan:publik-rincian                 GET  200  200  200  200  200  200  200  200  200  200
pelaporan:surat-daftar                   GET  302  403  200  200  403  403  403  403  200  200
"""


def baca(tabel: str) -> dict[str, tuple[str, dict[str, int]]]:
    """URL name -> method, and status by person."""
    matriks = {}
    for baris in tabel.strip().splitlines():
        nama, cara, *status = baris.split()
        if nama in matriks:
            msg = f"{nama} tertulis dua kali"
            raise ValueError(msg)
        matriks[nama] = cara, dict(zip(ORANG, map(int, status), strict=True))
    return matriks


MATRIKS = baca(TABEL)
