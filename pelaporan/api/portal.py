"""The mitra's own reports for programs: begin, fill in, add files, submit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from inti.api.tulis import PARAMETER_KUNCI, sekali, wajib_sah
from inti.api.views import DataView
from inti.views.guards import require
from pelaporan.api.isian import BerkasIsian, IsiLaporanIsian
from pelaporan.api.serializers import LaporanSayaSerializer
from pelaporan.api.views import LaporanSayaView
from pelaporan.forms.laporan_mitra import UnggahForm, galat_isian
from pelaporan.models import KewajibanLaporan, LaporanMitra
from pelaporan.permissions import boleh_mengisi, boleh_menyampaikan
from pelaporan.queries import laporan_mitra as queries
from pelaporan.queries.formulir import butir_kewajiban, definisi
from pelaporan.services import laporan_mitra as services

if TYPE_CHECKING:
    from rest_framework.request import Request


class MulaiLaporanView(DataView):
    judul = "Mulai laporan atas satu kewajiban"
    uraian = "Laporan yang sudah dimulai dijawab apa adanya."

    @extend_schema(request=None, responses=LaporanSayaSerializer, parameters=[PARAMETER_KUNCI])
    def post(self, request: Request, pk: int) -> Response:
        """The draft of a duty; the same one if there is one."""
        kewajiban = get_object_or_404(KewajibanLaporan.objects.milik(request.user), pk=pk)
        require(boleh_mengisi(request.user, kewajiban))
        laporan = sekali(request, lambda: services.mulai(pk, oleh=request.user))
        return _jawaban(request, laporan.pk)


class IsiLaporanView(LaporanSayaView):
    """Reading one's own report, and filling in its draft."""

    judul_tulis = "Isi draf laporan mitra Anda"

    @extend_schema(
        request=IsiLaporanIsian, responses=LaporanSayaSerializer, parameters=[PARAMETER_KUNCI]
    )
    def patch(self, request: Request, pk: int) -> Response:
        """Write the fields that are given."""
        laporan = _milik(request, pk)
        kiriman = IsiLaporanIsian(data=request.data)
        kiriman.is_valid(raise_exception=True)
        isi = kiriman.validated_data["isi"]
        bentuk, butir = definisi(laporan.formulir), butir_kewajiban(laporan.kewajiban)
        if galat := galat_isian(bentuk, isi, butir):
            raise ValidationError(galat)
        versi = kiriman.validated_data["versi"]
        sekali(request, lambda: services.simpan(pk, isi, versi=versi, oleh=request.user))
        return _jawaban(request, pk)


class UnggahBerkasView(DataView):
    judul = "Unggah berkas ke draf laporan"
    uraian = "Jenisnya dibaca dari isi berkas; batas ukuran dan kuota sama dengan halaman."
    parser_classes = (MultiPartParser,)
    penolakan = (507,)

    @extend_schema(
        request={"multipart/form-data": BerkasIsian},
        responses={201: LaporanSayaSerializer},
        parameters=[PARAMETER_KUNCI],
    )
    def post(self, request: Request, pk: int) -> Response:
        """Add one file."""
        laporan = _milik(request, pk)
        form = UnggahForm(request.data, request.FILES)
        wajib_sah(form)

        def unggah() -> None:
            for satu in form.cleaned_data["berkas"]:
                services.unggah(laporan.pk, diperiksa=satu, oleh=request.user)

        sekali(request, unggah)
        return _jawaban(request, pk, 201)


class SampaikanLaporanView(DataView):
    judul = "Sampaikan laporan"
    uraian = "Penerimanya ditentukan naskah; yang masih kurang disebut pada penolakan (409)."

    @extend_schema(request=None, responses=LaporanSayaSerializer, parameters=[PARAMETER_KUNCI])
    def post(self, request: Request, pk: int) -> Response:
        """Send it as one round; the receipt is in `riwayat`."""
        laporan = _milik(request, pk)
        require(boleh_menyampaikan(request.user, laporan.kewajiban))
        sekali(request, lambda: services.sampaikan(pk, oleh=request.user))
        return _jawaban(request, pk)


def _milik(request: Request, pk: int) -> LaporanMitra:
    laporan: LaporanMitra = get_object_or_404(queries.laporan_portal(request.user), pk=pk)
    require(boleh_mengisi(request.user, laporan.kewajiban))
    return laporan


def _jawaban(request: Request, pk: int, status: int = 200) -> Response:
    laporan = get_object_or_404(queries.laporan_portal(request.user), pk=pk)
    return Response(LaporanSayaSerializer(laporan, context={"request": request}).data, status)
