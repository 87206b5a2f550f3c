"""Addresses under /pelaporan/laporan/."""

from django.urls import path

from pelaporan.views import laporan as views

urlpatterns = [
    path("", views.LaporanDaftarView.as_view(), name="laporan-daftar"),
    path("tambah/", views.tambah_laporan, name="laporan-tambah"),
    path("<int:pk>/", views.LaporanRincianView.as_view(), name="laporan-rincian"),
    path("<int:pk>/ubah/", views.ubah_laporan, name="laporan-ubah"),
    path("<int:pk>/kirim/", views.kirim_laporan, name="laporan-kirim"),
    path("<int:pk>/cabut/", views.cabut_laporan, name="laporan-cabut"),
    path("bundel/<int:pk>/", views.unduh_bundel, name="bundel-unduh"),
    path("bundel/<int:pk>/kemajuan/", views.kemajuan_bundel, name="bundel-kemajuan"),
    path("bundel/<int:pk>/tanda-tangan/", views.tanda_bundel, name="bundel-tanda"),
    path("bundel/<int:pk>/ulangi/", views.ulangi_bundel, name="bundel-ulangi"),
]
