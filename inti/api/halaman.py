"""Lists by key: the next part begins after the last row of this one, and nothing is counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from inti.halaman import Urutan, potongan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet
    from rest_framework.request import Request

BAWAAN, TERBANYAK = 50, 200
PARAMETER = ("urut", "setelah", "banyak")


class PotonganKunci(BasePagination):
    """`?urut=`, `?setelah=`, `?banyak=`; the answer names the address that goes on."""

    def paginate_queryset(
        self, queryset: QuerySet[Any], request: Request, view: Any = None
    ) -> Sequence[Any]:
        """The rows of this part. Raises ValidationError for what is none of the list's own."""
        params = request.query_params
        urutan = self._urutan(view, params.get("urut", ""))
        setelah = params.get("setelah", "")
        if setelah and urutan.baca(setelah) is None:
            raise ValidationError({"setelah": ["Pakai nilai dari “berikut” apa adanya."]})
        banyak = self._banyak(params.get("banyak", ""))
        baris, self.lanjut = potongan(queryset, urutan, banyak=banyak, setelah=setelah)
        self.alamat = request.build_absolute_uri()
        return baris

    def get_paginated_response(self, data: Any) -> Response:
        """The rows, and where the next ones are."""
        berikut = replace_query_param(self.alamat, "setelah", self.lanjut) if self.lanjut else None
        return Response({"data": data, "berikut": berikut})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The shape of the same."""
        berikut = {
            "type": "string",
            "format": "uri",
            "nullable": True,
            "description": "Alamat bagian berikutnya; null pada bagian terakhir.",
        }
        return {
            "type": "object",
            "required": ["data", "berikut"],
            "properties": {"data": schema, "berikut": berikut},
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """The three parameters that every list has."""
        nama = view.nama_urutan()
        return [
            _parameter("urut", {"type": "string", "enum": nama}, "Urutan; tanda - membaliknya."),
            _parameter("setelah", {"type": "string"}, "Dari “berikut”; tidak disusun sendiri."),
            _parameter(
                "banyak",
                {"type": "integer", "minimum": 1, "maximum": TERBANYAK, "default": BAWAAN},
                "Baris sekali jawab.",
            ),
        ]

    def _urutan(self, view: Any, nama: str) -> Urutan:
        nama = nama or view.urutan_bawaan()
        if nama not in view.nama_urutan():
            raise ValidationError({"urut": [f"Pilihannya: {', '.join(view.nama_urutan())}."]})
        return replace(view.urutan_daftar()[nama.removeprefix("-")], turun=nama.startswith("-"))

    def _banyak(self, teks: str) -> int:
        if not teks:
            return BAWAAN
        if not (teks.isascii() and teks.isdigit() and 1 <= int(teks[:4]) <= TERBANYAK):
            raise ValidationError({"banyak": [f"Isi 1 sampai {TERBANYAK}."]})
        return int(teks[:4])


def _parameter(nama: str, schema: dict[str, Any], arti: str) -> dict[str, Any]:
    return {
        "name": nama,
        "in": "query",
        "required": False,
        "schema": schema,
        "description": arti,
    }
