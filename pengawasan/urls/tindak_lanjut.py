"""Addresses under /pengawasan/tindak-lanjut/."""

from django.urls import path

from pengawasan.views import perkembangan
from pengawasan.views import tindak_lanjut as views

urlpatterns = [
    path("", views.TindakLanjutDaftarView.as_view(), name="tindak-lanjut-daftar"),
    path("<int:pk>/", views.TindakLanjutRincianView.as_view(), name="tindak-lanjut-rincian"),
    path("<int:pk>/lapor/", views.laporkan_tindak_lanjut, name="tindak-lanjut-lapor"),
    path("<int:pk>/kembalikan/", views.kembalikan_tindak_lanjut, name="tindak-lanjut-kembalikan"),
    path("<int:pk>/tutup/", views.tutup_tindak_lanjut, name="tindak-lanjut-tutup"),
    path("<int:pk>/bukti/<int:bukti_pk>/", views.unduh_bukti, name="tindak-lanjut-bukti"),
    path("<int:pk>/buka/", perkembangan.buka_kembali, name="tindak-lanjut-buka"),
    path(
        "<int:pk>/perkembangan/",
        perkembangan.catat_perkembangan,
        name="tindak-lanjut-perkembangan",
    ),
    path(
        "<int:pk>/berkas/<int:berkas_pk>/", perkembangan.unduh_berkas, name="tindak-lanjut-berkas"
    ),
    path("<int:pk>/butir/", perkembangan.pilih_butir, name="tindak-lanjut-butir"),
    path("<int:pk>/hasil/", perkembangan.tunjuk_hasil, name="tindak-lanjut-hasil"),
    path("<int:pk>/teguran/", perkembangan.buka_teguran, name="tindak-lanjut-teguran"),
    path("<int:pk>/tenggat/", perkembangan.minta_tenggat, name="tindak-lanjut-tenggat"),
    path(
        "<int:pk>/tenggat/<int:permintaan_pk>/putus/",
        perkembangan.putus_tenggat,
        name="tindak-lanjut-tenggat-putus",
    ),
    path("<int:pk>/serah/", perkembangan.serahkan, name="tindak-lanjut-serah"),
]
