"""Addresses of the family and the life of one naskah, under /kerja-sama/naskah/."""

from django.urls import path

from kerjasama.views import addendum, keluarga

urlpatterns = [
    path("<int:pk>/keluarga/", keluarga.lihat_keluarga, name="naskah-keluarga"),
    path("<int:pk>/hapus/", keluarga.hapus_naskah, name="naskah-hapus"),
    path(
        "<int:pk>/pengakhiran/batal/",
        keluarga.batalkan_pengakhiran,
        name="naskah-pengakhiran-batal",
    ),
    path("<int:pk>/versi/<int:versi>/", addendum.lihat_versi, name="naskah-versi"),
    path("<int:pk>/addendum/tambah/", addendum.tambah_addendum, name="addendum-tambah"),
    path("<int:pk>/addendum/<int:addendum_pk>/", addendum.lihat_addendum, name="addendum-rincian"),
    path(
        "<int:pk>/addendum/<int:addendum_pk>/lengkapi/",
        addendum.lengkapi_addendum,
        name="addendum-lengkapi",
    ),
    path(
        "<int:pk>/addendum/<int:addendum_pk>/batal/",
        addendum.batalkan_addendum,
        name="addendum-batal",
    ),
    path(
        "<int:pk>/addendum/<int:addendum_pk>/berkas/", addendum.buka_berkas, name="addendum-berkas"
    ),
]
