"""Reports, letters and documents as data, as their pages show them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from inti.api.serializers import BacaSerializer, BerkasSerializer, SebutSerializer
from kerjasama.api.serializers import NaskahRingkasSerializer
from pelaporan.models import (
    Bundel,
    KewajibanLaporan,
    Laporan,
    LaporanMitra,
    PermintaanLaporan,
    PerpanjanganBatas,
    PutaranLaporan,
    TandaTerima,
)
from pelaporan.queries import laporan_mitra as queries
from pelaporan.queries.formulir import butir_kewajiban, isi_terkini
from pengawasan.api.serializers import KegiatanRingkasSerializer
from pengawasan.api.serializers_hasil import RekomendasiBarisSerializer
from pengawasan.models import Rekomendasi


class LaporanBarisSerializer(BacaSerializer):
    kegiatan = KegiatanRingkasSerializer()
    naskah = NaskahRingkasSerializer(source="kegiatan.naskah")
    nomor = serializers.StringRelatedField(allow_null=True)
    disusun_oleh = serializers.StringRelatedField()

    class Meta:
        model = Laporan
        fields: tuple[str, ...] = (
            "id",
            "kegiatan",
            "naskah",
            "nomor",
            "tanggal",
            "disusun_oleh",
            "dikirim_pada",
            "diputuskan_pada",
            "status",
        )


class BundelSerializer(BacaSerializer):
    sha256 = serializers.CharField(source="berkas.sha256", allow_null=True)

    class Meta:
        model = Bundel
        fields = ("id", "versi", "status", "halaman", "diminta_pada", "selesai_pada", "sha256")


class LaporanSerializer(LaporanBarisSerializer):
    dikirim_oleh = serializers.StringRelatedField(allow_null=True)
    diputuskan_oleh = serializers.StringRelatedField(allow_null=True)
    bundel = BundelSerializer(many=True)
    rekomendasi = serializers.SerializerMethodField()

    class Meta(LaporanBarisSerializer.Meta):
        fields = (
            *LaporanBarisSerializer.Meta.fields,
            "pendahuluan",
            "hasil",
            "kesimpulan",
            "alasan_tanpa_tinjau",
            "pernyataan_tanpa_laporan",
            "catatan_ketua",
            "dikirim_oleh",
            "diputuskan_oleh",
            "rekomendasi",
            "bundel",
        )

    @extend_schema_field(RekomendasiBarisSerializer(many=True))
    def get_rekomendasi(self, laporan: Laporan) -> Any:
        milik = Rekomendasi.objects.milik(laporan.kegiatan)
        return RekomendasiBarisSerializer(milik, many=True, context=self.context).data


class KewajibanBarisSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer()
    mitra = SebutSerializer()
    sebutan = serializers.CharField()
    laporan = serializers.IntegerField(source="laporan.pk", allow_null=True)

    class Meta:
        model = KewajibanLaporan
        fields: tuple[str, ...] = (
            "id",
            "sebutan",
            "naskah",
            "mitra",
            "jatuh_tempo",
            "batas",
            "status",
            "laporan",
        )


class KewajibanBelumSerializer(KewajibanBarisSerializer):
    diingatkan_pada = serializers.DateTimeField(allow_null=True)

    class Meta(KewajibanBarisSerializer.Meta):
        fields = (*KewajibanBarisSerializer.Meta.fields, "diingatkan_pada")


class LaporanMitraBarisSerializer(BacaSerializer):
    sebutan = serializers.CharField(source="kewajiban.sebutan")
    naskah = NaskahRingkasSerializer(source="kewajiban.naskah")
    mitra = SebutSerializer(source="kewajiban.mitra")
    jatuh_tempo = serializers.DateField(source="kewajiban.jatuh_tempo")
    nomor = serializers.CharField(help_text="Nomor tanda terima putaran terakhir.")
    batas = serializers.DateField(source="batas_putaran")
    disampaikan_pada = serializers.DateTimeField()
    terlambat = serializers.BooleanField(source="telat")

    class Meta:
        model = LaporanMitra
        fields = (
            "id",
            "kewajiban",
            "sebutan",
            "naskah",
            "mitra",
            "nomor",
            "putaran",
            "jatuh_tempo",
            "batas",
            "disampaikan_pada",
            "terlambat",
            "status",
        )


class TandaTerimaSerializer(BacaSerializer):
    perangkat_daerah = SebutSerializer(allow_null=True)

    class Meta:
        model = TandaTerima
        fields = ("id", "penerima", "perangkat_daerah", "diterima_pada", "dibaca_pada")


class PutaranSerializer(BacaSerializer):
    disampaikan_oleh = serializers.StringRelatedField()
    ditinjau_oleh = serializers.StringRelatedField(allow_null=True)
    formulir = serializers.CharField(source="isi.formulir.versi")
    isi = serializers.DictField(source="isi.isi", help_text="Isian menurut kode kolom formulir.")
    tanda_terima = TandaTerimaSerializer(many=True)
    berkas = serializers.SerializerMethodField()

    class Meta:
        model = PutaranLaporan
        fields = (
            "ke",
            "nomor",
            "batas",
            "disampaikan_oleh",
            "disampaikan_pada",
            "hasil",
            "catatan",
            "ditinjau_oleh",
            "ditinjau_pada",
            "formulir",
            "isi",
            "berkas",
            "tanda_terima",
        )

    @extend_schema_field(BerkasSerializer(many=True))
    def get_berkas(self, putaran: PutaranLaporan) -> Any:
        return BerkasSerializer(self.context["berkas"].get(putaran.ke, []), many=True).data


class _BerputaranSerializer(BacaSerializer):
    """A report with every round that was sent, last first."""

    sebutan = serializers.CharField(source="kewajiban.sebutan")
    naskah = NaskahRingkasSerializer(source="kewajiban.naskah")
    mitra = SebutSerializer(source="kewajiban.mitra")
    riwayat = serializers.SerializerMethodField()

    @extend_schema_field(PutaranSerializer(many=True))
    def get_riwayat(self, laporan: LaporanMitra) -> Any:
        semua = queries.putaran_tampil(laporan, self.context["request"].user)
        berkas = {p.putaran.ke: p.berkas for p in semua}
        return PutaranSerializer(
            [p.putaran for p in semua], many=True, context=self.context | {"berkas": berkas}
        ).data


class LaporanMitraSerializer(_BerputaranSerializer):
    class Meta:
        model = LaporanMitra
        fields = (
            "id",
            "kewajiban",
            "sebutan",
            "naskah",
            "mitra",
            "putaran",
            "batas_perbaikan",
            "status",
            "riwayat",
        )


class LaporanSayaSerializer(_BerputaranSerializer):
    """The mitra's own report: the draft as it is filled in, its files, its rounds."""

    versi = serializers.CharField(help_text="Sertakan saat menyimpan, agar tidak saling menimpa.")
    formulir = serializers.StringRelatedField()
    isi = serializers.SerializerMethodField()
    berkas = serializers.SerializerMethodField()

    class Meta:
        model = LaporanMitra
        fields = (
            "id",
            "kewajiban",
            "sebutan",
            "naskah",
            "mitra",
            "status",
            "putaran",
            "batas_perbaikan",
            "versi",
            "formulir",
            "isi",
            "berkas",
            "riwayat",
        )

    @extend_schema_field(serializers.DictField)
    def get_isi(self, laporan: LaporanMitra) -> Any:
        return isi_terkini(laporan, butir_kewajiban(laporan.kewajiban))

    @extend_schema_field(BerkasSerializer(many=True))
    def get_berkas(self, laporan: LaporanMitra) -> Any:
        draf = laporan.berkas.filter(putaran=0).select_related("berkas")
        return BerkasSerializer(draf, many=True).data


class PermintaanBarisSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer()
    diminta_oleh = serializers.StringRelatedField()
    jumlah = serializers.IntegerField()
    jumlah_disampaikan = serializers.IntegerField()

    class Meta:
        model = PermintaanLaporan
        fields: tuple[str, ...] = (
            "id",
            "naskah",
            "perihal",
            "alasan",
            "batas",
            "diminta_oleh",
            "diminta_pada",
            "jumlah",
            "jumlah_disampaikan",
            "ditarik_pada",
            "alasan_tarik",
        )


class PermintaanSerializer(PermintaanBarisSerializer):
    kewajiban = serializers.SerializerMethodField()

    class Meta(PermintaanBarisSerializer.Meta):
        fields = (*PermintaanBarisSerializer.Meta.fields, "kewajiban")

    @extend_schema_field(KewajibanBarisSerializer(many=True))
    def get_kewajiban(self, permintaan: PermintaanLaporan) -> Any:
        milik = permintaan.kewajiban.select_related("naskah", "mitra", "laporan").order_by("pk")
        return KewajibanBarisSerializer(milik, many=True, context=self.context).data


class PerpanjanganSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer(source="kewajiban.naskah")
    mitra = SebutSerializer(source="kewajiban.mitra")
    sebutan = serializers.CharField(source="kewajiban.sebutan")
    diajukan_oleh = serializers.StringRelatedField()
    diputuskan_oleh = serializers.StringRelatedField(allow_null=True)

    class Meta:
        model = PerpanjanganBatas
        fields = (
            "id",
            "kewajiban",
            "sebutan",
            "naskah",
            "mitra",
            "batas",
            "sampai",
            "alasan",
            "status",
            "diajukan_oleh",
            "diajukan_pada",
            "diputuskan_oleh",
            "diputuskan_pada",
            "catatan_putusan",
        )
