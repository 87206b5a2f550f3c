"""Addresses under /kalender/."""

from django.urls import path

from pelaporan.views import kalender as views
from pelaporan.views import langganan_kalender as langganan

urlpatterns = [
    path("", views.lihat_kalender, name="kalender"),
    path("langganan/", langganan.langganan, name="langganan-kalender"),
    path("langganan/<int:pk>/cabut/", langganan.cabut_langganan, name="langganan-kalender-cabut"),
    path("<slug:token>.ics", langganan.berkas_langganan, name="kalender-ics"),
]
