"""The supervision for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import BigAutoField, DateField, IntegerField
from django.shortcuts import get_object_or_404
from django.utils import timezone

from inti.api.views import DaftarView, RincianView
from inti.halaman import Urutan
from inti.views.guards import require
from pengawasan.api import serializers, serializers_berita_acara, serializers_hasil
from pengawasan.enums import JenisKegiatan
from pengawasan.models import BarisMatrik, BeritaAcara, Kegiatan, Rapat
from pengawasan.permissions import boleh_melihat, boleh_melihat_matrik
from pengawasan.queries import rapat as rapat_queries
from pengawasan.views import (
    acara_rapat,
    berita_acara,
    jadwal,
    kebijakan,
    kegiatan,
    keputusan_tim,
    kertas_kerja,
    pembinaan,
    pengendalian,
    penundaan,
    rekomendasi,
    surat_tugas,
    teguran,
    tindak_lanjut,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet


class JadwalDaftarView(DaftarView):
    judul = "Daftar jadwal pengawasan"
    uraian = "Tanpa saringan status atau ketepatan: yang masih terbuka."
    halaman = jadwal.JadwalDaftarView
    serializer_class = serializers.JadwalBarisSerializer


class JadwalRincianView(RincianView):
    judul = "Satu jadwal dan alasannya"
    halaman = jadwal.JadwalRincianView
    serializer_class = serializers.JadwalSerializer


class PenundaanDaftarView(DaftarView):
    judul = "Daftar permintaan penundaan jadwal"
    halaman = penundaan.PenundaanDaftarView
    serializer_class = serializers.PenundaanBarisSerializer


class KegiatanDaftarView(DaftarView):
    judul = "Daftar kegiatan pemantauan dan evaluasi"
    halaman = kegiatan.KegiatanDaftarView
    serializer_class = serializers.KegiatanBarisSerializer


class KegiatanRincianView(RincianView):
    judul = "Satu kegiatan dan hasilnya"
    halaman = kegiatan.KegiatanRincianView
    serializer_class = serializers.KegiatanSerializer


class BeritaAcaraDaftarView(DaftarView):
    judul = "Daftar berita acara"
    uraian = "Draf hanya terlihat oleh perangkat daerah penyusunnya."
    guard = staticmethod(boleh_melihat)
    queryset = BeritaAcara.objects.none()
    serializer_class = serializers.BeritaAcaraBarisSerializer
    urutan: ClassVar = {
        "baru": Urutan("pk", BigAutoField()),
        "tanggal_kejadian": Urutan("tanggal_kejadian", DateField()),
    }
    urutan_awal = "-baru"

    def get_queryset(self) -> QuerySet[Any]:
        terlihat = BeritaAcara.objects.terlihat_oleh(self.request.user)
        return terlihat.select_related("nomor", "perangkat_daerah")


class BeritaAcaraRincianView(RincianView):
    judul = "Satu berita acara"
    halaman = berita_acara.BeritaAcaraRincianView
    serializer_class = serializers_berita_acara.BeritaAcaraSerializer


class MatrikView(DaftarView):
    judul = "Matrik hasil satu evaluasi"
    uraian = "Perangkat daerah melihatnya setelah dilaporkan kepada Ketua TKKSD."
    guard = staticmethod(boleh_melihat)
    queryset = BarisMatrik.objects.none()
    serializer_class = serializers_hasil.BarisMatrikSerializer
    urutan: ClassVar = {"urutan": Urutan("urutan", IntegerField())}
    urutan_awal = "urutan"

    def get_queryset(self) -> QuerySet[Any]:
        terlihat = Kegiatan.objects.terlihat_oleh(self.request.user)
        satu = get_object_or_404(terlihat, pk=self.kwargs["pk"], jenis=JenisKegiatan.EVALUASI)
        require(boleh_melihat_matrik(self.request.user, satu))
        baris = BarisMatrik.objects.filter(matrik__kegiatan=satu)
        return baris.select_related("perangkat_daerah").prefetch_related("rekomendasi")


class RekomendasiRincianView(RincianView):
    judul = "Satu rekomendasi dengan rantai putusannya"
    halaman = rekomendasi.RekomendasiRincianView
    serializer_class = serializers_hasil.RekomendasiSerializer

    def get_object(self) -> Any:
        satu = super().get_object()
        require(boleh_melihat_matrik(self.request.user, satu.baris.matrik.kegiatan))
        return satu


class RapatDaftarView(DaftarView):
    judul = "Daftar rapat"
    halaman = acara_rapat.RapatDaftarView
    serializer_class = serializers.RapatBarisSerializer


class RapatRincianView(RincianView):
    judul = "Satu rapat dengan daftar hadir dan notulensi"
    guard = staticmethod(boleh_melihat)
    queryset = Rapat.objects.none()
    serializer_class = serializers.RapatSerializer

    def get_queryset(self) -> QuerySet[Any]:
        rapat = rapat_queries.daftar(self.request.user, timezone.localdate())
        return rapat.select_related("notulensi").prefetch_related("hadirin")


class SuratTugasDaftarView(DaftarView):
    judul = "Daftar surat tugas"
    halaman = surat_tugas.SuratTugasDaftarView
    serializer_class = serializers.SuratTugasBarisSerializer
    urutan: ClassVar = {"baru": Urutan("pk", BigAutoField())}
    urutan_awal = "-baru"


class SuratTugasRincianView(RincianView):
    judul = "Satu surat tugas"
    halaman = surat_tugas.SuratTugasRincianView
    serializer_class = serializers.SuratTugasSerializer


class PengendalianDaftarView(DaftarView):
    judul = "Daftar pengendalian"
    halaman = pengendalian.PengendalianDaftarView
    serializer_class = serializers.PengendalianBarisSerializer


class PengendalianRincianView(RincianView):
    judul = "Satu catatan pengendalian"
    halaman = pengendalian.PengendalianRincianView
    serializer_class = serializers.PengendalianSerializer


class KertasKerjaDaftarView(DaftarView):
    judul = "Daftar kertas kerja"
    halaman = kertas_kerja.KertasKerjaDaftarView
    serializer_class = serializers.KertasKerjaBarisSerializer


class TindakLanjutDaftarView(DaftarView):
    judul = "Daftar tindak lanjut"
    halaman = tindak_lanjut.TindakLanjutDaftarView
    serializer_class = serializers_hasil.TindakLanjutBarisSerializer


class TindakLanjutRincianView(RincianView):
    judul = "Satu tindak lanjut dan perkembangannya"
    halaman = tindak_lanjut.TindakLanjutRincianView
    serializer_class = serializers_hasil.TindakLanjutSerializer


class TeguranDaftarView(DaftarView):
    judul = "Daftar teguran"
    halaman = teguran.TeguranDaftarView
    serializer_class = serializers_hasil.TeguranBarisSerializer


class TeguranRincianView(RincianView):
    judul = "Satu teguran dengan surat dan jawabannya"
    halaman = teguran.TeguranRincianView
    serializer_class = serializers_hasil.TeguranSerializer


class PembinaanDaftarView(DaftarView):
    judul = "Daftar pembinaan"
    halaman = pembinaan.PembinaanDaftarView
    serializer_class = serializers_hasil.PembinaanBarisSerializer


class PembinaanRincianView(RincianView):
    judul = "Satu pembinaan"
    halaman = pembinaan.PembinaanRincianView
    serializer_class = serializers_hasil.PembinaanSerializer


class KeputusanTimDaftarView(DaftarView):
    judul = "Daftar Keputusan Tim Pembinaan dan Pengawasan"
    halaman = keputusan_tim.KeputusanTimDaftarView
    serializer_class = serializers_hasil.KeputusanTimBarisSerializer


class KeputusanTimRincianView(RincianView):
    judul = "Satu Keputusan Tim Pembinaan dan Pengawasan"
    halaman = keputusan_tim.KeputusanTimRincianView
    serializer_class = serializers_hasil.KeputusanTimSerializer


class KebijakanDaftarView(DaftarView):
    judul = "Daftar versi kebijakan pengawasan"
    halaman = kebijakan.KebijakanDaftarView
    serializer_class = serializers_hasil.KebijakanSerializer


class KebijakanRincianView(RincianView):
    judul = "Satu versi kebijakan pengawasan"
    halaman = kebijakan.KebijakanRincianView
    serializer_class = serializers_hasil.KebijakanSerializer
