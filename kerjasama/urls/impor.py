"""Addresses under /kerja-sama/impor/."""

from django.urls import path

from kerjasama.views import contoh_impor, pemetaan
from kerjasama.views import impor as views

urlpatterns = [
    path("", views.daftar_impor, name="impor-daftar"),
    path("contoh.xlsx", contoh_impor.contoh_xlsx, name="impor-contoh-xlsx"),
    path("contoh.csv", contoh_impor.contoh_csv, name="impor-contoh-csv"),
    path("<int:pk>/", views.ImporRincianView.as_view(), name="impor-rincian"),
    path("<int:pk>/kolom/", pemetaan.petakan_impor, name="impor-kolom"),
    path("<int:pk>/lembar/<int:lembar>/", pemetaan.buka_lembar, name="impor-lembar"),
    path("<int:pk>/kemajuan/", pemetaan.kemajuan_impor, name="impor-kemajuan"),
    path("<int:pk>/terima/", views.terima_semua, name="impor-terima-semua"),
    path("<int:pk>/tahan/", views.tahan_impor, name="impor-tahan"),
    path("<int:pk>/batal/", views.batal_impor, name="impor-batal"),
    path("<int:pk>/sisa.csv", views.sisa_csv, name="impor-sisa-csv"),
    path("baris/<int:pk>/ubah/", views.ubah_baris, name="impor-baris-ubah"),
    path("baris/<int:pk>/terima/", views.terima_baris, name="impor-baris-terima"),
    path("baris/<int:pk>/tahan/", views.tahan_satu, name="impor-baris-tahan"),
    path("baris/<int:pk>/tolak/", views.tolak_baris, name="impor-baris-tolak"),
    path("baris/<int:pk>/pulihkan/", views.pulihkan_baris, name="impor-baris-pulihkan"),
]
