"""Addresses under /pengawasan/penundaan/."""

from django.urls import path

from pengawasan.views import penundaan as views

urlpatterns = [
    path("", views.PenundaanDaftarView.as_view(), name="penundaan-daftar"),
    path("<int:pk>/setujui/", views.setujui_penundaan, name="penundaan-setujui"),
    path("<int:pk>/tolak/", views.tolak_penundaan, name="penundaan-tolak"),
    path("<int:pk>/tarik/", views.tarik_penundaan, name="penundaan-tarik"),
]
