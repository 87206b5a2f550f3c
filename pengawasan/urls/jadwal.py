"""Addresses under /pengawasan/jadwal/."""

from django.urls import path

from pengawasan.views import jadwal as views
from pengawasan.views import penundaan, rencana

urlpatterns = [
    path("", views.JadwalDaftarView.as_view(), name="jadwal-daftar"),
    path("<int:pk>/", views.JadwalRincianView.as_view(), name="jadwal-rincian"),
    path("<int:pk>/tunda/", penundaan.ajukan_penundaan, name="jadwal-tunda"),
    path("<int:pk>/tutup/", views.tutup_jadwal, name="jadwal-tutup"),
    path("<int:pk>/rencana/", rencana.rencanakan_jadwal, name="jadwal-rencana"),
]
