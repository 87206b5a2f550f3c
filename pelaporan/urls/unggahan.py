"""Addresses of piecewise uploads, under /portal/."""

from django.urls import path

from pelaporan.views import unggahan_bertahap as views

urlpatterns = [
    path("laporan/<int:pk>/unggahan/", views.buka_unggahan, name="portal-unggahan-buka"),
    path("unggahan/<int:pk>/", views.terima_potongan, name="portal-unggahan-potongan"),
    path("unggahan/<int:pk>/selesai/", views.selesaikan_unggahan, name="portal-unggahan-selesai"),
    path("unggahan/<int:pk>/batal/", views.batalkan_unggahan, name="portal-unggahan-batal"),
]
