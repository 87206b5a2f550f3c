"""Addresses under /pelaporan/laporan-mitra/permintaan/."""

from django.urls import path

from pelaporan.views import permintaan_laporan as views

urlpatterns = [
    path("", views.PermintaanLaporanDaftarView.as_view(), name="permintaan-laporan-daftar"),
    path("naskah/<int:pk>/", views.minta_laporan, name="permintaan-laporan-tambah"),
    path("<int:pk>/", views.rincian_permintaan, name="permintaan-laporan-rincian"),
    path("<int:pk>/tarik/", views.tarik_permintaan, name="permintaan-laporan-tarik"),
]
