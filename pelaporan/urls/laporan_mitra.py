"""Addresses under /pelaporan/laporan-mitra/."""

from django.urls import path

from pelaporan.views import analisa
from pelaporan.views import laporan_mitra as views

urlpatterns = [
    path("", views.LaporanMitraDaftarView.as_view(), name="laporan-mitra-daftar"),
    path("belum/", views.KewajibanLaporanDaftarView.as_view(), name="laporan-mitra-belum"),
    path("belum/<int:pk>/tegur/", views.tegur_mitra, name="laporan-mitra-tegur"),
    path("belum/<int:pk>/ingatkan/", views.ingatkan_mitra, name="laporan-mitra-ingatkan"),
    path("analisa/<int:pk>/", analisa.ubah_analisa, name="analisa-ubah"),
    path("<int:pk>/", views.LaporanMitraRincianView.as_view(), name="laporan-mitra-rincian"),
    path("<int:pk>/banding/", views.banding_laporan, name="laporan-mitra-banding"),
    path("<int:pk>/terima/", views.terima_laporan, name="laporan-mitra-terima"),
    path("<int:pk>/kembalikan/", views.kembalikan_laporan, name="laporan-mitra-kembalikan"),
    path("<int:pk>/baca/<int:tanda_pk>/", views.baca_laporan, name="laporan-mitra-baca"),
    path("<int:pk>/berkas/<int:berkas_pk>/", views.unduh_berkas, name="laporan-mitra-berkas"),
]
