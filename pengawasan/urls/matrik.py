"""Addresses under /pengawasan/matrik/; `pk` is the kegiatan's."""

from django.urls import path

from pengawasan.views import matrik as views

urlpatterns = [
    path("<int:pk>/", views.rincian_matrik, name="matrik-rincian"),
    path("<int:pk>/tambah/", views.tambah_baris, name="matrik-baris-tambah"),
    path("<int:pk>/baris/<int:baris_pk>/ubah/", views.ubah_baris, name="matrik-baris-ubah"),
    path("<int:pk>/baris/<int:baris_pk>/hapus/", views.hapus_baris, name="matrik-baris-hapus"),
]
