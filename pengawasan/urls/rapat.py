"""Addresses under /pengawasan/rapat/."""

from django.urls import path

from pengawasan.views import acara_rapat as views

urlpatterns = [
    path("tambah/", views.adakan_rapat, name="rapat-tambah"),
    path("<int:pk>/", views.lihat_rapat, name="rapat-rincian"),
    path("<int:pk>/ubah/", views.ubah_rapat, name="rapat-ubah"),
    path("<int:pk>/batal/", views.batalkan_rapat, name="rapat-batal"),
    path("<int:pk>/kalender.ics", views.kalender_rapat, name="rapat-kalender"),
]
