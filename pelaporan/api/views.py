"""Reporting for other programs, on both sides: the government's and the mitra's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import DateField, DateTimeField

from inti.api.views import DaftarView, RincianView
from inti.halaman import Urutan
from pelaporan.api import serializers, serializers_surat
from pelaporan.models import LaporanMitra, PermintaanLaporan, PerpanjanganBatas
from pelaporan.permissions import boleh_melihat_laporan_mitra
from pelaporan.queries.laporan_mitra import laporan_portal
from pelaporan.views import (
    dokumen,
    laporan,
    laporan_mitra,
    permintaan_laporan,
    perpanjangan_batas,
    portal,
    surat,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet


class LaporanDaftarView(DaftarView):
    judul = "Daftar laporan kepada Ketua TKKSD"
    halaman = laporan.LaporanDaftarView
    serializer_class = serializers.LaporanBarisSerializer


class LaporanRincianView(RincianView):
    judul = "Satu laporan kepada Ketua TKKSD"
    halaman = laporan.LaporanRincianView
    serializer_class = serializers.LaporanSerializer


class LaporanMitraDaftarView(DaftarView):
    judul = "Daftar laporan mitra yang disampaikan"
    halaman = laporan_mitra.LaporanMitraDaftarView
    serializer_class = serializers.LaporanMitraBarisSerializer


class LaporanMitraRincianView(RincianView):
    judul = "Satu laporan mitra dengan semua putarannya"
    halaman = laporan_mitra.LaporanMitraRincianView
    serializer_class = serializers.LaporanMitraSerializer


class KewajibanLaporanDaftarView(DaftarView):
    judul = "Laporan mitra yang belum disampaikan"
    halaman = laporan_mitra.KewajibanLaporanDaftarView
    serializer_class = serializers.KewajibanBelumSerializer


class PermintaanDaftarView(DaftarView):
    judul = "Daftar permintaan laporan di luar jadwal"
    halaman = permintaan_laporan.PermintaanLaporanDaftarView
    serializer_class = serializers.PermintaanBarisSerializer


class PermintaanRincianView(RincianView):
    judul = "Satu permintaan laporan"
    guard = staticmethod(boleh_melihat_laporan_mitra)
    queryset = PermintaanLaporan.objects.none()
    serializer_class = serializers.PermintaanSerializer

    def get_queryset(self) -> QuerySet[Any]:
        return PermintaanLaporan.objects.terlihat_oleh(self.request.user).untuk_daftar()


class PerpanjanganDaftarView(DaftarView):
    judul = "Daftar permintaan perpanjangan batas laporan"
    halaman = perpanjangan_batas.PerpanjanganDaftarView
    serializer_class = serializers.PerpanjanganSerializer


class PerpanjanganRincianView(RincianView):
    judul = "Satu permintaan perpanjangan batas laporan"
    guard = staticmethod(boleh_melihat_laporan_mitra)
    queryset = PerpanjanganBatas.objects.none()
    serializer_class = serializers.PerpanjanganSerializer

    def get_queryset(self) -> QuerySet[Any]:
        return PerpanjanganBatas.objects.terlihat_oleh(self.request.user).untuk_daftar()


class SuratDaftarView(DaftarView):
    judul = "Register surat"
    halaman = surat.SuratDaftarView
    serializer_class = serializers_surat.SuratSerializer


class DokumenDaftarView(DaftarView):
    judul = "Daftar dokumen resmi"
    halaman = dokumen.DokumenDaftarView
    serializer_class = serializers_surat.DokumenSerializer


class KewajibanSayaView(DaftarView):
    judul = "Laporan yang ditunggu dari mitra Anda"
    halaman = portal.PortalDaftarView
    serializer_class = serializers.KewajibanBarisSerializer
    urutan: ClassVar = {"batas": Urutan("batas", DateField())}
    urutan_awal = "batas"


class RiwayatSayaView(DaftarView):
    judul = "Laporan yang sudah disampaikan mitra Anda"
    halaman = portal.PortalRiwayatView
    serializer_class = serializers.LaporanMitraBarisSerializer
    urutan: ClassVar = {"disampaikan": Urutan("disampaikan_pada", DateTimeField(), jauh=True)}
    urutan_awal = "-disampaikan"


class LaporanSayaView(RincianView):
    judul = "Satu laporan mitra Anda, draf atau terkirim"
    queryset = LaporanMitra.objects.none()
    serializer_class = serializers.LaporanSayaSerializer

    def get_queryset(self) -> QuerySet[Any]:
        return laporan_portal(self.request.user)
