"""Addresses under /pelaporan/publikasi/."""

from django.urls import path

from pelaporan.views import publikasi as views

urlpatterns = [
    path("", views.PengecualianDaftarView.as_view(), name="publikasi-daftar"),
    path("naskah/<int:pk>/", views.PublikasiRincianView.as_view(), name="publikasi-rincian"),
    path("naskah/<int:pk>/tahan/", views.tahan_publikasi, name="publikasi-tahan"),
    path("naskah/<int:pk>/tampilkan/", views.tampilkan_publikasi, name="publikasi-tampilkan"),
]
