"""Addresses under /kerja-sama/naskah/."""

from django.urls import path

from kerjasama.views import narahubung, pilihan_naskah
from kerjasama.views import naskah as views

urlpatterns = [
    path("", views.NaskahDaftarView.as_view(), name="naskah-daftar"),
    path("tambah/", views.tambah_naskah, name="naskah-tambah"),
    path("saran/", pilihan_naskah.saran_naskah, name="naskah-saran"),
    path("<int:pk>/", views.NaskahRincianView.as_view(), name="naskah-rincian"),
    path("<int:pk>/ubah/", views.ubah_naskah, name="naskah-ubah"),
    path("<int:pk>/berlakukan/", views.berlakukan_naskah, name="naskah-berlakukan"),
    path("<int:pk>/akhiri/", views.akhiri_naskah, name="naskah-akhiri"),
    path("<int:pk>/pihak/", narahubung.PihakNaskahView.as_view(), name="naskah-pihak"),
    path(
        "<int:pk>/pihak/<int:pihak_pk>/narahubung/",
        narahubung.tambah_narahubung_pihak,
        name="naskah-narahubung",
    ),
    path("<int:pk>/dokumen/", views.unggah_dokumen, name="naskah-dokumen"),
    path("<int:pk>/dokumen/<int:dokumen_pk>/", views.buka_dokumen, name="naskah-dokumen-buka"),
]
