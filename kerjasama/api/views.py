"""The register for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import CharField, DateField, IntegerField
from django.shortcuts import get_object_or_404

from inti.api.views import DaftarView, RincianView
from inti.halaman import Urutan
from kerjasama.api import serializers, serializers_rujukan
from kerjasama.models import Butir, LampiranBertanggal, Naskah, Setoran
from kerjasama.permissions import boleh_melihat_naskah
from kerjasama.queries.lampiran import untuk_halaman
from kerjasama.views import naskah, rujukan, setoran

if TYPE_CHECKING:
    from django.db.models import QuerySet

URUTAN_NAMA = {"nama": Urutan("nama", CharField())}


class NaskahDaftarView(DaftarView):
    judul = "Daftar naskah kerja sama"
    halaman = naskah.NaskahDaftarView
    serializer_class = serializers.NaskahBarisSerializer


class NaskahRincianView(RincianView):
    judul = "Satu naskah"
    halaman = naskah.NaskahRincianView
    serializer_class = serializers.NaskahSerializer


class _MilikNaskahView(DaftarView):
    """What hangs on one naskah that the reader may see."""

    guard = staticmethod(boleh_melihat_naskah)

    def naskah(self) -> Naskah:
        """The naskah of the address."""
        terlihat = Naskah.objects.terlihat_oleh(self.request.user)
        satu: Naskah = get_object_or_404(terlihat, pk=self.kwargs["pk"])
        return satu


class KewajibanView(_MilikNaskahView):
    judul = "Hak dan kewajiban satu naskah"
    queryset = Butir.objects.none()
    serializer_class = serializers.ButirSerializer
    urutan: ClassVar = {"urutan": Urutan("urutan", IntegerField())}
    urutan_awal = "urutan"

    def get_queryset(self) -> QuerySet[Any]:
        terlihat = Butir.objects.terlihat_oleh(self.request.user)
        return terlihat.filter(naskah=self.naskah()).select_related("mitra")


class LampiranView(_MilikNaskahView):
    judul = "Lampiran bertanggal satu naskah"
    queryset = LampiranBertanggal.objects.none()
    serializer_class = serializers.LampiranSerializer
    urutan: ClassVar = {"berlaku_sampai": Urutan("berlaku_sampai", DateField())}
    urutan_awal = "berlaku_sampai"

    def get_queryset(self) -> QuerySet[Any]:
        terlihat = LampiranBertanggal.objects.terlihat_oleh(self.request.user)
        return untuk_halaman(terlihat).filter(naskah=self.naskah())


class ButirRincianView(RincianView):
    judul = "Satu hak atau kewajiban dengan pernyataan setiap sisi"
    guard = staticmethod(boleh_melihat_naskah)
    queryset = Butir.objects.none()
    serializer_class = serializers.ButirRincianSerializer

    def get_queryset(self) -> QuerySet[Any]:
        terlihat = Butir.objects.terlihat_oleh(self.request.user)
        return terlihat.select_related("naskah", "mitra")


class MitraDaftarView(DaftarView):
    judul = "Daftar mitra"
    halaman = rujukan.MitraDaftarView
    serializer_class = serializers_rujukan.MitraBarisSerializer


class MitraRincianView(RincianView):
    judul = "Satu mitra"
    uraian = "Mitra yang sudah digabung menyebut tujuannya pada digabung_ke."
    halaman = rujukan.MitraRincianView
    serializer_class = serializers_rujukan.MitraSerializer


class PerangkatDaerahDaftarView(DaftarView):
    judul = "Daftar perangkat daerah"
    halaman = rujukan.PerangkatDaerahDaftarView
    serializer_class = serializers_rujukan.PerangkatDaerahBarisSerializer
    urutan = URUTAN_NAMA
    urutan_awal = "nama"


class PerangkatDaerahRincianView(RincianView):
    judul = "Satu perangkat daerah"
    halaman = rujukan.PerangkatDaerahRincianView
    serializer_class = serializers_rujukan.PerangkatDaerahSerializer


class SetoranDaftarView(DaftarView):
    judul = "Daftar setoran"
    uraian = "Tanpa saringan keadaan: yang sudah jatuh tempo dan belum lunas."
    halaman = setoran.SetoranDaftarView
    serializer_class = serializers.SetoranBarisSerializer


class SetoranRincianView(RincianView):
    judul = "Satu setoran dengan pembayarannya"
    guard = staticmethod(boleh_melihat_naskah)
    queryset = Setoran.objects.none()
    serializer_class = serializers.SetoranSerializer

    def get_queryset(self) -> QuerySet[Any]:
        return Setoran.objects.terlihat_oleh(self.request.user).untuk_daftar()
