"""One berita acara as data, whole."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from inti.api.serializers import BerkasSerializer
from kerjasama.api.serializers import NaskahRingkasSerializer
from pengawasan.api.serializers import BeritaAcaraBarisSerializer, KegiatanRingkasSerializer


class TemuanSerializer(serializers.Serializer[Any]):
    uraian = serializers.CharField()
    butir = serializers.IntegerField(source="butir_id", allow_null=True)


class AngkaSerializer(serializers.Serializer[Any]):
    butir = serializers.IntegerField(source="butir_id")
    satuan = serializers.CharField()
    nilai_tim = serializers.DecimalField(None, None, allow_null=True)
    sumber_tim = serializers.CharField()
    nilai_mitra = serializers.DecimalField(None, None, allow_null=True)
    sumber_mitra = serializers.CharField()


class KesepakatanSerializer(serializers.Serializer[Any]):
    uraian = serializers.CharField()
    penanggung_jawab = serializers.CharField()
    tenggat = serializers.DateField(allow_null=True)


class PenandaTanganSerializer(serializers.Serializer[Any]):
    nama = serializers.CharField()
    jabatan = serializers.CharField()
    instansi = serializers.CharField()
    mewakili = serializers.CharField()


class FotoSerializer(BerkasSerializer):
    keterangan = serializers.CharField()
    diambil_pada = serializers.DateTimeField(allow_null=True)
    lintang = serializers.DecimalField(9, 6, allow_null=True)
    bujur = serializers.DecimalField(9, 6, allow_null=True)


class BeritaAcaraSerializer(BeritaAcaraBarisSerializer):
    kegiatan = KegiatanRingkasSerializer()
    naskah = NaskahRingkasSerializer(source="kegiatan.naskah")
    disusun_oleh = serializers.StringRelatedField()
    diajukan_oleh = serializers.StringRelatedField(allow_null=True)
    diverifikasi_oleh = serializers.StringRelatedField(allow_null=True)
    temuan = TemuanSerializer(many=True)
    angka = AngkaSerializer(many=True)
    kesepakatan = KesepakatanSerializer(many=True)
    penanda_tangan = PenandaTanganSerializer(many=True)
    foto = FotoSerializer(many=True)

    class Meta(BeritaAcaraBarisSerializer.Meta):
        fields = (
            *BeritaAcaraBarisSerializer.Meta.fields,
            "naskah",
            "lintang",
            "bujur",
            "versi",
            "disusun_oleh",
            "diajukan_oleh",
            "diverifikasi_oleh",
            "catatan_verifikasi",
            "temuan",
            "angka",
            "kesepakatan",
            "penanda_tangan",
            "foto",
        )
