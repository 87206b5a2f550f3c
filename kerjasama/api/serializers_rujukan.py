"""Partners and units as data."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from inti.api.serializers import BacaSerializer, SebutSerializer
from kerjasama.api.serializers import NaskahRingkasSerializer
from kerjasama.models import Mitra, Narahubung, PerangkatDaerah
from kerjasama.queries.mitra import naskah_terlihat

KOLOM_UNIT = (
    "id",
    "nama",
    "singkatan",
    "jabatan_kepala",
    "surel",
    "telepon",
    "mulai",
    "sampai",
)


class NarahubungSerializer(BacaSerializer):
    class Meta:
        model = Narahubung
        fields = ("id", "nama", "jabatan", "telepon", "surel", "utama")


class MitraBarisSerializer(BacaSerializer):
    jumlah_naskah = serializers.IntegerField()

    class Meta:
        model = Mitra
        fields = ("id", "nama", "jenis", "alamat", "surel", "telepon", "jumlah_naskah")


class _BernaskahSerializer(BacaSerializer):
    """What has naskah, with those that the reader may see (the newest hundred)."""

    naskah = serializers.SerializerMethodField()

    @extend_schema_field(NaskahRingkasSerializer(many=True))
    def get_naskah(self, objek: Any) -> Any:
        milik = naskah_terlihat(objek, self.context["request"].user)
        return NaskahRingkasSerializer(milik, many=True, context=self.context).data


class NamaLamaSerializer(serializers.Serializer[Any]):
    nama = serializers.CharField()
    mulai = serializers.DateField(allow_null=True)
    sampai = serializers.DateField(allow_null=True)
    dasar = serializers.CharField()


class MitraSerializer(_BernaskahSerializer):
    narahubung = NarahubungSerializer(many=True)
    riwayat_nama = NamaLamaSerializer(many=True)
    digabung_ke = SebutSerializer(allow_null=True)

    class Meta:
        model = Mitra
        fields = (
            "id",
            "nama",
            "jenis",
            "alamat",
            "surel",
            "telepon",
            "digabung_ke",
            "narahubung",
            "riwayat_nama",
            "naskah",
        )


class PerangkatDaerahBarisSerializer(BacaSerializer):
    jumlah_naskah = serializers.IntegerField()

    class Meta:
        model = PerangkatDaerah
        fields = (
            *KOLOM_UNIT,
            "jumlah_naskah",
        )


class PerangkatDaerahSerializer(_BernaskahSerializer):
    riwayat_nama = NamaLamaSerializer(many=True)

    class Meta:
        model = PerangkatDaerah
        fields = (
            *KOLOM_UNIT,
            "riwayat_nama",
            "naskah",
        )
