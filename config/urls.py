"""Every address of the site."""

from allauth.account import views as akun
from django.urls import include, path, re_path

from inti.views import akun as masuk_views
from inti.views import (
    bantuan,
    berkas_rusak,
    gallery,
    jejak,
    karantina,
    pemerintah,
    pencarian,
    pesan,
    pilihan_pesan,
    saringan,
    security_txt,
    sehat,
)
from pelaporan.views import beranda, galeri_pesan, metrik

handler400 = "inti.views.galat.permintaan_ditolak"
handler404 = "inti.views.galat.tak_ditemukan"
handler500 = "inti.views.galat.gagal"
urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("masuk/", masuk_views.masuk, name="account_login"),
    path("keluar/", akun.logout, name="account_logout"),
    path("akun/nonaktif/", akun.account_inactive, name="account_inactive"),
    path("akun/sandi/", masuk_views.ganti_sandi, name="account_change_password"),
    path("akun/sandi/baru/", akun.password_set, name="account_set_password"),
    path("akun/sandi/lupa/", akun.password_reset, name="account_reset_password"),
    path("akun/sandi/lupa/terkirim/", akun.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^akun/sandi/lupa/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        masuk_views.SandiDariTautanView.as_view(),
        name="account_reset_password_from_key",
    ),
    path(
        "akun/sandi/lupa/selesai/",
        akun.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("akun/ulang/", akun.reauthenticate, name="account_reauthenticate"),
    path("akun/", include("inti.urls.akun")),
    path("akun/pemerintah/", pemerintah.ubah_pemerintah, name="pemerintah-ubah"),
    path("pesan/", pesan.PesanDaftarView.as_view(), name="pesan-daftar"),
    path("pesan/<int:pk>/buka/", pesan.buka_pesan, name="pesan-buka"),
    path("pesan/pengaturan/", pilihan_pesan.ubah_pilihan, name="pilihan-pesan"),
    path("pesan/galeri/", galeri_pesan.lihat_galeri, name="pesan-galeri"),
    path("pesan/dibaca/", pesan.baca_semua_pesan, name="pesan-baca-semua"),
    path("cari/", pencarian.cari_semua, name="cari"),
    path("cari/saran/", pencarian.saran_cari, name="cari-saran"),
    path("saringan/simpan/", saringan.simpan_saringan, name="saringan-simpan"),
    path("saringan/<int:pk>/ubah/", saringan.ubah_saringan, name="saringan-ubah"),
    path("saringan/<int:pk>/hapus/", saringan.hapus_saringan, name="saringan-hapus"),
    path("jejak/", jejak.JejakDaftarView.as_view(), name="jejak-daftar"),
    path(
        "berkas-rusak/",
        berkas_rusak.BerkasRusakDaftarView.as_view(),
        name="berkas-rusak-daftar",
    ),
    path("karantina/", karantina.KarantinaDaftarView.as_view(), name="karantina-daftar"),
    path("karantina/<int:pk>/", karantina.rincian_karantina, name="karantina-rincian"),
    path(
        "karantina/<int:pk>/pertahankan/",
        karantina.pertahankan_karantina,
        name="karantina-pertahankan",
    ),
    path("karantina/<int:pk>/hapus/", karantina.hapus_karantina, name="karantina-hapus"),
    path("bantuan/", bantuan.buka_bantuan, name="bantuan-saya"),
    path("bantuan/pengantar/tutup/", bantuan.tutup_pengantar, name="pengantar-tutup"),
    path("bantuan/<slug:nama>/", bantuan.buka_bantuan, name="bantuan"),
    path("aksesibilitas/", bantuan.aksesibilitas, name="aksesibilitas"),
    path("lambang/", masuk_views.lambang, name="lambang"),
    path("sehat/", sehat.sehat, name="sehat"),
    path("metrics", metrik.lihat_metrik, name="metrik"),  # where Prometheus looks
    path(".well-known/security.txt", security_txt.security_txt, name="security-txt"),
    path("_gallery/", gallery.gallery, name="gallery"),
    # In the register's place, but it knows of the supervision: lead times, evaluasi.
    path("kerja-sama/akan-berakhir/", include("pengawasan.urls.akan_berakhir")),
    path("kerja-sama/", include("kerjasama.urls")),
    path("pengawasan/", include("pengawasan.urls")),
    # Short, because it stands on paper and in a QR code.
    path("hadir/", include("pengawasan.urls.hadir")),
    path("api/v1/", include("config.api")),
    path("", include("pelaporan.urls")),
]
