"""Addresses under /pengawasan/kebijakan/."""

from django.urls import path

from pengawasan.views import kebijakan as views
from pengawasan.views import simulasi_kebijakan

urlpatterns = [
    path("", views.KebijakanDaftarView.as_view(), name="kebijakan-daftar"),
    path("tambah/", views.tambah_kebijakan, name="kebijakan-tambah"),
    path("<int:pk>/", views.KebijakanRincianView.as_view(), name="kebijakan-rincian"),
    path("<int:pk>/ubah/", views.ubah_kebijakan, name="kebijakan-ubah"),
    path("<int:pk>/simulasikan/", views.simulasikan_kebijakan, name="kebijakan-simulasikan"),
    path("<int:pk>/kemajuan/", views.kemajuan_simulasi_kebijakan, name="kebijakan-kemajuan"),
    path(
        "<int:pk>/simulasi/",
        simulasi_kebijakan.BarisSimulasiKebijakanDaftarView.as_view(),
        name="kebijakan-simulasi",
    ),
    path("<int:pk>/terbitkan/", views.terbitkan_kebijakan, name="kebijakan-terbitkan"),
    path("<int:pk>/hapus/", views.hapus_kebijakan, name="kebijakan-hapus"),
    path("<int:pk>/berkas/", views.berkas_kebijakan, name="kebijakan-berkas"),
]
