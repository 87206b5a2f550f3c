"""Addresses under /pelaporan/bukti/."""

from django.urls import path

from pelaporan.views.bukti import bukti_naskah

urlpatterns = [path("<int:pk>/", bukti_naskah, name="bukti-naskah")]
