"""Addresses under /pengawasan/matrik/; `pk` is the kegiatan's."""

from django.urls import path

from pengawasan.views import matrik as views
from pengawasan.views import sunting_matrik as sunting

urlpatterns = [
    path("<int:pk>/", views.rincian_matrik, name="matrik-rincian"),
    path("<int:pk>/sunting/", sunting.sunting_matrik, name="matrik-sunting"),
    path("<int:pk>/urutkan/", sunting.urutkan_baris, name="matrik-urutkan"),
    path("<int:pk>/usulan/", sunting.pakai_usulan, name="matrik-usulan-pakai"),
    path("<int:pk>/tempel/", sunting.tempel_baris, name="matrik-tempel"),
    path("<int:pk>/unduh/", sunting.unduh_matrik, name="matrik-unduh"),
    path("<int:pk>/tambah/", views.tambah_baris, name="matrik-baris-tambah"),
    path("<int:pk>/baris/<int:baris_pk>/ubah/", views.ubah_baris, name="matrik-baris-ubah"),
    path("<int:pk>/baris/<int:baris_pk>/hapus/", views.hapus_baris, name="matrik-baris-hapus"),
]
