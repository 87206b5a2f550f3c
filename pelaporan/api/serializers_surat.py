"""The letter register and official documents as data."""

from __future__ import annotations

from rest_framework import serializers

from inti.api.serializers import BacaSerializer
from inti.models import NomorSurat
from pelaporan.models import (
    Dokumen,
)


class SuratSerializer(BacaSerializer):
    dibuat_oleh = serializers.StringRelatedField()

    class Meta:
        model = NomorSurat
        fields = (
            "id",
            "tahun",
            "urut",
            "nomor",
            "tanggal",
            "jenis",
            "perihal",
            "tujuan",
            "di_luar_sistem",
            "dibuat_oleh",
            "dibatalkan_pada",
            "alasan_batal",
        )


class DokumenSerializer(BacaSerializer):
    nomor = serializers.StringRelatedField(allow_null=True)
    diminta_oleh = serializers.StringRelatedField()
    digantikan = serializers.BooleanField()
    dibatalkan = serializers.BooleanField()

    class Meta:
        model = Dokumen
        fields = (
            "id",
            "jenis",
            "judul",
            "nomor",
            "tanggal",
            "versi",
            "status",
            "halaman",
            "digantikan",
            "dibatalkan",
            "diminta_oleh",
            "diminta_pada",
        )
