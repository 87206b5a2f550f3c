"""Addresses under /pelaporan/surat/."""

from django.urls import path

from pelaporan.views.surat import SuratDaftarView

urlpatterns = [path("", SuratDaftarView.as_view(), name="surat-daftar")]
