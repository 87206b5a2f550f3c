"""Addresses under /kerja-sama/akses/."""

from django.urls import path

from kerjasama.views import keanggotaan as views

urlpatterns = [
    path("<int:pk>/tugas/", views.atur_tugas, name="akses-tugas"),
    path("<int:pk>/tutup/", views.tutup_akses, name="akses-tutup"),
]
