"""Addresses under /kerja-sama/perangkat-daerah/."""

from django.urls import path

from kerjasama.views import keanggotaan, nama, undangan
from kerjasama.views import rujukan as views

urlpatterns = [
    path("", views.PerangkatDaerahDaftarView.as_view(), name="perangkat-daerah-daftar"),
    path("tambah/", views.tambah_perangkat_daerah, name="perangkat-daerah-tambah"),
    path("<int:pk>/", views.PerangkatDaerahRincianView.as_view(), name="perangkat-daerah-rincian"),
    path("<int:pk>/ubah/", views.ubah_perangkat_daerah, name="perangkat-daerah-ubah"),
    path("<int:pk>/nama/", nama.ganti_nama_perangkat_daerah, name="perangkat-daerah-nama"),
    path(
        "<int:pk>/nama-lama/",
        nama.nama_lama_perangkat_daerah,
        name="perangkat-daerah-nama-lama",
    ),
    path(
        "<int:pk>/akses/",
        keanggotaan.buka_akses_perangkat_daerah,
        name="perangkat-daerah-akses",
    ),
    path("<int:pk>/undang/", undangan.undang_perangkat_daerah, name="perangkat-daerah-undang"),
]
