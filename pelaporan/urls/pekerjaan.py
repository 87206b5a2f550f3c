"""Addresses under /pelaporan/pekerjaan-gagal/."""

from django.urls import path

from pelaporan.views import pekerjaan as views

urlpatterns = [
    path("", views.daftar_pekerjaan, name="pekerjaan-daftar"),
    path("<slug:kunci>/<int:pk>/ulangi/", views.ulangi_pekerjaan, name="pekerjaan-ulangi"),
]
