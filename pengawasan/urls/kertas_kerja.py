"""Addresses under /pengawasan/kertas-kerja/."""

from django.urls import path

from pengawasan.views import kertas_kerja as views

urlpatterns = [
    path("", views.KertasKerjaDaftarView.as_view(), name="kertas-kerja-daftar"),
    path("kegiatan/<int:pk>/", views.banding_kertas_kerja, name="kertas-kerja-banding"),
    path("kegiatan/<int:pk>/minta/", views.minta_kertas_kerja, name="kertas-kerja-minta"),
    path("<int:pk>/", views.isi_kertas_kerja, name="kertas-kerja-rincian"),
    path("<int:pk>/kembalikan/", views.kembalikan_kertas_kerja, name="kertas-kerja-kembalikan"),
]
