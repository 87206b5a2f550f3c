"""Addresses under /pengawasan/tindak-lanjut/."""

from django.urls import path

from pengawasan.views import tindak_lanjut as views

urlpatterns = [
    path("", views.TindakLanjutDaftarView.as_view(), name="tindak-lanjut-daftar"),
    path("<int:pk>/", views.TindakLanjutRincianView.as_view(), name="tindak-lanjut-rincian"),
    path("<int:pk>/lapor/", views.laporkan_tindak_lanjut, name="tindak-lanjut-lapor"),
    path("<int:pk>/kembalikan/", views.kembalikan_tindak_lanjut, name="tindak-lanjut-kembalikan"),
    path("<int:pk>/tutup/", views.tutup_tindak_lanjut, name="tindak-lanjut-tutup"),
    path("<int:pk>/bukti/<int:bukti_pk>/", views.unduh_bukti, name="tindak-lanjut-bukti"),
]
