"""Addresses under /pengawasan/tim-pembinaan/."""

from django.urls import path

from pengawasan.views import keputusan_tim as views

urlpatterns = [
    path("", views.KeputusanTimDaftarView.as_view(), name="keputusan-tim-daftar"),
    path("tambah/", views.tambah_keputusan_tim, name="keputusan-tim-tambah"),
    path("<int:pk>/", views.KeputusanTimRincianView.as_view(), name="keputusan-tim-rincian"),
    path("<int:pk>/ubah/", views.ubah_keputusan_tim, name="keputusan-tim-ubah"),
    path("<int:pk>/hapus/", views.hapus_keputusan_tim, name="keputusan-tim-hapus"),
    path(
        "<int:pk>/berkas/<int:versi_pk>/",
        views.buka_berkas_keputusan_tim,
        name="keputusan-tim-berkas",
    ),
]
