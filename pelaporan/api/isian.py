"""What a program sends to fill in a mitra's report; the form definition decides what fits."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

SEL = {"oneOf": [{"type": "string"}, {"type": "number"}], "nullable": True}
SKEMA = {
    "oneOf": [
        {"type": "string"},
        {"type": "number"},
        {"type": "array", "items": {"type": "object", "additionalProperties": SEL}},
    ],
    "nullable": True,
}
KEWAJIBAN = "kewajiban"


@extend_schema_field(SKEMA)
class NilaiIsianField(serializers.Field[Any, Any, Any, Any]):
    """A value, or the rows of a table; figures are read as the page reads them."""

    def to_internal_value(self, data: Any) -> Any:
        """Text, None, or rows of text."""
        if isinstance(data, list):
            return [self._baris(satu) for satu in data]
        return self._sel(data)

    def to_representation(self, nilai: Any) -> Any:
        """As it is."""
        return nilai

    def _baris(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise serializers.ValidationError("Setiap baris harus objek.")
        baris: dict[str, Any] = {str(n): self._sel(v) for n, v in data.items()}
        if isinstance(kunci := data.get(KEWAJIBAN), int):
            baris[KEWAJIBAN] = kunci
        return baris

    def _sel(self, data: Any) -> str | None:
        if data is None or (isinstance(data, str) and "\x00" not in data):
            return data
        if isinstance(data, int | float) and not isinstance(data, bool):
            return str(data)
        raise serializers.ValidationError("Isi dengan teks atau angka.")


class IsiLaporanIsian(serializers.Serializer[Any]):
    versi = serializers.CharField(
        max_length=40, help_text="Dari laporan yang dibaca; bila sudah berubah, dijawab 409."
    )
    isi = serializers.DictField(
        child=NilaiIsianField(allow_null=True),
        help_text="Kode isian dan nilainya. Yang tidak disebut tetap; tabel ditulis seluruhnya.",
    )


class BerkasIsian(serializers.Serializer[Any]):
    berkas = serializers.FileField(help_text="PDF, gambar, atau dokumen kantor.")
