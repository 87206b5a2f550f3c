"""Addresses under /pelaporan/surat/."""

from django.urls import path

from pelaporan.views import register_surat as views
from pelaporan.views.permintaan import PermintaanDaftarView
from pelaporan.views.surat import SuratDaftarView

urlpatterns = [
    path("", SuratDaftarView.as_view(), name="surat-daftar"),
    path("pesan/", views.pesan_nomor, name="surat-pesan"),
    path("cetak/", views.cetak_register, name="surat-cetak"),
    path("permintaan-laporan/", PermintaanDaftarView.as_view(), name="permintaan-daftar"),
    path("<int:pk>/batal/", views.batalkan_nomor, name="surat-batal"),
    path("klasifikasi/", views.daftar_klasifikasi, name="klasifikasi-daftar"),
    path("klasifikasi/tambah/", views.tambah_klasifikasi, name="klasifikasi-tambah"),
    path("klasifikasi/<int:pk>/ubah/", views.ubah_klasifikasi, name="klasifikasi-ubah"),
]
