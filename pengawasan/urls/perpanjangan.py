"""Addresses under /pengawasan/perpanjangan/; `pk` is the naskah's."""

from django.urls import path

from pengawasan.views import perpanjangan as views

urlpatterns = [
    path("<int:pk>/", views.usulkan_perpanjangan, name="perpanjangan-usulkan"),
    path("<int:pk>/gabung/", views.gabungkan_perpanjangan, name="perpanjangan-gabung"),
]
