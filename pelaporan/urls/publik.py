"""Addresses under /publik/, for anyone."""

from django.urls import path

from pelaporan.views import publik as views

urlpatterns = [
    path("", views.daftar_publik, name="publik-daftar"),
    path("data.csv", views.csv_publik, name="publik-csv"),
    path("data.json", views.json_publik, name="publik-json"),
    path("<int:pk>/", views.rincian_publik, name="publik-rincian"),
]
