"""Addresses under /kerja-sama/narahubung/."""

from django.urls import path

from kerjasama.views import narahubung as views

urlpatterns = [
    path("<int:pk>/ubah/", views.ubah_narahubung, name="narahubung-ubah"),
    path("<int:pk>/hapus/", views.hapus_narahubung, name="narahubung-hapus"),
]
