"""Addresses under /kerja-sama/perangkat-daerah/."""

from django.urls import path

from kerjasama.views import rujukan as views

urlpatterns = [
    path("", views.PerangkatDaerahDaftarView.as_view(), name="perangkat-daerah-daftar"),
    path("tambah/", views.tambah_perangkat_daerah, name="perangkat-daerah-tambah"),
    path("<int:pk>/", views.PerangkatDaerahRincianView.as_view(), name="perangkat-daerah-rincian"),
    path("<int:pk>/ubah/", views.ubah_perangkat_daerah, name="perangkat-daerah-ubah"),
]
