"""The register as data: what its pages show, to whom they show it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from inti.api.serializers import BacaSerializer, BerkasSerializer, SebutSerializer
from kerjasama.domain.naskah import ISI
from kerjasama.models import (
    Butir,
    DokumenNaskah,
    LampiranBertanggal,
    Naskah,
    NaskahPerangkatDaerah,
    ParaPihak,
    PembayaranSetoran,
    PernyataanPemenuhan,
    Setoran,
    VersiBerkas,
)
from kerjasama.permissions import boleh_melihat_register
from kerjasama.queries import naskah as naskah_queries
from kerjasama.queries import pemenuhan
from kerjasama.queries import setoran as setoran_queries


class NaskahRingkasSerializer(BacaSerializer):
    """A naskah where it is named beside something else."""

    class Meta:
        model = Naskah
        fields = ("id", "nomor", "judul")


class NaskahBarisSerializer(BacaSerializer):
    mitra = SebutSerializer(source="mitra_kini", many=True)
    perangkat_daerah = SebutSerializer(many=True)
    penanggung_jawab = serializers.StringRelatedField()
    hanya: ClassVar = {"penanggung_jawab": boleh_melihat_register, "tanda": boleh_melihat_register}

    class Meta:
        model = Naskah
        fields: tuple[str, ...] = (
            "id",
            "nomor",
            "judul",
            "jenis",
            "jenis_kerja_sama",
            "mitra",
            "perangkat_daerah",
            "tanggal_ttd",
            "tanggal_berakhir",
            "jangka_waktu",
            "status",
            "alasan_berakhir",
            "tanggal_diakhiri",
            "penanggung_jawab",
            "tanda",
        )


class PihakSerializer(BacaSerializer):
    mitra = SebutSerializer()

    class Meta:
        model = ParaPihak
        fields = (
            "id",
            "mitra",
            "nomor",
            "penanda_tangan",
            "jabatan",
            "bergabung_pada",
            "diakhiri_pada",
        )


class KeterlibatanSerializer(BacaSerializer):
    perangkat_daerah = SebutSerializer()

    class Meta:
        model = NaskahPerangkatDaerah
        fields = ("id", "perangkat_daerah", "peran", "penanda_tangan", "jabatan")


class ButirSerializer(BacaSerializer):
    mitra = SebutSerializer(allow_null=True)

    class Meta:
        model = Butir
        fields: tuple[str, ...] = (
            "id",
            "naskah",
            "jenis",
            "pihak",
            "mitra",
            "uraian",
            "target",
            "ukuran",
            "satuan",
            "target_angka",
            "kekerapan",
            "jatuh_tempo_pertama",
            "tenggat",
            "sifat_uang",
            "jumlah",
        )


class ButirNaskahSerializer(BacaSerializer):
    """An item as the page of its naskah lists it."""

    mitra = SebutSerializer(allow_null=True)

    class Meta:
        model = Butir
        fields = ("id", "jenis", "pihak", "mitra", "uraian", "target", "tenggat")


class DokumenNaskahSerializer(BerkasSerializer, BacaSerializer):
    class Meta:
        model = DokumenNaskah
        fields = ("id", "jenis", "keterangan", "nama", "tipe", "ukuran", "sha256")


class KeluargaSerializer(serializers.Serializer[Any]):
    """The naskah around one, of those that the reader may know of."""

    induk = NaskahRingkasSerializer(allow_null=True)
    menggantikan = NaskahRingkasSerializer(allow_null=True)
    turunan = NaskahRingkasSerializer(many=True)
    pengganti = NaskahRingkasSerializer(many=True)


class NaskahSerializer(NaskahBarisSerializer):
    mitra = None  # type: ignore[assignment] # `pihak` says more of each
    perangkat_daerah = None  # type: ignore[assignment] # so does `keterlibatan`
    urusan = serializers.StringRelatedField(allow_null=True)
    pihak = PihakSerializer(many=True)
    keterlibatan = KeterlibatanSerializer(many=True)
    butir = ButirNaskahSerializer(many=True)
    dokumen = DokumenNaskahSerializer(many=True)
    keluarga = serializers.SerializerMethodField()

    class Meta(NaskahBarisSerializer.Meta):
        fields = (
            *(
                n
                for n in NaskahBarisSerializer.Meta.fields
                if n not in {"mitra", "perangkat_daerah"}
            ),
            "sebutan",
            "dasar_pengakhiran",
            "urusan",
            "interval_pemantauan",
            "interval_evaluasi",
            "interval_laporan",
            "klausul_interval",
            "mulai_pengawasan",
            "pemantauan_terakhir",
            "evaluasi_terakhir",
            *ISI,
            "pihak",
            "keterlibatan",
            "butir",
            "dokumen",
            "keluarga",
        )

    @extend_schema_field(KeluargaSerializer)
    def get_keluarga(self, naskah: Naskah) -> Any:
        pengguna = self.context["request"].user
        keluarga = naskah_queries.keluarga(naskah, pengguna)
        return KeluargaSerializer(keluarga, context=self.context).data


class PernyataanSerializer(BacaSerializer):
    mitra = SebutSerializer(allow_null=True)
    bukti = BerkasSerializer(many=True)
    dinyatakan_oleh = serializers.StringRelatedField()

    class Meta:
        model = PernyataanPemenuhan
        fields = (
            "id",
            "ke",
            "sisi",
            "mitra",
            "status",
            "persen",
            "nilai",
            "rupiah",
            "uraian",
            "tanggal",
            "sumber",
            "dinyatakan_oleh",
            "dinyatakan_pada",
            "bukti",
        )


class ButirRincianSerializer(ButirSerializer):
    naskah = NaskahRingkasSerializer()
    pernyataan = serializers.SerializerMethodField()

    class Meta(ButirSerializer.Meta):
        fields = (*ButirSerializer.Meta.fields, "pernyataan")

    @extend_schema_field(PernyataanSerializer(many=True))
    def get_pernyataan(self, butir: Butir) -> Any:
        riwayat = pemenuhan.riwayat(butir, self.context["request"].user)
        return PernyataanSerializer(riwayat, many=True, context=self.context).data


class VersiBerkasSerializer(BerkasSerializer, BacaSerializer):
    class Meta:
        model = VersiBerkas
        fields = (
            "id",
            "ke",
            "nama",
            "tipe",
            "ukuran",
            "sha256",
            "keterangan",
            "nomor",
            "penerbit",
            "nilai",
            "berlaku_mulai",
            "berlaku_sampai",
            "diunggah_pada",
        )


class LampiranSerializer(BacaSerializer):
    mitra = SebutSerializer(allow_null=True)
    versi = VersiBerkasSerializer(many=True)

    class Meta:
        model = LampiranBertanggal
        fields = (
            "id",
            "naskah",
            "jenis",
            "nama",
            "mitra",
            "nomor",
            "penerbit",
            "nilai",
            "berlaku_mulai",
            "berlaku_sampai",
            "status",
            "alasan_tutup",
            "versi",
        )


class SetoranBarisSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer(source="butir.naskah")
    uraian = serializers.CharField(source="butir.uraian")
    sifat = serializers.CharField(source="butir.sifat_uang")
    sisa = serializers.IntegerField(source="angka.tunggakan")
    keadaan = serializers.SerializerMethodField()
    yang_membayar = serializers.SerializerMethodField()

    class Meta:
        model = Setoran
        fields: tuple[str, ...] = (
            "id",
            "butir",
            "naskah",
            "uraian",
            "sifat",
            "ke",
            "jatuh_tempo",
            "yang_membayar",
            "jumlah",
            "dibayar",
            "menunggu",
            "sisa",
            "keadaan",
            "alasan_jumlah",
            "status",
            "alasan_status",
        )

    def get_keadaan(self, setoran: Setoran) -> str:
        return setoran_queries.keadaan(setoran, per=timezone.localdate()).value

    def get_yang_membayar(self, setoran: Setoran) -> str:
        return setoran_queries.yang_membayar(setoran)


class PembayaranSerializer(BacaSerializer):
    dinyatakan_oleh = serializers.StringRelatedField()
    dikonfirmasi_oleh = serializers.StringRelatedField(allow_null=True)

    class Meta:
        model = PembayaranSetoran
        fields = (
            "id",
            "tanggal",
            "jumlah",
            "nomor_bukti",
            "keterangan",
            "status",
            "alasan_koreksi",
            "sisi",
            "dinyatakan_oleh",
            "dinyatakan_pada",
            "dikonfirmasi_oleh",
            "dikonfirmasi_pada",
        )


class SetoranSerializer(SetoranBarisSerializer):
    pembayaran = serializers.SerializerMethodField()

    class Meta(SetoranBarisSerializer.Meta):
        fields = (*SetoranBarisSerializer.Meta.fields, "pembayaran")

    @extend_schema_field(PembayaranSerializer(many=True))
    def get_pembayaran(self, setoran: Setoran) -> Any:
        semua = setoran_queries.pembayaran(setoran)
        return PembayaranSerializer(semua, many=True, context=self.context).data
