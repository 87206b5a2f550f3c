"""What a program is told when something was refused: problem details (RFC 9457), in Indonesian."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from rest_framework import exceptions, serializers
from rest_framework.response import Response
from rest_framework.views import set_rollback

from inti.gangguan import kenali
from inti.putusan import AturanDilanggar
from inti.unggahan import UnggahanDitolakError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest

logger = logging.getLogger(__name__)
JENIS_ISI = "application/problem+json"
JUDUL = {
    400: "Permintaan tidak dapat dipahami",
    401: "Token diperlukan",
    403: "Tidak berhak",
    404: "Tidak ditemukan",
    405: "Cara tidak tersedia di alamat ini",
    409: "Ditolak oleh keadaan data",
    413: "Terlalu besar",
    415: "Jenis isi tidak didukung",
    429: "Terlalu sering",
    503: "Sedang tidak dapat dilayani",
    507: "Tempat penyimpanan penuh",
}
# The sentence of whatever brings none of its own; what one may not know of is never told apart.
KALIMAT = {
    401: "Sertakan token yang berlaku: Authorization: Bearer <token>.",
    404: "Tidak ada data pada alamat ini.",
    405: "Alamat ini tidak menerima cara permintaan itu.",
    415: "Isi permintaan harus JSON, atau formulir berberkas pada alamat unggah.",
    429: "Batas permintaan per menit tercapai; coba lagi sesudah waktu pada Retry-After.",
}


class MasalahSerializer(serializers.Serializer[Any]):
    """The shape of every refusal."""

    type = serializers.CharField(help_text="Selalu about:blank; arti ada pada status.")
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="Kalimat untuk orang yang memakai program itu.")
    galat = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        required=False,
        help_text="Per isian, apa yang keliru (status 400).",
    )


class BentrokError(AturanDilanggar):
    """Somebody else changed it meanwhile."""


def masalah(status: int, detail: str = "", galat: Mapping[str, Any] | None = None) -> Response:
    """The answer to a request that was refused."""
    isi = {
        "type": "about:blank",
        "title": JUDUL.get(status, HTTPStatus(status).phrase),
        "status": status,
        "detail": detail or KALIMAT.get(status, JUDUL.get(status, "")),
    }
    return Response(isi | ({"galat": galat} if galat else {}), status, content_type=JENIS_ISI)


def tangani(error: Exception, konteks: Mapping[str, Any]) -> Response | None:
    """REST framework's handler: every refusal alike; None lets a fault be a fault."""
    jawaban = _jawaban(error)
    if jawaban is not None:
        set_rollback()
    return jawaban


def _jawaban(error: Exception) -> Response | None:
    if isinstance(error, Http404):
        return masalah(404)
    if isinstance(error, PermissionDenied):
        return masalah(403, str(error))
    if isinstance(error, AturanDilanggar):
        return masalah(409, error.alasan)
    if isinstance(error, UnggahanDitolakError):
        return masalah(error.status, str(error))
    if isinstance(error, exceptions.APIException):
        return _dari_kerangka(error)
    if gangguan := kenali(error):
        logger.error("gangguan mesin", exc_info=error)
        jawaban = masalah(gangguan.status, gangguan.pesan)
        jawaban.headers.update(gangguan.kepala())
        return jawaban
    return None


def _dari_kerangka(error: exceptions.APIException) -> Response:
    """What the framework found; its own English sentences are not repeated."""
    status = error.status_code
    if isinstance(error, exceptions.ValidationError):
        return masalah(400, "Perbaiki isian yang disebut pada galat.", galat=_galat(error.detail))
    kalimat = {400: "Isi permintaan bukan JSON yang sah.", 403: str(error.detail)}
    jawaban = masalah(status, kalimat.get(status, ""))
    if isinstance(error, exceptions.AuthenticationFailed | exceptions.NotAuthenticated):
        jawaban["WWW-Authenticate"] = "Bearer"
    if isinstance(error, exceptions.Throttled):
        jawaban["Retry-After"] = str(int(error.wait or 60))
    return jawaban


def _galat(detail: Any) -> dict[str, list[str]]:
    if isinstance(detail, dict):
        return {str(n): [str(s) for s in v] for n, v in detail.items()}
    return {"": [str(s) for s in detail]}


@csrf_exempt
def tidak_ada(request: HttpRequest, sisa: str = "") -> JsonResponse:
    """For addresses below /api/ that do not exist: as data that does not exist."""
    isi = masalah(404).data
    return JsonResponse(isi, status=404, content_type=JENIS_ISI)
