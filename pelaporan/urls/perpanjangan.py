"""Addresses under /pelaporan/laporan-mitra/perpanjangan/."""

from django.urls import path

from pelaporan.views import perpanjangan_batas as views

urlpatterns = [
    path("", views.PerpanjanganDaftarView.as_view(), name="perpanjangan-daftar"),
    path("<int:pk>/", views.rincian_perpanjangan, name="perpanjangan-rincian"),
    path("<int:pk>/setujui/", views.setujui_perpanjangan, name="perpanjangan-setujui"),
    path("<int:pk>/tolak/", views.tolak_perpanjangan, name="perpanjangan-tolak"),
]
