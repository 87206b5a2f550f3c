"""Addresses under /kerja-sama/naskah/massal/."""

from django.urls import path

from kerjasama.views import massal as views

urlpatterns = [
    path("", views.pilih_massal, name="naskah-massal"),
    path("terapkan/", views.terapkan_massal, name="naskah-massal-terapkan"),
    path("<int:pk>/", views.rincian_massal, name="naskah-massal-rincian"),
    path("<int:pk>/batal/", views.batal_massal, name="naskah-massal-batal"),
]
