"""Addresses under /portal/."""

from django.urls import path

from pelaporan.views import perpanjangan_batas, portal_pengguna
from pelaporan.views import portal as views

urlpatterns = [
    path("", views.PortalDaftarView.as_view(), name="portal-daftar"),
    path("riwayat/", views.PortalRiwayatView.as_view(), name="portal-riwayat"),
    path("pengguna/", portal_pengguna.daftar_pengguna, name="portal-pengguna"),
    path("pengguna/<int:pk>/tugas/", portal_pengguna.atur_tugas, name="portal-pengguna-tugas"),
    path("kewajiban/<int:pk>/mulai/", views.mulai_laporan, name="portal-mulai"),
    path(
        "kewajiban/<int:pk>/perpanjangan/",
        perpanjangan_batas.minta_perpanjangan,
        name="portal-perpanjangan",
    ),
    path(
        "perpanjangan/<int:pk>/tarik/",
        perpanjangan_batas.tarik_perpanjangan,
        name="portal-perpanjangan-tarik",
    ),
    path("laporan/<int:pk>/", views.isi_laporan, name="portal-laporan"),
    path("laporan/<int:pk>/simpan/", views.simpan_laporan, name="portal-simpan"),
    path("laporan/<int:pk>/simpan-otomatis/", views.simpan_otomatis, name="portal-otomatis"),
    path("laporan/<int:pk>/unggah/", views.unggah_berkas, name="portal-unggah"),
    path("laporan/<int:pk>/berkas/<int:berkas_pk>/", views.unduh_berkas, name="portal-berkas"),
    path(
        "laporan/<int:pk>/berkas/<int:berkas_pk>/hapus/",
        views.hapus_berkas,
        name="portal-berkas-hapus",
    ),
    path("laporan/<int:pk>/banding/", views.banding_laporan, name="portal-banding"),
    path("laporan/<int:pk>/periksa/", views.periksa_laporan, name="portal-periksa"),
    path("laporan/<int:pk>/sampaikan/", views.sampaikan_laporan, name="portal-sampaikan"),
    path("laporan/<int:pk>/tanda-terima/<int:ke>/", views.tanda_terima, name="portal-tanda-terima"),
]
