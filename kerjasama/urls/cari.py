"""Addresses under /kerja-sama/cari/."""

from django.urls import path

from kerjasama.views import cari as views

urlpatterns = [path("", views.CariView.as_view(), name="cari")]
