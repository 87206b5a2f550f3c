"""How a row is written as data: choices with their label, and fields that are for some only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from rest_framework import serializers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inti.putusan import Putusan


class PilihanField(serializers.ChoiceField):
    """A fixed choice as `{"kode": …, "label": …}`; nothing chosen is null."""

    def to_representation(self, nilai: Any) -> dict[str, str] | None:
        if nilai in {None, ""}:
            return None
        return {"kode": str(nilai), "label": str(self.choices.get(nilai, nilai))}


class SkemaPilihan(OpenApiSerializerFieldExtension):
    """The shape of a choice, with the codes that there are."""

    target_class = PilihanField

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        return {
            "type": "object",
            "nullable": True,
            "required": ["kode", "label"],
            "properties": {
                "kode": {"type": "string", "enum": [str(n) for n in self.target.choices if n]},
                "label": {"type": "string"},
            },
        }


class SkemaJam(OpenApiSerializerFieldExtension):
    """Hours of a wall clock; the schema's own kind of time would need a zone."""

    target_class = serializers.TimeField

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$"}


class BacaSerializer(serializers.ModelSerializer[Any]):
    """Read only. `hanya` names the fields that are null for those who may not see them."""

    serializer_choice_field = PilihanField
    hanya: ClassVar[Mapping[str, Callable[[Any], Putusan | bool]]] = {}

    def get_fields(self) -> dict[str, Any]:
        isian = super().get_fields()
        for nama, satu in isian.items():
            satu.read_only = True
            satu.required = False
            if nama in self.hanya:
                satu.allow_null = True
        return isian

    def to_representation(self, instance: Any) -> dict[str, Any]:
        hasil = super().to_representation(instance)
        pengguna = self.context["request"].user
        for nama, boleh in self.hanya.items():
            if not boleh(pengguna):
                hasil[nama] = None
        return hasil


class SebutSerializer(serializers.Serializer[Any]):
    """A related row: its key, and what pages call it."""

    id = serializers.IntegerField(source="pk", read_only=True)
    sebutan = serializers.CharField(source="__str__", read_only=True)


class BerkasSerializer(serializers.Serializer[Any]):
    """A file that hangs on a row by `berkas`, without its bytes."""

    id = serializers.IntegerField(source="pk", read_only=True)
    nama = serializers.CharField(source="berkas.nama", read_only=True)
    tipe = serializers.CharField(source="berkas.tipe", read_only=True)
    ukuran = serializers.IntegerField(source="berkas.ukuran", read_only=True)
    sha256 = serializers.CharField(source="berkas.sha256", read_only=True)
