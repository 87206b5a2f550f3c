"""Every address of the site."""

from allauth.account import views as akun
from django.urls import include, path, re_path

from inti.views import akun as pengguna_views
from inti.views import gallery, jejak, pemerintah, pesan, sehat
from pelaporan.views import beranda

handler400 = "inti.views.galat.permintaan_ditolak"
urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("masuk/", pengguna_views.masuk, name="account_login"),
    path("keluar/", akun.logout, name="account_logout"),
    path("akun/nonaktif/", akun.account_inactive, name="account_inactive"),
    path("akun/sandi/", akun.password_change, name="account_change_password"),
    path("akun/sandi/baru/", akun.password_set, name="account_set_password"),
    path("akun/sandi/lupa/", akun.password_reset, name="account_reset_password"),
    path("akun/sandi/lupa/terkirim/", akun.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^akun/sandi/lupa/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        akun.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "akun/sandi/lupa/selesai/",
        akun.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("akun/ulang/", akun.reauthenticate, name="account_reauthenticate"),
    path("akun/pengguna/", pengguna_views.AkunDaftarView.as_view(), name="akun-daftar"),
    path("akun/pemerintah/", pemerintah.ubah_pemerintah, name="pemerintah-ubah"),
    path("pesan/", pesan.PesanDaftarView.as_view(), name="pesan-daftar"),
    path("pesan/<int:pk>/buka/", pesan.buka_pesan, name="pesan-buka"),
    path("pesan/dibaca/", pesan.baca_semua_pesan, name="pesan-baca-semua"),
    path("jejak/", jejak.JejakDaftarView.as_view(), name="jejak-daftar"),
    path("lambang/", pengguna_views.lambang, name="lambang"),
    path("sehat/", sehat.sehat, name="sehat"),
    path("_gallery/", gallery.gallery, name="gallery"),
    # In the register's place, but it knows of the supervision: lead times, evaluasi.
    path("kerja-sama/akan-berakhir/", include("pengawasan.urls.akan_berakhir")),
    path("kerja-sama/", include("kerjasama.urls")),
    path("pengawasan/", include("pengawasan.urls")),
    path("", include("pelaporan.urls")),
]
