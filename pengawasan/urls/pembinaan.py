"""Addresses under /pengawasan/pembinaan/."""

from django.urls import path

from pengawasan.views import pembinaan as views
from pengawasan.views.rekap_pembinaan import rekap_pembinaan

urlpatterns = [
    path("", views.PembinaanDaftarView.as_view(), name="pembinaan-daftar"),
    path("rekap/", rekap_pembinaan, name="pembinaan-rekap"),
    path("tambah/", views.tambah_pembinaan, name="pembinaan-tambah"),
    path("<int:pk>/", views.PembinaanRincianView.as_view(), name="pembinaan-rincian"),
    path("<int:pk>/ubah/", views.ubah_pembinaan, name="pembinaan-ubah"),
    path("<int:pk>/batal/", views.batalkan_pembinaan, name="pembinaan-batal"),
    path("<int:pk>/berkas/", views.tambah_berkas_pembinaan, name="pembinaan-berkas-tambah"),
    path(
        "<int:pk>/berkas/<int:berkas_pk>/",
        views.buka_berkas_pembinaan,
        name="pembinaan-berkas",
    ),
    path(
        "<int:pk>/berkas/<int:berkas_pk>/hapus/",
        views.hapus_berkas_pembinaan,
        name="pembinaan-berkas-hapus",
    ),
]
