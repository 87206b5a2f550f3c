"""Addresses under /kerja-sama/mitra/."""

from django.urls import path

from kerjasama.views import gabung, keanggotaan, nama, narahubung, pilihan_mitra, undangan
from kerjasama.views import rujukan as views

urlpatterns = [
    path("", views.MitraDaftarView.as_view(), name="mitra-daftar"),
    path("tambah/", views.tambah_mitra, name="mitra-tambah"),
    path("saran/", pilihan_mitra.saran_mitra, name="mitra-saran"),
    path("<int:pk>/", views.MitraRincianView.as_view(), name="mitra-rincian"),
    path("<int:pk>/ubah/", views.ubah_mitra, name="mitra-ubah"),
    path("<int:pk>/nama/", nama.ganti_nama_mitra, name="mitra-nama"),
    path("<int:pk>/nama-lama/", nama.nama_lama_mitra, name="mitra-nama-lama"),
    path("<int:pk>/gabung/", gabung.gabung_mitra, name="mitra-gabung"),
    path("<int:pk>/hapus/", views.hapus_mitra, name="mitra-hapus"),
    path("<int:pk>/akses/", keanggotaan.buka_akses_mitra, name="mitra-akses"),
    path("<int:pk>/undang/", undangan.undang_mitra, name="mitra-undang"),
    path("<int:pk>/narahubung/", narahubung.tambah_narahubung_mitra, name="mitra-narahubung"),
]
