"""Addresses of the app; one module per screen family."""

from django.urls import include, path

from pelaporan.urls import (
    berkas_lengkap,
    dokumen,
    laporan,
    laporan_mitra,
    meja_ketua,
    meja_walikota,
    portal,
    publik,
    publikasi,
    surat,
)

app_name = "pelaporan"
urlpatterns = [
    path("portal/", include(portal.urlpatterns)),
    path("pelaporan/laporan-mitra/", include(laporan_mitra.urlpatterns)),
    path("pelaporan/laporan/", include(laporan.urlpatterns)),
    path("pelaporan/meja-ketua/", include(meja_ketua.urlpatterns)),
    path("pelaporan/meja-walikota/", include(meja_walikota.urlpatterns)),
    path("pelaporan/berkas-lengkap/", include(berkas_lengkap.urlpatterns)),
    path("pelaporan/publikasi/", include(publikasi.urlpatterns)),
    path("pelaporan/dokumen/", include(dokumen.urlpatterns)),
    path("publik/", include(publik.urlpatterns)),
    path("pelaporan/surat/", include(surat.urlpatterns)),
]
