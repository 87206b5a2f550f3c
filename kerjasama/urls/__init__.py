"""Addresses of the app; one module per screen family."""

from django.urls import include, path

from kerjasama.urls import (
    cari,
    impor,
    keanggotaan,
    keluarga,
    kewajiban,
    lampiran,
    massal,
    mitra,
    narahubung,
    naskah,
    perangkat_daerah,
    rekan,
    setoran,
)

app_name = "kerjasama"
urlpatterns = [
    path("cari/", include(cari.urlpatterns)),
    path("naskah/massal/", include(massal.urlpatterns)),
    path("naskah/", include(naskah.urlpatterns)),
    path("naskah/", include(keluarga.urlpatterns)),
    path("naskah/", include(kewajiban.naskah_urlpatterns)),
    path("kewajiban/", include(kewajiban.urlpatterns)),
    path("setoran/", include(setoran.urlpatterns)),
    path("", include(lampiran.urlpatterns)),
    path("mitra/", include(mitra.urlpatterns)),
    path("perangkat-daerah/", include(perangkat_daerah.urlpatterns)),
    path("narahubung/", include(narahubung.urlpatterns)),
    path("akses/", include(keanggotaan.urlpatterns)),
    path("rekan/", include(rekan.urlpatterns)),
    path("impor/", include(impor.urlpatterns)),
]
