"""Addresses under /pengawasan/simulasi/."""

from django.urls import path

from pengawasan.views import rencana, simulasi

urlpatterns = [
    path("", simulasi.SimulasiView.as_view(), name="simulasi"),
    path("baris/", simulasi.SimulasiBarisView.as_view(), name="simulasi-baris"),
    path("usulan/", simulasi.SimulasiUsulanView.as_view(), name="simulasi-usulan"),
    path("rencana/terapkan/", rencana.terapkan_rencana, name="rencana-terapkan"),
    path("rencana/<int:pk>/", rencana.RencanaRincianView.as_view(), name="rencana-rincian"),
    path("rencana/<int:pk>/batalkan/", rencana.batalkan_rencana, name="rencana-batalkan"),
]
