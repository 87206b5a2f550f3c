"""Addresses of the supervision for other programs, under /api/v1/."""

from django.urls import path

from pengawasan.api import berita_acara, views

# First part of the address -> its list, and its detail where there is one.
SUMBER = {
    "jadwal": (views.JadwalDaftarView, views.JadwalRincianView),
    "penundaan": (views.PenundaanDaftarView, None),
    "kegiatan": (views.KegiatanDaftarView, views.KegiatanRincianView),
    "berita-acara": (views.BeritaAcaraDaftarView, berita_acara.BeritaAcaraView),
    "rapat": (views.RapatDaftarView, views.RapatRincianView),
    "surat-tugas": (views.SuratTugasDaftarView, views.SuratTugasRincianView),
    "pengendalian": (views.PengendalianDaftarView, views.PengendalianRincianView),
    "kertas-kerja": (views.KertasKerjaDaftarView, None),
    "tindak-lanjut": (views.TindakLanjutDaftarView, views.TindakLanjutRincianView),
    "teguran": (views.TeguranDaftarView, views.TeguranRincianView),
    "pembinaan": (views.PembinaanDaftarView, views.PembinaanRincianView),
    "keputusan-tim": (views.KeputusanTimDaftarView, views.KeputusanTimRincianView),
    "kebijakan": (views.KebijakanDaftarView, views.KebijakanRincianView),
}
urlpatterns = [
    path("kegiatan/<int:pk>/matrik/", views.MatrikView.as_view(), name="kegiatan-matrik"),
    path(
        "kegiatan/<int:pk>/berita-acara/",
        berita_acara.SusunBeritaAcaraView.as_view(),
        name="berita-acara-tambah",
    ),
    path(
        "berita-acara/<int:pk>/ajukan/",
        berita_acara.AjukanBeritaAcaraView.as_view(),
        name="berita-acara-ajukan",
    ),
    path(
        "rekomendasi/<int:pk>/", views.RekomendasiRincianView.as_view(), name="rekomendasi-rincian"
    ),
]
for nama, (daftar, rincian) in SUMBER.items():
    urlpatterns.append(path(f"{nama}/", daftar.as_view(), name=f"{nama}-daftar"))
    if rincian is not None:
        urlpatterns.append(path(f"{nama}/<int:pk>/", rincian.as_view(), name=f"{nama}-rincian"))
