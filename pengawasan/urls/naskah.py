"""Addresses under /pengawasan/naskah/."""

from django.urls import path

from pengawasan.views import jadwal as views

urlpatterns = [path("<int:pk>/", views.NaskahPengawasanView.as_view(), name="naskah-rincian")]
