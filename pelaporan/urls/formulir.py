"""Addresses under /pelaporan/formulir/."""

from django.urls import path

from pelaporan.views import formulir as views
from pelaporan.views import sunting_formulir as sunting

urlpatterns = [
    path("", views.daftar_formulir, name="formulir-daftar"),
    path("<int:pk>/", views.rincian_formulir, name="formulir-rincian"),
    path("<int:pk>/pratinjau/", views.pratinjau_formulir, name="formulir-pratinjau"),
    path("<int:pk>/banding/", views.banding_formulir, name="formulir-banding"),
    path("<int:pk>/terbitkan/", views.terbitkan_formulir, name="formulir-terbitkan"),
    path("<int:pk>/hapus/", views.hapus_formulir, name="formulir-hapus"),
    path("<int:pk>/bagian/", sunting.tambah_bagian, name="formulir-bagian-tambah"),
    path("<int:pk>/bagian/<int:nomor>/", sunting.ubah_bagian, name="formulir-bagian-ubah"),
    path("<int:pk>/bagian/<int:nomor>/hapus/", sunting.hapus_bagian, name="formulir-bagian-hapus"),
    path("<int:pk>/bagian/<int:nomor>/naik/", sunting.naikkan_bagian, name="formulir-bagian-naik"),
    path("<int:pk>/kolom/<slug:kode>/", sunting.ubah_kolom, name="formulir-kolom"),
]
