"""Addresses under /pelaporan/dokumen/."""

from django.urls import path

from pelaporan.views import dokumen as views

urlpatterns = [
    path("", views.DokumenDaftarView.as_view(), name="dokumen-daftar"),
    path("terbit/<str:jenis>/<int:pk>/", views.terbitkan_dokumen, name="dokumen-terbitkan"),
    path("<int:pk>/", views.rincian_dokumen, name="dokumen-rincian"),
    path("<int:pk>/kemajuan/", views.kemajuan_dokumen, name="dokumen-kemajuan"),
    path("<int:pk>/tanda-tangan/", views.tandatangani_dokumen, name="dokumen-tandatangani"),
    path("<int:pk>/unduh/", views.unduh_dokumen, name="dokumen-unduh"),
]
