"""Addresses of reporting for other programs, under /api/v1/."""

from django.urls import path

from pelaporan.api import portal, views

urlpatterns = [
    path("laporan/", views.LaporanDaftarView.as_view(), name="laporan-daftar"),
    path("laporan/<int:pk>/", views.LaporanRincianView.as_view(), name="laporan-rincian"),
    path("laporan-mitra/", views.LaporanMitraDaftarView.as_view(), name="laporan-mitra-daftar"),
    path(
        "laporan-mitra/belum/",
        views.KewajibanLaporanDaftarView.as_view(),
        name="laporan-mitra-belum",
    ),
    path(
        "laporan-mitra/<int:pk>/",
        views.LaporanMitraRincianView.as_view(),
        name="laporan-mitra-rincian",
    ),
    path(
        "permintaan-laporan/",
        views.PermintaanDaftarView.as_view(),
        name="permintaan-laporan-daftar",
    ),
    path(
        "permintaan-laporan/<int:pk>/",
        views.PermintaanRincianView.as_view(),
        name="permintaan-laporan-rincian",
    ),
    path("perpanjangan/", views.PerpanjanganDaftarView.as_view(), name="perpanjangan-daftar"),
    path(
        "perpanjangan/<int:pk>/",
        views.PerpanjanganRincianView.as_view(),
        name="perpanjangan-rincian",
    ),
    path("surat/", views.SuratDaftarView.as_view(), name="surat-daftar"),
    path("dokumen/", views.DokumenDaftarView.as_view(), name="dokumen-daftar"),
    path("portal/kewajiban/", views.KewajibanSayaView.as_view(), name="portal-kewajiban"),
    path("portal/riwayat/", views.RiwayatSayaView.as_view(), name="portal-riwayat"),
    path(
        "portal/kewajiban/<int:pk>/mulai/", portal.MulaiLaporanView.as_view(), name="portal-mulai"
    ),
    path("portal/laporan/<int:pk>/", portal.IsiLaporanView.as_view(), name="portal-laporan"),
    path(
        "portal/laporan/<int:pk>/berkas/", portal.UnggahBerkasView.as_view(), name="portal-unggah"
    ),
    path(
        "portal/laporan/<int:pk>/sampaikan/",
        portal.SampaikanLaporanView.as_view(),
        name="portal-sampaikan",
    ),
]
