"""Addresses under /pelaporan/rekap/."""

from django.urls import path

from pelaporan.views import rekap as views

urlpatterns = [
    path("", views.rekap_tkksd, name="rekap-tkksd"),
    path("semester/", views.rekap_semester, name="rekap-semester"),
    path("gubernur/", views.rekap_gubernur, name="rekap-gubernur"),
    path("monev/", views.rekap_monev, name="rekap-monev"),
    path("angka/", views.baris_rekap, name="rekap-baris"),
    path("terbit/", views.terbitkan_rekap, name="rekap-terbitkan"),
]
