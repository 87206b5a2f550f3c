"""Addresses of the app; one module per screen family."""

from django.urls import include, path

from pengawasan.urls import (
    berita_acara,
    jadwal,
    kebijakan,
    kegiatan,
    keputusan_tim,
    kertas_kerja,
    kuesioner,
    lapangan,
    matrik,
    naskah,
    pembinaan,
    pengendalian,
    penundaan,
    perpanjangan,
    rapat,
    rekomendasi,
    simulasi,
    surat_tugas,
    teguran,
    tim,
    tindak_lanjut,
)

app_name = "pengawasan"
urlpatterns = [
    path("jadwal/", include(jadwal.urlpatterns)),
    path("kebijakan/", include(kebijakan.urlpatterns)),
    path("penundaan/", include(penundaan.urlpatterns)),
    path("kegiatan/", include(kegiatan.urlpatterns)),
    path("kertas-kerja/", include(kertas_kerja.urlpatterns)),
    path("kuesioner/", include(kuesioner.urlpatterns)),
    path("rapat/", include(rapat.urlpatterns)),
    path("tim/", include(tim.urlpatterns)),
    path("surat-tugas/", include(surat_tugas.urlpatterns)),
    path("berita-acara/", include(berita_acara.urlpatterns)),
    path("lapangan/", include(lapangan.urlpatterns)),
    path("matrik/", include(matrik.urlpatterns)),
    path("rekomendasi/", include(rekomendasi.urlpatterns)),
    path("teguran/", include(teguran.urlpatterns)),
    path("tindak-lanjut/", include(tindak_lanjut.urlpatterns)),
    path("pengendalian/", include(pengendalian.urlpatterns)),
    path("pembinaan/", include(pembinaan.urlpatterns)),
    path("tim-pembinaan/", include(keputusan_tim.urlpatterns)),
    path("perpanjangan/", include(perpanjangan.urlpatterns)),
    path("simulasi/", include(simulasi.urlpatterns)),
    path("naskah/", include(naskah.urlpatterns)),
]
