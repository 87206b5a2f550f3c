"""Addresses under /pengawasan/rekomendasi/."""

from django.urls import path

from pengawasan.views import rekomendasi as views

urlpatterns = [
    path("<int:pk>/", views.RekomendasiRincianView.as_view(), name="rekomendasi-rincian"),
]
