"""Addresses of attachments and of the versions of files, under /kerja-sama/."""

from django.urls import path

from kerjasama.views import lampiran as views

urlpatterns = [
    path("naskah/<int:pk>/lampiran/", views.lampiran_naskah, name="naskah-lampiran"),
    path("naskah/<int:pk>/lampiran/tambah/", views.tambah_lampiran, name="lampiran-tambah"),
    path(
        "naskah/<int:pk>/dokumen/<int:dokumen_pk>/versi/",
        views.perbarui_versi_dokumen,
        name="dokumen-perbarui",
    ),
    path("naskah/<int:pk>/versi-berkas/<int:versi_pk>/", views.buka_versi, name="versi-buka"),
    path("lampiran/<int:pk>/perbarui/", views.perbarui_lampiran, name="lampiran-perbarui"),
    path("lampiran/<int:pk>/ubah/", views.ubah_lampiran, name="lampiran-ubah"),
    path("lampiran/<int:pk>/tutup/", views.tutup_lampiran, name="lampiran-tutup"),
    path("lampiran/<int:pk>/buka/", views.buka_lampiran, name="lampiran-buka"),
]
