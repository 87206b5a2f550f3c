"""Addresses of the app; one module per screen family."""

from django.urls import include, path

from pelaporan.urls import (
    berkas_lengkap,
    bukti,
    dokumen,
    formulir,
    kalender,
    keaslian,
    laporan,
    laporan_mitra,
    meja_ketua,
    meja_walikota,
    pekerjaan,
    permintaan_laporan,
    perpanjangan,
    portal,
    publik,
    publikasi,
    rekap,
    surat,
    unggahan,
)
from pelaporan.views import dasbor, pengingat_naskah

app_name = "pelaporan"
urlpatterns = [
    path("portal/", include(portal.urlpatterns)),
    path("portal/", include(unggahan.urlpatterns)),
    path("pelaporan/laporan-mitra/permintaan/", include(permintaan_laporan.urlpatterns)),
    path("pelaporan/laporan-mitra/perpanjangan/", include(perpanjangan.urlpatterns)),
    path("pelaporan/laporan-mitra/", include(laporan_mitra.urlpatterns)),
    path("pelaporan/formulir/", include(formulir.urlpatterns)),
    path("pelaporan/laporan/", include(laporan.urlpatterns)),
    path("pelaporan/meja-ketua/", include(meja_ketua.urlpatterns)),
    path("pelaporan/meja-walikota/", include(meja_walikota.urlpatterns)),
    path("pelaporan/berkas-lengkap/", include(berkas_lengkap.urlpatterns)),
    path("pelaporan/publikasi/", include(publikasi.urlpatterns)),
    path("pelaporan/pekerjaan-gagal/", include(pekerjaan.urlpatterns)),
    path("pelaporan/dokumen/", include(dokumen.urlpatterns)),
    path("publik/", include(publik.urlpatterns)),
    path("v/", include(keaslian.urlpatterns)),
    path("pelaporan/surat/", include(surat.urlpatterns)),
    path("pelaporan/bukti/", include(bukti.urlpatterns)),
    path("pelaporan/rekap/", include(rekap.urlpatterns)),
    path("dasbor/", dasbor.lihat_dasbor, name="dasbor"),
    path("kalender/", include(kalender.urlpatterns)),
    path(
        "pelaporan/naskah/<int:pk>/pengingat/",
        pengingat_naskah.lihat_pengingat,
        name="naskah-pengingat",
    ),
]
