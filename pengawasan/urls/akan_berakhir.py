"""Addresses under /kerja-sama/akan-berakhir/."""

from django.urls import path

from pengawasan.views import akan_berakhir as views

urlpatterns = [
    path("", views.akan_berakhir, name="akan-berakhir"),
    path("naskah/<int:pk>/tunda/", views.tunda_naskah, name="akan-berakhir-tunda-naskah"),
    path("lampiran/<int:pk>/tunda/", views.tunda_lampiran, name="akan-berakhir-tunda-lampiran"),
    path("tunda/<int:pk>/cabut/", views.cabut_tunda, name="akan-berakhir-cabut"),
]
