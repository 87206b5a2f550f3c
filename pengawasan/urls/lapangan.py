"""Addresses under /pengawasan/lapangan/: the service worker rules this folder and no other."""

from django.urls import path

from pengawasan.views import lapangan as views

urlpatterns = [
    path("", views.lapangan, name="lapangan"),
    path("token/", views.token_lapangan, name="lapangan-token"),
    path("pekerja.js", views.pekerja_lapangan, name="lapangan-pekerja"),
    path("manifes.webmanifest", views.manifes_lapangan, name="lapangan-manifes"),
    path("<int:pk>/", views.isi_lapangan, name="lapangan-isi"),
    path("<int:pk>/kirim/", views.kirim_lapangan, name="lapangan-kirim"),
    path("berita-acara/<int:pk>/foto/", views.foto_lapangan, name="lapangan-foto"),
    path("berita-acara/<int:pk>/selesai/", views.selesai_lapangan, name="lapangan-selesai"),
]
