"""Addresses under /v/, for anyone; short, because they stand on paper and in a QR code."""

from django.urls import path

from pelaporan.views import keaslian as views

urlpatterns = [
    path("", views.periksa_keaslian, name="keaslian-periksa"),
    path("<str:kode>/", views.rincian_keaslian, name="keaslian-rincian"),
]
