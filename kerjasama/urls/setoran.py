"""Addresses under /kerja-sama/setoran/."""

from django.urls import path

from kerjasama.views import setoran as views

urlpatterns = [
    path("", views.SetoranDaftarView.as_view(), name="setoran-daftar"),
    path("<int:pk>/", views.rincian_setoran, name="setoran-rincian"),
    path("<int:pk>/bayar/", views.bayar_setoran, name="setoran-bayar"),
    path("<int:pk>/tetapkan/", views.tetapkan_setoran, name="setoran-tetapkan"),
    path(
        "pembayaran/<int:pk>/konfirmasi/", views.konfirmasi_pembayaran, name="pembayaran-konfirmasi"
    ),
    path("pembayaran/<int:pk>/koreksi/", views.koreksi_pembayaran, name="pembayaran-koreksi"),
    path("pembayaran/<int:pk>/bukti/", views.buka_bukti, name="pembayaran-bukti"),
]
