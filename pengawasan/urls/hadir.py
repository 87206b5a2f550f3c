"""Addresses under /hadir/, for anyone who has the code of a meeting."""

from django.urls import path

from pengawasan.views import hadir as views

urlpatterns = [
    path("<str:token>/", views.hadir, name="hadir"),
    path("<str:token>/lain/", views.orang_lain, name="hadir-lain"),
]
