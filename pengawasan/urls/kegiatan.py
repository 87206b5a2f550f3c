"""Addresses under /pengawasan/kegiatan/."""

from django.urls import path

from pengawasan.views import dokumentasi, kalender, rapat
from pengawasan.views import kegiatan as views

urlpatterns = [
    path("", views.KegiatanDaftarView.as_view(), name="kegiatan-daftar"),
    path("tambah/", views.tambah_kegiatan, name="kegiatan-tambah"),
    path("<int:pk>/", views.KegiatanRincianView.as_view(), name="kegiatan-rincian"),
    path("<int:pk>/ubah/", views.ubah_kegiatan, name="kegiatan-ubah"),
    path("<int:pk>/batal/", views.batalkan_kegiatan, name="kegiatan-batal"),
    path("<int:pk>/unsur/", views.catat_unsur, name="kegiatan-unsur"),
    path("<int:pk>/dokumentasikan/", dokumentasi.dokumentasikan, name="kegiatan-dokumentasikan"),
    path(
        "<int:pk>/buka-dokumentasi/",
        dokumentasi.buka_dokumentasi,
        name="kegiatan-buka-dokumentasi",
    ),
    path("<int:pk>/kalender.ics", kalender.kalender_kegiatan, name="kegiatan-kalender"),
    path("<int:pk>/hadirin/", rapat.ubah_hadirin, name="hadirin-ubah"),
    path("<int:pk>/notulensi/", rapat.ubah_notulensi, name="notulensi-ubah"),
]
