"""Addresses of the register for other programs, under /api/v1/."""

from django.urls import path

from kerjasama.api import dokumen, views

urlpatterns = [
    path("naskah/", views.NaskahDaftarView.as_view(), name="naskah-daftar"),
    path("naskah/<int:pk>/", views.NaskahRincianView.as_view(), name="naskah-rincian"),
    path("naskah/<int:pk>/kewajiban/", views.KewajibanView.as_view(), name="naskah-kewajiban"),
    path("naskah/<int:pk>/lampiran/", views.LampiranView.as_view(), name="naskah-lampiran"),
    path("naskah/<int:pk>/dokumen/", dokumen.UnggahDokumenView.as_view(), name="naskah-dokumen"),
    path("kewajiban/<int:pk>/", views.ButirRincianView.as_view(), name="butir-rincian"),
    path("mitra/", views.MitraDaftarView.as_view(), name="mitra-daftar"),
    path("mitra/<int:pk>/", views.MitraRincianView.as_view(), name="mitra-rincian"),
    path(
        "perangkat-daerah/",
        views.PerangkatDaerahDaftarView.as_view(),
        name="perangkat-daerah-daftar",
    ),
    path(
        "perangkat-daerah/<int:pk>/",
        views.PerangkatDaerahRincianView.as_view(),
        name="perangkat-daerah-rincian",
    ),
    path("setoran/", views.SetoranDaftarView.as_view(), name="setoran-daftar"),
    path("setoran/<int:pk>/", views.SetoranRincianView.as_view(), name="setoran-rincian"),
]
