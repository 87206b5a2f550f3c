"""Addresses under /pelaporan/berkas-lengkap/."""

from django.urls import path

from pelaporan.views import berkas_lengkap as views

urlpatterns = [
    path("naskah/<int:pk>/", views.naskah_berkas_lengkap, name="berkas-lengkap-naskah"),
    path("naskah/<int:pk>/minta/", views.minta_berkas_lengkap, name="berkas-lengkap-minta"),
    path("<int:pk>/", views.unduh_berkas_lengkap, name="berkas-lengkap-unduh"),
    path("<int:pk>/kemajuan/", views.kemajuan_berkas_lengkap, name="berkas-lengkap-kemajuan"),
]
