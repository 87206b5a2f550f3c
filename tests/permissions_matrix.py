"""Who may do what: each address by role (TABEL), and each change of state by role (DAUR).

One line per URL name, nothing left out.

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
mfa_index                                GET  302  200  200  200  200  200  200  200  200  200
mfa_activate_totp                        GET  302  200  200  200  200  200  200  200  200  200
mfa_deactivate_totp                      GET  302  404  404  404  404  404  404  404  404  404
mfa_view_recovery_codes                  GET  302  404  404  404  404  404  404  404  404  404
mfa_generate_recovery_codes              GET  302  200  200  200  200  200  200  200  200  200
mfa_download_recovery_codes              GET  302  404  404  404  404  404  404  404  404  404
usersessions_list                        GET  302  200  200  200  200  200  200  200  200  200
mfa_authenticate                         GET  302  302  302  302  302  302  302  302  302  302
mfa_add_webauthn                         GET  302  200  200  200  200  200  200  200  200  200
mfa_edit_webauthn                        GET  302  404  404  404  404  404  404  404  404  404
mfa_remove_webauthn                      GET  302  404  404  404  404  404  404  404  404  404
mfa_login_webauthn                       GET  302  302  302  302  302  302  302  302  302  302
mfa_reauthenticate_webauthn              GET  302  302  302  302  302  302  302  302  302  302
sso-masuk                                GET  404  404  404  404  404  404  404  404  404  404
openid_connect_callback                  GET  404  404  404  404  404  404  404  404  404  404
data-saya                                GET  302  200  200  200  200  200  200  200  200  200
data-saya-unduh                          POST 302  405  405  405  405  405  405  405  405  405
mfa_reauthenticate                       GET  302  302  302  302  302  302  302  302  302  302
token-daftar                             GET  302  200  200  200  200  200  200  200  200  200
token-cabut                              POST 302  404  404  404  404  404  405  404  404  404
akun-cabut-token                         POST 302  405  403  403  403  403  403  403  403  403
akun-tambah                              GET  302  200  403  403  403  403  403  403  403  403
akun-rincian                             GET  302  200  403  403  403  403  403  403  403  403
akun-ubah                                GET  302  200  403  403  403  403  403  403  403  403
akun-undang                              POST 302  405  403  403  403  403  403  403  403  403
akun-surel-ulang                         POST 302  405  403  403  403  403  403  403  403  403
akun-surel-batal                         POST 302  405  403  403  403  403  403  403  403  403
surel-batal                              POST 302  405  405  405  405  405  405  405  405  405
surel-bukti                              GET  200  200  200  200  200  200  200  200  200  200
akun-aktifkan                            POST 302  405  403  403  403  403  403  403  403  403
akun-keluarkan                           POST 302  405  403  403  403  403  403  403  403  403
akun-jabatan-beri                        GET  302  200  403  403  403  403  403  403  403  403
akun-jabatan-akhiri                      POST 302  405  403  403  403  403  403  403  403  403
akun-nonaktifkan                         POST 302  405  403  403  403  403  403  403  403  403
akun-tahan                               POST 302  405  403  403  403  403  403  403  403  403
akun-samarkan                            POST 302  405  403  403  403  403  403  403  403  403
akun-cabut-faktor                        POST 302  405  403  403  403  403  403  403  403  403
akun-daftar                              GET  302  200  403  403  403  403  403  403  403  403
pemerintah-ubah                          GET  302  200  403  403  403  403  403  403  403  403
pesan-daftar                             GET  302  200  200  200  200  200  200  200  200  200
pesan-buka                               POST 302  404  404  404  404  404  405  404  404  404
pesan-baca-semua                         POST 302  405  405  405  405  405  405  405  405  405
cari                                     GET  302  200  200  200  200  200  200  200  200  200
cari-saran                               GET  302  200  200  200  200  200  200  200  200  200
saringan-simpan                          POST 302  405  405  405  405  405  405  405  405  405
saringan-ubah                            POST 302  404  404  404  404  404  405  404  404  404
saringan-hapus                           POST 302  404  404  404  404  404  405  404  404  404
berkas-rusak-daftar                      GET  302  200  200  403  403  403  403  403  403  403
karantina-daftar                         GET  302  200  403  403  403  403  403  403  403  403
karantina-rincian                        GET  302  200  403  403  403  403  403  403  403  403
karantina-pertahankan                    POST 302  405  403  403  403  403  403  403  403  403
karantina-hapus                          POST 302  405  403  403  403  403  403  403  403  403
jejak-daftar                             GET  302  403  200  200  403  403  403  403  200  200
lambang                                  GET  200  200  200  200  200  200  200  200  200  200
security-txt                             GET  200  200  200  200  200  200  200  200  200  200
metrik                                   GET  404  404  404  404  404  404  404  404  404  404
sehat                                    GET  200  200  200  200  200  200  200  200  200  200
gallery                                  GET  404  404  404  404  404  404  404  404  404  404
kerjasama:naskah-daftar                  GET  302  403  200  200  200  200  200  200  200  200
kerjasama:naskah-tambah                  GET  302  403  200  403  403  403  403  403  403  403
kerjasama:naskah-rincian                 GET  302  403  200  200  200  404  200  404  200  200
kerjasama:naskah-ubah                    GET  302  404  200  403  403  404  403  404  403  403
kerjasama:naskah-berlakukan              POST 302  404  405  403  403  404  403  404  403  403
kerjasama:naskah-akhiri                  GET  302  404  200  403  403  404  403  404  403  403
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
kerjasama:naskah-saran                   GET  302  403  200  403  403  403  403  403  403  403
kerjasama:mitra-rincian                  GET  302  403  200  200  403  403  403  403  200  200
kerjasama:mitra-ubah                     GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-nama                     GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-nama-lama                GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-gabung                   GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-hapus                    GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-undang                   GET  302  404  200  403  403  404  403  404  403  403
kerjasama:perangkat-daerah-undang        GET  302  404  200  403  403  404  404  404  403  403
kerjasama:rekan                          GET  302  403  403  403  200  200  200  200  403  403
kerjasama:rekan-undang                   GET  302  403  403  403  200  404  404  404  403  403
kerjasama:mitra-akses                    GET  302  404  200  403  403  404  403  404  403  403
kerjasama:mitra-narahubung               GET  302  404  200  403  403  404  403  404  403  403
kerjasama:narahubung-ubah                GET  302  404  200  403  403  404  403  404  403  403
kerjasama:narahubung-hapus               POST 302  404  405  403  403  404  403  404  403  403
kerjasama:akses-tugas                    POST 302  404  405  403  403  404  403  404  403  403
kerjasama:akses-tutup                    GET  302  404  200  403  403  404  403  404  403  403
kerjasama:perangkat-daerah-daftar        GET  302  403  200  200  403  403  403  403  200  200
kerjasama:perangkat-daerah-tambah        GET  302  403  200  403  403  403  403  403  403  403
kerjasama:perangkat-daerah-rincian       GET  302  403  200  200  403  403  403  403  200  200
kerjasama:perangkat-daerah-ubah          GET  302  404  200  403  403  404  404  404  403  403
kerjasama:perangkat-daerah-nama          GET  302  404  200  403  403  404  404  404  403  403
kerjasama:perangkat-daerah-nama-lama     GET  302  404  200  403  403  404  404  404  403  403
kerjasama:perangkat-daerah-akses         GET  302  404  200  403  403  404  404  404  403  403
kerjasama:impor-daftar                   GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-contoh-xlsx              GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-contoh-csv               GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-rincian                  GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-kolom                    GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-lembar                   POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-kemajuan                 GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-terima-semua             POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-tahan                    POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-batal                    POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-sisa-csv                 GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-baris-ubah               GET  302  403  200  403  403  403  403  403  403  403
kerjasama:impor-baris-terima             POST 302  403  405  403  403  403  403  403  403  403
kerjasama:impor-baris-tahan              POST 302  403  405  403  403  403  403  403  403  403
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
pengawasan:kegiatan-dokumentasikan       POST 302  404  403  405  403  404  403  404  403  403
pengawasan:kegiatan-buka-dokumentasi     GET  302  404  403  200  403  404  403  404  403  403
pengawasan:hadirin-ubah                  GET  302  404  200  200  403  404  403  404  403  403
pengawasan:notulensi-ubah                GET  302  404  200  200  403  404  403  404  403  403
pelaporan:dokumen-daftar                 GET  302  403  200  200  403  403  403  403  200  200
pelaporan:dokumen-terbitkan              POST 302  404  405  405  405  404  403  404  405  405
pelaporan:dokumen-rincian                GET  302  404  200  200  200  404  200  404  200  200
pelaporan:dokumen-kemajuan               GET  302  404  200  200  200  404  200  404  200  200
pelaporan:dokumen-unduh                  GET  302  404  200  200  200  404  200  404  200  200
pelaporan:dokumen-tandatangani           POST 302  404  405  403  403  404  403  404  403  403
pengawasan:kegiatan-kalender             GET  302  403  200  200  200  404  200  404  200  200
pengawasan:rapat-daftar                  GET  302  403  200  200  200  200  403  403  200  200
pengawasan:rapat-tambah                  GET  302  403  200  200  403  403  403  403  403  403
pengawasan:rapat-rincian                 GET  302  403  200  200  200  404  403  403  200  200
pengawasan:rapat-kalender                GET  302  403  200  200  200  404  200  404  200  200
pengawasan:rapat-ubah                    GET  302  404  200  200  403  404  403  404  403  403
pengawasan:rapat-batal                   GET  302  404  200  200  403  404  403  404  403  403
pengawasan:rapat-hadir                   GET  302  404  200  200  403  404  403  404  403  403
pengawasan:rapat-hadir-buka              POST 302  404  405  405  403  404  403  404  403  403
pengawasan:rapat-hadir-tutup             POST 302  404  405  405  403  404  403  404  403  403
pengawasan:rapat-hadirin                 GET  302  404  200  200  200  404  403  404  200  200
pengawasan:rapat-hadirin-hapus           POST 302  404  405  405  403  404  403  404  403  403
hadir                                    GET  200  200  200  200  200  200  200  200  200  200
hadir-lain                               POST 405  405  405  405  405  405  405  405  405  405
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
pengawasan:tim-rincian                   GET  302  200  200  200  403  403  403  403  200  200
pengawasan:kursi-rincian                 GET  302  200  200  200  403  403  403  403  200  200
pengawasan:kursi-angkat                  GET  302  200  403  403  403  403  403  403  403  403
pengawasan:pemangku-akhiri               GET  302  200  403  403  403  403  403  403  403  403
pengawasan:pemangku-perbaiki             GET  302  200  403  403  403  403  403  403  403  403
pengawasan:anggota-naskah-daftar         GET  302  403  200  200  403  403  403  403  200  200
pengawasan:anggota-naskah-tambah         GET  302  404  200  403  403  404  403  404  403  403
pengawasan:anggota-naskah-akhiri         GET  302  404  200  403  404  404  404  404  403  403
pengawasan:tenaga-profesional-daftar     GET  302  403  200  200  403  403  403  403  200  200
pengawasan:tenaga-profesional-tambah     GET  302  403  200  403  403  403  403  403  403  403
pengawasan:tenaga-profesional-ubah       GET  302  404  200  403  404  404  404  404  403  403
pengawasan:pembinaan-daftar              GET  302  200  200  200  200  200  403  403  200  200
pengawasan:pembinaan-rekap               GET  302  200  200  200  200  200  403  403  200  200
pengawasan:pembinaan-tambah              GET  302  403  200  403  403  403  403  403  403  403
pengawasan:pembinaan-rincian             GET  302  200  200  200  200  404  404  404  200  200
pengawasan:pembinaan-ubah                GET  302  403  200  403  403  404  404  404  403  403
pengawasan:pembinaan-batal               POST 302  403  405  403  403  404  404  404  403  403
pengawasan:pembinaan-berkas-tambah       POST 302  403  405  403  403  404  404  404  403  403
pengawasan:pembinaan-berkas              GET  302  200  200  200  200  404  404  404  200  200
pengawasan:pembinaan-berkas-hapus        POST 302  403  405  403  403  404  404  404  403  403
pengawasan:keputusan-tim-daftar          GET  302  200  200  200  200  200  403  403  200  200
pengawasan:keputusan-tim-tambah          GET  302  403  200  403  403  403  403  403  403  403
pengawasan:keputusan-tim-rincian         GET  302  200  200  200  403  403  403  403  200  200
pengawasan:keputusan-tim-ubah            GET  302  403  200  403  403  403  403  403  403  403
pengawasan:keputusan-tim-hapus           POST 302  403  405  403  403  403  403  403  403  403
pengawasan:keputusan-tim-berkas          GET  302  200  200  200  403  403  403  403  200  200
pengawasan:surat-tugas-daftar            GET  302  403  200  200  403  403  403  403  200  200
pengawasan:surat-tugas-tambah            GET  302  403  200  403  403  403  403  403  403  403
pengawasan:surat-tugas-rincian           GET  302  403  200  200  200  404  403  403  200  200
pengawasan:surat-tugas-cabut             GET  302  404  200  403  403  404  403  404  403  403
pengawasan:surat-tugas-gantikan          GET  302  404  200  403  403  404  403  404  403  403
pengawasan:berita-acara-tambah           GET  302  404  403  403  200  404  403  404  403  403
pengawasan:berita-acara-rincian          GET  302  403  200  200  200  404  403  403  200  200
pengawasan:berita-acara-ubah             GET  302  404  403  403  200  404  403  404  403  403
pengawasan:berita-acara-ajukan           POST 302  404  403  403  405  404  403  404  403  403
pengawasan:berita-acara-kembalikan       POST 302  404  405  403  403  404  403  404  403  403
pengawasan:berita-acara-verifikasi       POST 302  404  405  403  403  404  403  404  403  403
pengawasan:berita-acara-foto             GET  302  403  200  200  200  404  403  403  200  200
pengawasan:lapangan                      GET  302  403  403  403  200  200  403  403  403  403
pengawasan:lapangan-token                GET  302  200  200  200  200  200  200  200  200  200
pengawasan:lapangan-pekerja              GET  200  200  200  200  200  200  200  200  200  200
pengawasan:lapangan-manifes              GET  200  200  200  200  200  200  200  200  200  200
pengawasan:lapangan-isi                  GET  302  404  403  403  200  404  403  404  403  403
pengawasan:lapangan-kirim                POST 302  404  403  403  405  404  403  404  403  403
pengawasan:lapangan-foto                 POST 302  404  403  403  405  404  403  404  403  403
pengawasan:lapangan-selesai              POST 302  404  403  403  405  404  403  404  403  403
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
pengawasan:tindak-lanjut-teguran         POST 302  404  405  403  403  404  403  404  403  403
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
pelaporan:portal-pengguna                GET  302  403  403  403  403  403  200  200  403  403
pelaporan:portal-pengguna-tugas          POST 302  403  403  403  403  403  405  404  403  403
pelaporan:portal-mulai                   POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-laporan                 GET  302  404  404  404  404  404  200  404  404  404
pelaporan:portal-simpan                  POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-otomatis                POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-unggah                  POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-unggahan-buka           POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-unggahan-potongan       POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-unggahan-selesai        POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-unggahan-batal          POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-berkas                  GET  302  404  404  404  404  404  200  404  404  404
pelaporan:portal-berkas-hapus            POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-periksa                 GET  302  404  404  404  404  404  200  404  404  404
pelaporan:portal-sampaikan               POST 302  404  404  404  404  404  405  404  404  404
pelaporan:portal-tanda-terima            GET  302  404  404  404  404  404  200  404  404  404
pelaporan:portal-banding                 GET  302  404  404  404  404  404  200  404  404  404
pelaporan:portal-perpanjangan            GET  302  404  404  404  404  404  200  404  404  404
pelaporan:portal-perpanjangan-tarik      POST 302  404  404  404  404  404  405  404  404  404
pelaporan:perpanjangan-daftar            GET  302  403  200  200  200  200  403  403  200  200
pelaporan:perpanjangan-rincian           GET  302  403  200  200  200  404  403  403  200  200
pelaporan:perpanjangan-setujui           POST 302  403  405  403  403  404  403  403  403  403
pelaporan:perpanjangan-tolak             POST 302  403  405  403  403  404  403  403  403  403
pelaporan:formulir-daftar                GET  302  200  200  200  403  403  403  403  200  200
pelaporan:formulir-rincian               GET  302  200  200  200  403  403  403  403  200  200
pelaporan:formulir-pratinjau             GET  302  200  200  200  403  403  403  403  200  200
pelaporan:formulir-banding               GET  302  200  200  200  403  403  403  403  200  200
pelaporan:formulir-terbitkan             GET  302  200  403  403  403  403  403  403  403  403
pelaporan:formulir-hapus                 POST 302  403  405  403  403  403  403  403  403  403
pelaporan:formulir-bagian-tambah         GET  302  403  200  403  403  403  403  403  403  403
pelaporan:formulir-bagian-ubah           GET  302  403  200  403  403  403  403  403  403  403
pelaporan:formulir-bagian-hapus          POST 302  403  405  403  403  403  403  403  403  403
pelaporan:formulir-bagian-naik           POST 302  403  405  403  403  403  403  403  403  403
pelaporan:formulir-kolom                 GET  302  403  200  403  403  403  403  403  403  403
pelaporan:permintaan-laporan-daftar      GET  302  403  200  200  200  200  403  403  200  200
pelaporan:permintaan-laporan-tambah      GET  302  404  200  403  403  404  403  404  403  403
pelaporan:permintaan-laporan-rincian     GET  302  403  200  200  200  404  403  403  200  200
pelaporan:permintaan-laporan-tarik       POST 302  403  405  403  403  404  403  403  403  403
pelaporan:laporan-mitra-daftar           GET  302  403  200  200  200  200  403  403  200  200
pelaporan:laporan-mitra-belum            GET  302  403  200  200  200  200  403  403  200  200
pelaporan:laporan-mitra-tegur            POST 302  404  405  403  403  404  403  404  403  403
pelaporan:laporan-mitra-ingatkan         POST 302  404  405  405  403  404  403  404  403  403
pelaporan:analisa-ubah                   GET  302  404  200  200  403  404  403  404  403  403
pelaporan:laporan-mitra-rincian          GET  302  403  200  200  200  404  403  403  200  200
pelaporan:laporan-mitra-banding          GET  302  403  200  200  200  404  403  403  200  200
pelaporan:laporan-mitra-terima           POST 302  403  405  405  403  404  403  403  403  403
pelaporan:laporan-mitra-kembalikan       POST 302  403  405  405  403  404  403  403  403  403
pelaporan:laporan-mitra-baca             POST 302  403  405  405  403  404  403  403  403  403
pelaporan:laporan-mitra-berkas           GET  302  403  200  200  200  404  403  403  200  200
pelaporan:laporan-daftar                 GET  302  403  200  200  403  403  403  403  200  200
pelaporan:laporan-tambah                 GET  302  403  403  200  403  403  403  403  403  403
pelaporan:laporan-rincian                GET  302  403  200  200  403  403  403  403  200  200
pelaporan:laporan-ubah                   GET  302  404  403  200  403  404  403  404  403  403
pelaporan:laporan-kirim                  POST 302  404  403  405  403  404  403  404  403  403
pelaporan:laporan-cabut                  GET  302  404  403  200  403  404  403  404  403  403
pelaporan:bundel-unduh                   GET  302  404  200  200  403  404  403  404  200  200
pelaporan:bundel-kemajuan                GET  302  404  200  200  403  404  403  404  200  200
pelaporan:bundel-tanda                   GET  302  404  200  200  403  404  403  404  200  200
pelaporan:bundel-ulangi                  POST 302  404  403  405  403  404  403  404  403  403
pelaporan:meja-ketua                     GET  302  403  403  403  403  403  403  403  200  403
pelaporan:meja-ketua-laporan             GET  302  404  403  403  403  404  403  404  200  403
pelaporan:meja-ketua-serahkan            GET  302  403  403  403  403  403  403  403  200  403
pelaporan:meja-ketua-bundel              GET  302  404  403  403  403  404  403  404  200  403
pelaporan:meja-walikota                  GET  302  403  403  403  403  403  403  403  403  200
pelaporan:meja-walikota-putuskan         POST 302  404  403  403  403  404  403  404  403  405
pelaporan:berkas-lengkap-naskah          GET  302  403  200  200  200  404  200  404  200  200
pelaporan:berkas-lengkap-minta           POST 302  403  405  405  405  404  405  404  405  405
pelaporan:berkas-lengkap-unduh           GET  302  403  200  404  404  404  404  404  404  404
pelaporan:berkas-lengkap-kemajuan        GET  302  403  200  404  404  404  404  404  404  404
pelaporan:pekerjaan-daftar               GET  302  200  200  403  403  403  403  403  403  403
pelaporan:pekerjaan-ulangi               POST 302  405  405  403  403  403  403  403  403  403
pelaporan:publikasi-daftar               GET  302  403  200  403  403  403  403  403  403  403
pelaporan:publikasi-rincian              GET  302  403  200  200  200  404  403  403  200  200
pelaporan:publikasi-tahan                POST 302  404  405  403  403  404  403  404  403  403
pelaporan:publikasi-tampilkan            POST 302  404  405  403  403  404  403  404  403  403
pelaporan:keaslian-periksa               GET  200  200  200  200  200  200  200  200  200  200
pelaporan:keaslian-rincian               GET  200  200  200  200  200  200  200  200  200  200
pelaporan:publik-daftar                  GET  200  200  200  200  200  200  200  200  200  200
pelaporan:publik-csv                     GET  200  200  200  200  200  200  200  200  200  200
pelaporan:publik-json                    GET  200  200  200  200  200  200  200  200  200  200
pelaporan:publik-rincian                 GET  200  200  200  200  200  200  200  200  200  200
pelaporan:surat-daftar                   GET  302  403  200  200  403  403  403  403  200  200
pelaporan:surat-pesan                    GET  302  403  200  403  403  403  403  403  403  403
pelaporan:surat-cetak                    GET  302  403  200  200  403  403  403  403  200  200
pelaporan:surat-batal                    GET  302  403  200  403  403  403  403  403  403  403
pelaporan:permintaan-daftar              GET  302  403  200  200  403  403  403  403  200  200
pelaporan:klasifikasi-daftar             GET  302  200  200  403  403  403  403  403  403  403
pelaporan:klasifikasi-tambah             GET  302  200  200  403  403  403  403  403  403  403
pelaporan:klasifikasi-ubah               GET  302  200  200  403  403  403  403  403  403  403
pelaporan:bukti-naskah                   GET  302  404  200  200  200  404  403  404  200  200
pelaporan:rekap-tkksd                    GET  302  403  200  200  200  200  403  403  200  200
pelaporan:rekap-semester                 GET  302  403  200  200  200  200  403  403  200  200
pelaporan:rekap-gubernur                 GET  302  403  200  200  403  403  403  403  200  200
pelaporan:rekap-monev                    GET  302  403  200  200  200  200  403  403  200  200
pelaporan:rekap-baris                    GET  302  403  200  200  200  200  403  403  200  200
pelaporan:rekap-terbitkan                POST 302  403  405  405  405  405  403  403  405  405
bantuan-saya                             GET  302  200  200  200  200  200  200  200  200  200
bantuan                                  GET  302  200  200  200  200  200  200  200  200  200
pengantar-tutup                          POST 302  405  405  405  405  405  405  405  405  405
aksesibilitas                            GET  200  200  200  200  200  200  200  200  200  200
pilihan-pesan                            GET  302  200  200  200  200  200  200  200  200  200
pesan-galeri                             GET  302  200  200  403  403  403  403  403  403  403
pelaporan:naskah-pengingat               GET  302  404  200  200  403  404  403  404  200  200
pelaporan:dasbor                         GET  302  403  200  200  200  200  200  200  200  200
pelaporan:kalender                       GET  302  403  200  200  200  200  200  200  200  200
pelaporan:langganan-kalender             GET  302  403  200  200  200  200  200  200  200  200
pelaporan:langganan-kalender-cabut       POST 302  403  404  404  404  404  405  404  404  404
pelaporan:kalender-ics                   GET  404  404  404  404  404  404  404  404  404  404
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

# --- Role, action, state ----------------------------------------------------------------------
# Whose life it is, what is done with it, the capability of whoever does it (several: any of them;
# SISTEM: also by itself), and the address where. From which state to which, the table TRANSISI of
# the domain says; what is not in it is refused with a sentence. That somebody may not do it to
# what they prepared or own themselves is a rule of the domain besides.
DAUR = """
naskah        berlakukan           KELOLA_NASKAH                kerjasama:naskah-berlakukan
naskah        ubah_masa            KELOLA_NASKAH                kerjasama:addendum-tambah
naskah        akhiri               KELOLA_NASKAH|SISTEM         kerjasama:naskah-akhiri
naskah        putus                KELOLA_NASKAH                kerjasama:naskah-akhiri
naskah        gantikan             KELOLA_NASKAH                kerjasama:naskah-akhiri
naskah        batalkan_pengakhiran KELOLA_NASKAH                kerjasama:naskah-pengakhiran-batal
lampiran      tutup                KELOLA_NASKAH                kerjasama:lampiran-tutup
lampiran      buka_lagi            KELOLA_NASKAH                kerjasama:lampiran-buka
baris_impor   terima               IMPOR_NASKAH                 kerjasama:impor-baris-terima
baris_impor   tolak                IMPOR_NASKAH                 kerjasama:impor-baris-tolak
baris_impor   pulihkan             IMPOR_NASKAH                 kerjasama:impor-baris-pulihkan
pembayaran    konfirmasi           KONFIRMASI_PEMBAYARAN        kerjasama:pembayaran-konfirmasi
pembayaran    koreksi              CATAT_PEMBAYARAN             kerjasama:pembayaran-koreksi
penundaan     setujui              PUTUSKAN_PENUNDAAN           pengawasan:penundaan-setujui
penundaan     tolak                PUTUSKAN_PENUNDAAN           pengawasan:penundaan-tolak
penundaan     tarik                AJUKAN_PENUNDAAN             pengawasan:penundaan-tarik
kebijakan     ubah                 SUSUN_KEBIJAKAN              pengawasan:kebijakan-ubah
kebijakan     simulasikan          SUSUN_KEBIJAKAN              pengawasan:kebijakan-simulasikan
kebijakan     terbitkan            TERBITKAN_KEBIJAKAN          pengawasan:kebijakan-terbitkan
kebijakan     hapus                SUSUN_KEBIJAKAN              pengawasan:kebijakan-hapus
surat_tugas   cabut                TERBITKAN_SURAT_TUGAS        pengawasan:surat-tugas-cabut
surat_tugas   gantikan             TERBITKAN_SURAT_TUGAS        pengawasan:surat-tugas-gantikan
kegiatan      tugaskan             TERBITKAN_SURAT_TUGAS        pengawasan:surat-tugas-tambah
kegiatan      lepaskan             TERBITKAN_SURAT_TUGAS        pengawasan:surat-tugas-cabut
kegiatan      laksanakan           VERIFIKASI_BERITA_ACARA      pengawasan:berita-acara-verifikasi
kegiatan      dokumentasikan       NYATAKAN_LENGKAP             pengawasan:kegiatan-dokumentasikan
kegiatan      buka_dokumentasi     NYATAKAN_LENGKAP             pengawasan:kegiatan-buka-dokumentasi
kegiatan      laporkan             SUSUN_LAPORAN                pelaporan:laporan-kirim
kegiatan      kembalikan           PUTUSKAN_REKOMENDASI         pelaporan:meja-ketua-laporan
kegiatan      tarik                SUSUN_LAPORAN                pelaporan:laporan-cabut
kegiatan      putuskan             PUTUSKAN_REKOMENDASI         pelaporan:meja-ketua-laporan
kegiatan      batalkan             RENCANAKAN_KEGIATAN          pengawasan:kegiatan-batal
berita_acara  ajukan               SUSUN_BERITA_ACARA           pengawasan:berita-acara-ajukan
berita_acara  kembalikan           VERIFIKASI_BERITA_ACARA      pengawasan:berita-acara-kembalikan
berita_acara  verifikasi           VERIFIKASI_BERITA_ACARA      pengawasan:berita-acara-verifikasi
kertas_kerja  simpan               CATAT_HASIL|PENGISI          pengawasan:kertas-kerja-rincian
kertas_kerja  sampaikan            CATAT_HASIL|PENGISI          pengawasan:kertas-kerja-rincian
kertas_kerja  kembalikan           CATAT_HASIL                  pengawasan:kertas-kerja-kembalikan
laporan       kirim                SUSUN_LAPORAN                pelaporan:laporan-kirim
laporan       kembalikan           PUTUSKAN_REKOMENDASI         pelaporan:meja-ketua-laporan
laporan       setujui              PUTUSKAN_REKOMENDASI         pelaporan:meja-ketua-laporan
laporan       cabut                SUSUN_LAPORAN                pelaporan:laporan-cabut
rekomendasi   ajukan               SUSUN_LAPORAN                pelaporan:laporan-kirim
rekomendasi   setujui              PUTUSKAN_REKOMENDASI         pelaporan:meja-ketua-laporan
rekomendasi   kembalikan           PUTUSKAN_REKOMENDASI         pelaporan:meja-ketua-laporan
rekomendasi   tarik                SUSUN_LAPORAN                pelaporan:laporan-cabut
rekomendasi   setujui_walikota     PUTUSKAN_WALIKOTA            pelaporan:meja-walikota-putuskan
rekomendasi   tolak_walikota       PUTUSKAN_WALIKOTA            pelaporan:meja-walikota-putuskan
tindak_lanjut laporkan             LAPORKAN_TINDAK_LANJUT       pengawasan:tindak-lanjut-lapor
tindak_lanjut kembalikan           TUTUP_TINDAK_LANJUT          pengawasan:tindak-lanjut-kembalikan
tindak_lanjut tutup                TUTUP_TINDAK_LANJUT          pengawasan:tindak-lanjut-tutup
tindak_lanjut buka                 TUTUP_TINDAK_LANJUT          pengawasan:tindak-lanjut-buka
surat_teguran sampaikan            KELOLA_TEGURAN               pengawasan:teguran-sampai
surat_teguran jawab                KELOLA_TEGURAN|JAWAB_TEGURAN pengawasan:teguran-jawab
surat_teguran terima               NILAI_TEGURAN                pengawasan:teguran-nilai
surat_teguran tolak                NILAI_TEGURAN                pengawasan:teguran-nilai
surat_teguran lewati               KELOLA_TEGURAN               pengawasan:teguran-terbit
surat_teguran batalkan             KELOLA_TEGURAN               pengawasan:teguran-surat-batal
surat_teguran pulihkan             KELOLA_TEGURAN               pengawasan:teguran-surat-batal
laporan_mitra sampaikan            ISI_LAPORAN_MITRA            pelaporan:portal-sampaikan
laporan_mitra kembalikan           TINJAU_LAPORAN_MITRA         pelaporan:laporan-mitra-kembalikan
laporan_mitra terima               TINJAU_LAPORAN_MITRA         pelaporan:laporan-mitra-terima
"""
# Not a capability: by itself at night; whoever the sheet was given to.
SISTEM, PENGISI = "SISTEM", "PENGISI"


def baca_daur(tabel: str) -> dict[tuple[str, str], tuple[frozenset[str], str]]:
    """What is done with what -> the capabilities of whoever does it, and the URL name."""
    daur = {}
    for baris in tabel.strip().splitlines():
        objek, aksi, kemampuan, alamat = baris.split()
        if (objek, aksi) in daur:
            msg = f"{objek} {aksi} tertulis dua kali"
            raise ValueError(msg)
        daur[objek, aksi] = frozenset(kemampuan.split("|")), alamat
    return daur


DAUR_TERBACA = baca_daur(DAUR)
