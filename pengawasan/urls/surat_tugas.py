"""Addresses under /pengawasan/surat-tugas/."""

from django.urls import path

from pengawasan.views import surat_tugas as views

urlpatterns = [
    path("", views.SuratTugasDaftarView.as_view(), name="surat-tugas-daftar"),
    path("tambah/", views.tambah_surat_tugas, name="surat-tugas-tambah"),
    path("<int:pk>/", views.SuratTugasRincianView.as_view(), name="surat-tugas-rincian"),
    path("<int:pk>/cabut/", views.cabut_surat_tugas, name="surat-tugas-cabut"),
    path("<int:pk>/gantikan/", views.gantikan_surat_tugas, name="surat-tugas-gantikan"),
]
