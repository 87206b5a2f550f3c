"""Keeping a file with a naskah, for programs of the staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from inti.api.tulis import PARAMETER_KUNCI, sekali, wajib_sah
from inti.api.views import DataView
from inti.views.guards import require
from kerjasama.api.isian import DokumenIsian
from kerjasama.api.serializers import DokumenNaskahSerializer
from kerjasama.forms.naskah import DokumenForm
from kerjasama.models import Naskah
from kerjasama.permissions import boleh_mengelola_naskah
from kerjasama.services import dokumen_naskah as services

if TYPE_CHECKING:
    from rest_framework.request import Request


class UnggahDokumenView(DataView):
    judul = "Unggah dokumen naskah"
    parser_classes = (MultiPartParser,)
    penolakan = (507,)

    @extend_schema(
        request={"multipart/form-data": DokumenIsian},
        responses={201: DokumenNaskahSerializer},
        parameters=[PARAMETER_KUNCI],
    )
    def post(self, request: Request, pk: int) -> Response:
        """Keep it, with the checks of every upload."""
        get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
        require(boleh_mengelola_naskah(request.user))
        form = DokumenForm(request.data, request.FILES)
        wajib_sah(form)
        isi = form.cleaned_data
        dokumen = sekali(
            request,
            lambda: services.unggah(
                pk,
                diperiksa=isi["berkas"],
                jenis=isi["jenis"],
                keterangan=isi["keterangan"],
                oleh=request.user,
            ),
        )
        return Response(DokumenNaskahSerializer(dokumen, context={"request": request}).data, 201)
