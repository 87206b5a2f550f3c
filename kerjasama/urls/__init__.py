"""Addresses of the app; one module per screen family."""

from django.urls import include, path

from kerjasama.urls import impor, keluarga, mitra, naskah, perangkat_daerah

app_name = "kerjasama"
urlpatterns = [
    path("naskah/", include(naskah.urlpatterns)),
    path("naskah/", include(keluarga.urlpatterns)),
    path("mitra/", include(mitra.urlpatterns)),
    path("perangkat-daerah/", include(perangkat_daerah.urlpatterns)),
    path("impor/", include(impor.urlpatterns)),
]
