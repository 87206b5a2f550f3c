"""Addresses under /kerja-sama/kewajiban/, and the page of a naskah that leads to them."""

from django.urls import path

from kerjasama.views import kewajiban as views

naskah_urlpatterns = [
    path("<int:pk>/kewajiban/", views.rincian_kewajiban, name="kewajiban-rincian"),
    path("<int:pk>/kewajiban/tambah/", views.tambah_butir, name="butir-tambah"),
]
urlpatterns = [
    path("<int:pk>/", views.rincian_butir, name="butir-rincian"),
    path("<int:pk>/ubah/", views.ubah_butir, name="butir-ubah"),
    path("<int:pk>/nyatakan/", views.nyatakan_butir, name="butir-nyatakan"),
    path("<int:pk>/bukti/<int:bukti_pk>/", views.buka_bukti, name="butir-bukti"),
]
