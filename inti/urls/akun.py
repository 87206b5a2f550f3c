"""Addresses under /akun/: one's own safety, and the accounts of others for the administrator."""

from allauth.mfa.base import views as faktor
from allauth.mfa.recovery_codes import views as kode
from django.urls import path

from inti.views import data_saya, faktor_kedua, kunci_sandi, pengguna, sso, surel_akun, token_api

urlpatterns = [
    path("keamanan/", faktor.index, name="mfa_index"),
    path("keamanan/pasang/", faktor_kedua.PasangFaktorView.as_view(), name="mfa_activate_totp"),
    path("keamanan/lepas/", faktor_kedua.LepasFaktorView.as_view(), name="mfa_deactivate_totp"),
    path("keamanan/kode/", kode.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "keamanan/kode/baru/",
        faktor_kedua.KodeBaruView.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path("keamanan/kode/unduh/", kode.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("keamanan/kunci/pasang/", kunci_sandi.PasangKunciView.as_view(), name="mfa_add_webauthn"),
    path(
        "keamanan/kunci/<int:pk>/ubah/",
        kunci_sandi.UbahKunciView.as_view(),
        name="mfa_edit_webauthn",
    ),
    path(
        "keamanan/kunci/<int:pk>/lepas/",
        kunci_sandi.LepasKunciView.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("keamanan/perangkat/", faktor_kedua.PerangkatView.as_view(), name="usersessions_list"),
    path("token/", token_api.daftar_token, name="token-daftar"),
    path("token/<int:pk>/cabut/", token_api.cabut_token, name="token-cabut"),
    path("pengguna/token/<int:pk>/cabut/", token_api.cabut_token_akun, name="akun-cabut-token"),
    path("kode/", faktor.authenticate, name="mfa_authenticate"),
    path("kode/ulang/", faktor.reauthenticate, name="mfa_reauthenticate"),
    path("kunci/", kunci_sandi.MasukKunciView.as_view(), name="mfa_login_webauthn"),
    path(
        "kunci/ulang/",
        kunci_sandi.UlangKunciView.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path("sso/", sso.masuk_sso, name="sso-masuk"),
    path("sso/<slug:provider_id>/", sso.kembali_sso, name="openid_connect_callback"),
    path("data/", data_saya.lihat_data, name="data-saya"),
    path("data/unduh/", data_saya.unduh_data, name="data-saya-unduh"),
    path("surel/batal/", surel_akun.batalkan_surel, name="surel-batal"),
    path("surel/bukti/<str:tautan>/", surel_akun.buktikan_surel, name="surel-bukti"),
    path("pengguna/", pengguna.AkunDaftarView.as_view(), name="akun-daftar"),
    path("pengguna/tambah/", pengguna.tambah_akun, name="akun-tambah"),
    path("pengguna/<int:pk>/", pengguna.rincian_akun, name="akun-rincian"),
    path("pengguna/<int:pk>/ubah/", pengguna.ubah_akun, name="akun-ubah"),
    path("pengguna/<int:pk>/undang/", pengguna.undang_akun, name="akun-undang"),
    path("pengguna/<int:pk>/surel/ulang/", pengguna.kirim_ulang_surel, name="akun-surel-ulang"),
    path("pengguna/<int:pk>/surel/batal/", pengguna.batalkan_surel_akun, name="akun-surel-batal"),
    path("pengguna/<int:pk>/aktifkan/", pengguna.aktifkan_akun, name="akun-aktifkan"),
    path("pengguna/<int:pk>/keluarkan/", pengguna.keluarkan_akun, name="akun-keluarkan"),
    path("pengguna/<int:pk>/jabatan/", pengguna.beri_jabatan, name="akun-jabatan-beri"),
    path(
        "pengguna/<int:pk>/jabatan/<int:pemangku>/akhiri/",
        pengguna.akhiri_jabatan,
        name="akun-jabatan-akhiri",
    ),
    path("pengguna/<int:pk>/nonaktifkan/", pengguna.nonaktifkan_akun, name="akun-nonaktifkan"),
    path("pengguna/<int:pk>/tahan/", pengguna.tahan_akun, name="akun-tahan"),
    path("pengguna/<int:pk>/samarkan/", pengguna.samarkan_akun, name="akun-samarkan"),
    path("pengguna/<int:pk>/faktor-kedua/", pengguna.cabut_faktor_akun, name="akun-cabut-faktor"),
]
