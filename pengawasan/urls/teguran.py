"""Addresses under /pengawasan/teguran/; `surat_pk` is a letter of the case."""

from django.urls import path

from pengawasan.views import surat_teguran as surat
from pengawasan.views import teguran as views

urlpatterns = [
    path("", views.TeguranDaftarView.as_view(), name="teguran-daftar"),
    path("tambah/<int:naskah_pk>/", views.tambah_teguran, name="teguran-tambah"),
    path("<int:pk>/", views.TeguranRincianView.as_view(), name="teguran-rincian"),
    path("<int:pk>/batal/", views.batalkan_teguran, name="teguran-batal"),
    path("<int:pk>/lanjut/", views.lanjutkan_teguran, name="teguran-lanjut"),
    path("<int:pk>/terbit/", surat.terbitkan_surat, name="teguran-terbit"),
    path("<int:pk>/surat/<int:surat_pk>/sampai/", surat.sampaikan_surat, name="teguran-sampai"),
    path("<int:pk>/surat/<int:surat_pk>/jawab/", surat.jawab_surat, name="teguran-jawab"),
    path("<int:pk>/surat/<int:surat_pk>/nilai/", surat.nilai_surat, name="teguran-nilai"),
    path("<int:pk>/surat/<int:surat_pk>/batal/", surat.batalkan_surat, name="teguran-surat-batal"),
    path("<int:pk>/berkas/<int:berkas_pk>/", surat.unduh_berkas, name="teguran-berkas"),
]
