"""Addresses under /kerja-sama/mitra/."""

from django.urls import path

from kerjasama.views import rujukan as views

urlpatterns = [
    path("", views.MitraDaftarView.as_view(), name="mitra-daftar"),
    path("tambah/", views.tambah_mitra, name="mitra-tambah"),
    path("<int:pk>/", views.MitraRincianView.as_view(), name="mitra-rincian"),
    path("<int:pk>/ubah/", views.ubah_mitra, name="mitra-ubah"),
]
