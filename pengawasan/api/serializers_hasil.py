"""What follows from an evaluasi as data: matrik, rekomendasi, tindak lanjut, teguran, pembinaan."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from inti.api.serializers import BacaSerializer, BerkasSerializer, SebutSerializer
from kerjasama.api.serializers import NaskahRingkasSerializer
from pengawasan.models import (
    AnggotaKeputusanTim,
    BarisMatrik,
    JawabanTeguran,
    Kebijakan,
    KeputusanTim,
    LangkahRekomendasi,
    Pembinaan,
    PerkembanganTindakLanjut,
    Rekomendasi,
    SuratTeguran,
    Teguran,
    TindakLanjut,
)
from pengawasan.permissions import boleh_melihat
from pengawasan.queries import pembinaan as pembinaan_queries
from pengawasan.queries.kebijakan import ANGKA


class RekomendasiBarisSerializer(BacaSerializer):
    class Meta:
        model = Rekomendasi
        fields: tuple[str, ...] = (
            "id",
            "jenis",
            "uraian",
            "tenggat",
            "status",
            "catatan_ketua",
            "diputuskan_pada",
            "catatan_walikota",
            "walikota_pada",
        )


class BarisMatrikSerializer(BacaSerializer):
    perangkat_daerah = SebutSerializer(allow_null=True)
    rekomendasi = RekomendasiBarisSerializer(many=True)

    class Meta:
        model = BarisMatrik
        fields = (
            "id",
            "urutan",
            "dasar",
            "materi_evaluasi",
            "permasalahan",
            "solusi",
            "tindak_lanjut",
            "perangkat_daerah",
            "keterangan",
            "rekomendasi",
        )


class LangkahSerializer(BacaSerializer):
    class Meta:
        model = LangkahRekomendasi
        fields = ("jenis", "nama", "sebagai", "pada", "catatan")


class RekomendasiSerializer(RekomendasiBarisSerializer):
    naskah = NaskahRingkasSerializer(source="baris.matrik.kegiatan.naskah")
    kegiatan = serializers.IntegerField(source="baris.matrik.kegiatan_id")
    langkah = LangkahSerializer(many=True)

    class Meta(RekomendasiBarisSerializer.Meta):
        fields = (*RekomendasiBarisSerializer.Meta.fields, "naskah", "kegiatan", "langkah")


class TindakLanjutBarisSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer()
    perangkat_daerah = SebutSerializer()

    class Meta:
        model = TindakLanjut
        fields: tuple[str, ...] = (
            "id",
            "rekomendasi",
            "naskah",
            "perangkat_daerah",
            "jenis",
            "uraian",
            "tenggat",
            "dasar_tenggat",
            "status",
            "dilaporkan_pada",
            "ditutup_pada",
        )


class PerkembanganSerializer(BacaSerializer):
    dicatat_oleh = serializers.StringRelatedField()
    berkas = BerkasSerializer(many=True)

    class Meta:
        model = PerkembanganTindakLanjut
        fields = (
            "id",
            "tanggal",
            "persen",
            "tahap",
            "uraian",
            "dicatat_oleh",
            "dicatat_pada",
            "berkas",
        )


class TindakLanjutSerializer(TindakLanjutBarisSerializer):
    dilaporkan_oleh = serializers.StringRelatedField(allow_null=True)
    ditutup_oleh = serializers.StringRelatedField(allow_null=True)
    bukti = BerkasSerializer(many=True)
    perkembangan = PerkembanganSerializer(many=True)

    class Meta(TindakLanjutBarisSerializer.Meta):
        fields = (
            *TindakLanjutBarisSerializer.Meta.fields,
            "keterangan_pelaksanaan",
            "dilaporkan_oleh",
            "catatan_penutup",
            "ditutup_oleh",
            "bukti",
            "perkembangan",
        )


class SuratTeguranRingkasSerializer(BacaSerializer):
    nomor = serializers.StringRelatedField()

    class Meta:
        model = SuratTeguran
        fields: tuple[str, ...] = ("id", "nomor", "tingkat", "tanggal", "batas_jawaban", "status")


class TeguranBarisSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer()
    mitra = SebutSerializer()
    surat_terakhir = serializers.SerializerMethodField()

    class Meta:
        model = Teguran
        fields: tuple[str, ...] = (
            "id",
            "naskah",
            "mitra",
            "dasar",
            "uraian_dasar",
            "status",
            "dibuka_pada",
            "surat_terakhir",
        )

    @extend_schema_field(SuratTeguranRingkasSerializer(allow_null=True))
    def get_surat_terakhir(self, teguran: Any) -> Any:
        if not teguran.surat_kini:
            return None
        return SuratTeguranRingkasSerializer(teguran.surat_kini[0], context=self.context).data


class JawabanTeguranSerializer(BacaSerializer):
    disampaikan_oleh = serializers.StringRelatedField()
    berkas = BerkasSerializer(many=True)

    class Meta:
        model = JawabanTeguran
        fields = (
            "id",
            "teks",
            "cara",
            "disampaikan_oleh",
            "disampaikan_pada",
            "terlambat",
            "berkas",
        )


class SuratTeguranSerializer(SuratTeguranRingkasSerializer):
    jawaban = JawabanTeguranSerializer(many=True)

    class Meta(SuratTeguranRingkasSerializer.Meta):
        fields = (
            *SuratTeguranRingkasSerializer.Meta.fields,
            "isi",
            "penanda_tangan",
            "jabatan_penanda_tangan",
            "disampaikan_tanggal",
            "disampaikan_cara",
            "disampaikan_kepada",
            "dinilai_pada",
            "catatan_penilaian",
            "dibatalkan_pada",
            "alasan_batal",
            "jawaban",
        )


class TeguranSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer()
    mitra = SebutSerializer()
    dibuka_oleh = serializers.StringRelatedField()
    ditutup_oleh = serializers.StringRelatedField(allow_null=True)
    surat = SuratTeguranSerializer(many=True)
    hanya = {"tindak_lanjut": boleh_melihat}

    class Meta:
        model = Teguran
        fields = (
            "id",
            "naskah",
            "mitra",
            "dasar",
            "uraian_dasar",
            "tindak_lanjut",
            "butir",
            "interval_hari",
            "sumber_interval",
            "status",
            "dibuka_oleh",
            "dibuka_sebagai",
            "dibuka_pada",
            "ditutup_oleh",
            "ditutup_sebagai",
            "ditutup_pada",
            "catatan_penutup",
            "surat",
        )


class PembinaanBarisSerializer(BacaSerializer):
    perangkat_daerah = SebutSerializer(source="unit_terlihat", many=True)

    class Meta:
        model = Pembinaan
        fields: tuple[str, ...] = (
            "id",
            "jenis",
            "tanggal_mulai",
            "tanggal_selesai",
            "tempat",
            "materi",
            "narasumber",
            "hasil",
            "jumlah_peserta",
            "perangkat_daerah",
            "dibatalkan_pada",
            "alasan_batal",
        )


class PesertaSerializer(serializers.Serializer[Any]):
    nama = serializers.CharField()
    jabatan = serializers.CharField()
    unit = serializers.CharField()


class PembinaanSerializer(PembinaanBarisSerializer):
    perangkat_daerah = serializers.SerializerMethodField()
    peserta = serializers.SerializerMethodField()
    berkas = BerkasSerializer(many=True)
    dicatat_oleh = serializers.StringRelatedField()

    class Meta(PembinaanBarisSerializer.Meta):
        fields = (*PembinaanBarisSerializer.Meta.fields, "peserta", "berkas", "dicatat_oleh")

    @extend_schema_field(SebutSerializer(many=True))
    def get_perangkat_daerah(self, pembinaan: Pembinaan) -> Any:
        ikut = pembinaan_queries.keikutsertaan(pembinaan, self.context["request"].user)
        return SebutSerializer([i.perangkat_daerah for i in ikut], many=True).data

    @extend_schema_field(PesertaSerializer(many=True))
    def get_peserta(self, pembinaan: Pembinaan) -> Any:
        terlihat = pembinaan_queries.peserta(pembinaan, self.context["request"].user)
        return PesertaSerializer(terlihat, many=True).data


class KeputusanTimBarisSerializer(BacaSerializer):
    akhir = serializers.DateField(allow_null=True)

    class Meta:
        model = KeputusanTim
        fields: tuple[str, ...] = ("id", "nomor", "tanggal", "tentang", "mulai", "akhir")


class AnggotaKeputusanSerializer(BacaSerializer):
    perangkat_daerah = SebutSerializer(allow_null=True)

    class Meta:
        model = AnggotaKeputusanTim
        fields = ("id", "kedudukan", "jabatan", "nama", "perangkat_daerah", "instansi")


class KeputusanTimSerializer(KeputusanTimBarisSerializer):
    anggota = AnggotaKeputusanSerializer(many=True)
    berkas = BerkasSerializer(many=True)

    class Meta(KeputusanTimBarisSerializer.Meta):
        fields = (*KeputusanTimBarisSerializer.Meta.fields, "anggota", "berkas")


class KebijakanSerializer(BacaSerializer):
    tangga = serializers.ListField(child=serializers.IntegerField())

    class Meta:
        model = Kebijakan
        fields = (
            "id",
            "versi",
            "dasar",
            "nomor_keputusan",
            "tanggal_keputusan",
            "tentang",
            "berlaku_mulai",
            "status",
            *ANGKA,
            "tangga",
            "diam_hari_libur",
        )
