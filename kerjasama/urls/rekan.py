"""Addresses under /kerja-sama/rekan/."""

from django.urls import path

from kerjasama.views import undangan as views

urlpatterns = [
    path("", views.rekan, name="rekan"),
    path("<int:pk>/undang/", views.undang_rekan, name="rekan-undang"),
]
