"""Addresses under /pengawasan/kuesioner/."""

from django.urls import path

from pengawasan.views import kuesioner as views

urlpatterns = [
    path("", views.daftar_kuesioner, name="kuesioner-daftar"),
    path("<int:pk>/", views.rincian_kuesioner, name="kuesioner-rincian"),
    path("<int:pk>/ubah/", views.ubah_kuesioner, name="kuesioner-ubah"),
    path("<int:pk>/terbitkan/", views.terbitkan_kuesioner, name="kuesioner-terbitkan"),
    path("<int:pk>/hapus/", views.hapus_kuesioner, name="kuesioner-hapus"),
]
