"""Writing a berita acara as the unit: draft, change, submit. Forms and services are the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response

from inti.api.tulis import PARAMETER_KUNCI, isian, sekali, wajib_sah
from inti.api.views import DataView
from inti.putusan import wajib
from inti.views.guards import require
from pengawasan.api.isian import BeritaAcaraBaruIsian, BeritaAcaraUbahIsian
from pengawasan.api.serializers_berita_acara import BeritaAcaraSerializer
from pengawasan.api.views import BeritaAcaraRincianView
from pengawasan.domain.berita_acara import periksa_ubah
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import StatusBeritaAcara, StatusKegiatan
from pengawasan.forms.baris_berita_acara import BarisBeritaAcara
from pengawasan.forms.berita_acara import BeritaAcaraForm
from pengawasan.models import BeritaAcara, Kegiatan
from pengawasan.permissions import (
    boleh_mengubah_berita_acara,
    boleh_menyusun_berita_acara,
)
from pengawasan.queries import berita_acara as queries
from pengawasan.queries.pemisahan import tim_bertugas
from pengawasan.services import berita_acara as services

if TYPE_CHECKING:
    from rest_framework.request import Request


class SusunBeritaAcaraView(DataView):
    judul = "Susun berita acara (draf)"

    @extend_schema(
        request=BeritaAcaraBaruIsian,
        responses={201: BeritaAcaraSerializer},
        parameters=[PARAMETER_KUNCI],
    )
    def post(self, request: Request, pk: int) -> Response:
        """A draft for a kegiatan, on behalf of a unit of its naskah."""
        terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah")
        kegiatan = get_object_or_404(terlihat, pk=pk)
        unit = queries.unit_penyusun(request.user, kegiatan)
        require(boleh_menyusun_berita_acara(request.user, unit))
        wajib(periksa_hasil(StatusKegiatan(kegiatan.status)))
        kiriman = BeritaAcaraBaruIsian(data=request.data)
        kiriman.is_valid(raise_exception=True)
        data = isian(*kiriman.pisah())
        form = BeritaAcaraForm(data, kegiatan=kegiatan, unit=unit)
        baris = _baris(data, kegiatan)
        _periksa(form, baris)
        baru = sekali(
            request,
            lambda: services.susun(
                pk,
                form.data_berita_acara(),
                baris=baris.data(),
                perangkat_daerah=form.cleaned_data["perangkat_daerah"],
                oleh=request.user,
                kejadian_lain=form.cleaned_data["kejadian_lain"],
            ),
        )
        return _jawaban(request, baru.pk, 201)


class BeritaAcaraView(BeritaAcaraRincianView):
    """Reading one, and changing it while it is a draft or returned."""

    judul_tulis = "Ubah berita acara yang masih draf atau dikembalikan"

    @extend_schema(
        request=BeritaAcaraUbahIsian,
        responses=BeritaAcaraSerializer,
        parameters=[PARAMETER_KUNCI],
    )
    def put(self, request: Request, pk: int) -> Response:
        """All of it anew; photos and their captions stay."""
        satu = _milik(request, pk)
        require(boleh_mengubah_berita_acara(request.user, satu))
        wajib(periksa_ubah(StatusBeritaAcara(satu.status)))
        kiriman = BeritaAcaraUbahIsian(data=request.data)
        kiriman.is_valid(raise_exception=True)
        tunggal, rinci = kiriman.pisah()
        foto = {f"keterangan_{f.pk}": f.keterangan for f in satu.foto.all()}
        data = isian(tunggal | foto, rinci)
        form = BeritaAcaraForm(data, instance=satu, kegiatan=satu.kegiatan, unit=None)
        baris = _baris(data, satu.kegiatan)
        _periksa(form, baris)
        sekali(
            request,
            lambda: services.ubah(
                pk,
                form.data_berita_acara(),
                baris=baris.data(),
                keterangan_foto=form.keterangan_ada(),
                versi=form.cleaned_data["versi"],
                kejadian_lain=form.cleaned_data["kejadian_lain"],
                oleh=request.user,
            ),
        )
        return _jawaban(request, pk)


class AjukanBeritaAcaraView(DataView):
    judul = "Ajukan berita acara"
    uraian = "Nomor dan waktu diterima diberikan sistem; sesudahnya menunggu verifikasi."

    @extend_schema(request=None, responses=BeritaAcaraSerializer, parameters=[PARAMETER_KUNCI])
    def post(self, request: Request, pk: int) -> Response:
        """Submit it."""
        require(boleh_mengubah_berita_acara(request.user, _milik(request, pk)))
        sekali(request, lambda: services.ajukan(pk, oleh=request.user))
        return _jawaban(request, pk)


def _milik(request: Request, pk: int) -> BeritaAcara:
    terlihat = BeritaAcara.objects.terlihat_oleh(request.user)
    kaitan = ("kegiatan__naskah", "perangkat_daerah")
    satu: BeritaAcara = get_object_or_404(terlihat.select_related(*kaitan), pk=pk)
    return satu


def _baris(data: Any, kegiatan: Kegiatan) -> BarisBeritaAcara:
    return BarisBeritaAcara(data, naskah=kegiatan.naskah, tim=tim_bertugas(kegiatan))


def _periksa(form: BeritaAcaraForm, baris: BarisBeritaAcara) -> None:
    """Both are asked, so that all that is wrong is told at once."""
    baris.is_valid()
    salah: dict[str, list[str]] = {}
    for satu in baris.semua:
        if kata := [str(k) for k in satu["formset"].non_form_errors()]:
            salah[satu["nama"]] = kata
        for ke, galat in enumerate(satu["formset"].errors):
            salah |= {f"{satu['nama']}.{ke}.{n}": [str(k) for k in v] for n, v in galat.items()}
    wajib_sah(form, lain=salah)


def _jawaban(request: Request, pk: int, status: int = 200) -> Response:
    satu = get_object_or_404(queries.rincian(request.user), pk=pk)
    return Response(BeritaAcaraSerializer(satu, context={"request": request}).data, status)
