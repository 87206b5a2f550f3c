"""Addresses under /pengawasan/berita-acara/."""

from django.urls import path

from pengawasan.views import berita_acara as views

urlpatterns = [
    path("tambah/<int:pk>/", views.tambah_berita_acara, name="berita-acara-tambah"),
    path("<int:pk>/", views.BeritaAcaraRincianView.as_view(), name="berita-acara-rincian"),
    path("<int:pk>/ubah/", views.ubah_berita_acara, name="berita-acara-ubah"),
    path("<int:pk>/ajukan/", views.ajukan_berita_acara, name="berita-acara-ajukan"),
    path("<int:pk>/kembalikan/", views.kembalikan_berita_acara, name="berita-acara-kembalikan"),
    path("<int:pk>/verifikasi/", views.verifikasi_berita_acara, name="berita-acara-verifikasi"),
    path("<int:pk>/foto/<int:foto_pk>/", views.foto_berita_acara, name="berita-acara-foto"),
]
