"""Addresses under /pelaporan/meja-walikota/."""

from django.urls import path

from pelaporan.views import meja_walikota as views

urlpatterns = [
    path("", views.MejaWalikotaView.as_view(), name="meja-walikota"),
    path("<int:pk>/putuskan/", views.putuskan_walikota, name="meja-walikota-putuskan"),
]
