"""Addresses of the kernel for other programs, under /api/v1/."""

from django.urls import path

from inti.api import publikasi, sendiri

urlpatterns = [
    path("skema/", publikasi.SkemaView.as_view(), name="skema"),
    path("saya/", sendiri.SayaView.as_view(), name="saya"),
    path("pesan/", sendiri.PesanDaftarView.as_view(), name="pesan-daftar"),
    path("jejak/", sendiri.JejakDaftarView.as_view(), name="jejak-daftar"),
]
