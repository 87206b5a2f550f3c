"""Addresses under /pelaporan/meja-ketua/."""

from django.urls import path

from pelaporan.views import meja_ketua as views

urlpatterns = [
    path("serahkan/", views.serahkan_meja, name="meja-ketua-serahkan"),
    path("<int:pk>/bundel/", views.bundel_meja, name="meja-ketua-bundel"),
    path("", views.MejaKetuaView.as_view(), name="meja-ketua"),
    path("<int:pk>/", views.meja_laporan, name="meja-ketua-laporan"),
]
