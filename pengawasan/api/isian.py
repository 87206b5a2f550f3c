"""What a program sends to write a berita acara; its rules are those of the page's forms."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from pengawasan.enums import JenisBeritaAcara, WakilPenandaTangan
from pengawasan.forms.baris_berita_acara import BARIS_TERBANYAK

BARIS = ("temuan", "angka", "kesepakatan", "penanda_tangan")
BOLEH_KOSONG = {"required": False, "allow_blank": True}
BOLEH_TIADA = {"required": False, "allow_null": True}
KUNCI = {"min_value": 1, "max_value": 2**31 - 1}


class TemuanIsian(serializers.Serializer[Any]):
    uraian = serializers.CharField(max_length=10_000)
    butir = serializers.IntegerField(**KUNCI, **BOLEH_TIADA)


class AngkaIsian(serializers.Serializer[Any]):
    butir = serializers.IntegerField(**KUNCI)
    satuan = serializers.CharField(max_length=50, **BOLEH_KOSONG)
    nilai_tim = serializers.DecimalField(15, 2, **BOLEH_TIADA)
    sumber_tim = serializers.CharField(max_length=200, **BOLEH_KOSONG)
    nilai_mitra = serializers.DecimalField(15, 2, **BOLEH_TIADA)
    sumber_mitra = serializers.CharField(max_length=200, **BOLEH_KOSONG)


class KesepakatanIsian(serializers.Serializer[Any]):
    uraian = serializers.CharField(max_length=5_000)
    penanggung_jawab = serializers.CharField(max_length=200)
    tenggat = serializers.DateField(**BOLEH_TIADA)


class PenandaTanganIsian(serializers.Serializer[Any]):
    nama = serializers.CharField(max_length=150)
    jabatan = serializers.CharField(max_length=200, **BOLEH_KOSONG)
    instansi = serializers.CharField(max_length=200, **BOLEH_KOSONG)
    mewakili = serializers.ChoiceField(WakilPenandaTangan.choices)


class BeritaAcaraIsian(serializers.Serializer[Any]):
    jenis = serializers.ChoiceField(JenisBeritaAcara.choices)
    tanggal_kejadian = serializers.DateField()
    waktu_kejadian = serializers.TimeField(**BOLEH_TIADA)
    tempat = serializers.CharField(max_length=250)
    lintang = serializers.DecimalField(9, 6, **BOLEH_TIADA)
    bujur = serializers.DecimalField(9, 6, **BOLEH_TIADA)
    kejadian_lain = serializers.BooleanField(
        required=False, help_text="Kejadian lain pada hari yang sama, misalnya lokasi kedua."
    )
    temuan = TemuanIsian(many=True, max_length=BARIS_TERBANYAK)
    angka = AngkaIsian(many=True, max_length=BARIS_TERBANYAK, required=False)
    kesepakatan = KesepakatanIsian(many=True, max_length=BARIS_TERBANYAK, required=False)
    penanda_tangan = PenandaTanganIsian(many=True, max_length=BARIS_TERBANYAK)

    def pisah(self) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
        """The single fields, and the rows of each kind."""
        isi = dict(self.validated_data)
        baris = {nama: isi.pop(nama, []) for nama in BARIS}
        return isi, baris


class BeritaAcaraBaruIsian(BeritaAcaraIsian):
    perangkat_daerah = serializers.IntegerField(
        **KUNCI, help_text="Atas nama siapa; perangkat daerah Anda pada naskah itu."
    )


class BeritaAcaraUbahIsian(BeritaAcaraIsian):
    versi = serializers.IntegerField(
        **KUNCI, help_text="Versi yang dibaca; bila sudah ada yang lebih baru, dijawab 409."
    )
