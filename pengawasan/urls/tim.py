"""Addresses under /pengawasan/tim/."""

from django.urls import path

from pengawasan.views import anggota_naskah, tenaga_profesional
from pengawasan.views import tim as views

urlpatterns = [
    path("", views.rincian_tim, name="tim-rincian"),
    path("kursi/<int:pk>/", views.rincian_kursi, name="kursi-rincian"),
    path("kursi/<int:pk>/angkat/", views.angkat_pemangku, name="kursi-angkat"),
    path("pemangku/<int:pk>/akhiri/", views.akhiri_pemangku, name="pemangku-akhiri"),
    path("pemangku/<int:pk>/perbaiki/", views.perbaiki_pemangku, name="pemangku-perbaiki"),
    path(
        "anggota-tidak-tetap/",
        anggota_naskah.AnggotaNaskahDaftarView.as_view(),
        name="anggota-naskah-daftar",
    ),
    path(
        "anggota-tidak-tetap/naskah/<int:pk>/tambah/",
        anggota_naskah.tambah_anggota_naskah,
        name="anggota-naskah-tambah",
    ),
    path(
        "anggota-tidak-tetap/<int:pk>/akhiri/",
        anggota_naskah.akhiri_anggota_naskah,
        name="anggota-naskah-akhiri",
    ),
    path(
        "tenaga-profesional/",
        tenaga_profesional.TenagaProfesionalDaftarView.as_view(),
        name="tenaga-profesional-daftar",
    ),
    path(
        "tenaga-profesional/tambah/",
        tenaga_profesional.tambah_tenaga_profesional,
        name="tenaga-profesional-tambah",
    ),
    path(
        "tenaga-profesional/<int:pk>/ubah/",
        tenaga_profesional.ubah_tenaga_profesional,
        name="tenaga-profesional-ubah",
    ),
]
