"""Addresses under /pengawasan/rapat/."""

from django.urls import path

from pengawasan.views import acara_rapat as views
from pengawasan.views import sesi_hadir

urlpatterns = [
    path("", views.RapatDaftarView.as_view(), name="rapat-daftar"),
    path("tambah/", views.adakan_rapat, name="rapat-tambah"),
    path("<int:pk>/", views.lihat_rapat, name="rapat-rincian"),
    path("<int:pk>/ubah/", views.ubah_rapat, name="rapat-ubah"),
    path("<int:pk>/batal/", views.batalkan_rapat, name="rapat-batal"),
    path("<int:pk>/kalender.ics", views.kalender_rapat, name="rapat-kalender"),
    path("<int:pk>/hadir/", sesi_hadir.lihat_sesi, name="rapat-hadir"),
    path("<int:pk>/hadir/buka/", sesi_hadir.buka_sesi, name="rapat-hadir-buka"),
    path("<int:pk>/hadir/tutup/", sesi_hadir.tutup_sesi, name="rapat-hadir-tutup"),
    path("<int:pk>/hadirin/", sesi_hadir.lihat_hadirin, name="rapat-hadirin"),
    path(
        "<int:pk>/hadirin/<int:hadirin_pk>/hapus/",
        sesi_hadir.hapus_hadirin,
        name="rapat-hadirin-hapus",
    ),
]
