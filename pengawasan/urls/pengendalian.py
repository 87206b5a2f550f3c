"""Addresses under /pengawasan/pengendalian/."""

from django.urls import path

from pengawasan.views import pengendalian as views

urlpatterns = [
    path("", views.PengendalianDaftarView.as_view(), name="pengendalian-daftar"),
    path("naskah/<int:pk>/tambah/", views.tambah_pengendalian, name="pengendalian-tambah"),
    path("<int:pk>/", views.PengendalianRincianView.as_view(), name="pengendalian-rincian"),
    path("<int:pk>/ubah/", views.ubah_pengendalian, name="pengendalian-ubah"),
    path("<int:pk>/berkas/", views.buka_berkas_pengendalian, name="pengendalian-berkas"),
]
