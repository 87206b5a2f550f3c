"""Jadwal, kegiatan and what comes of them as data, as their pages show it."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from inti.api.serializers import BacaSerializer, SebutSerializer
from kerjasama.api.serializers import NaskahRingkasSerializer
from pengawasan.models import (
    AnggotaTim,
    BeritaAcara,
    Hadirin,
    HasilAnalisa,
    Jadwal,
    Kegiatan,
    KertasKerja,
    Notulensi,
    Pengendalian,
    PenundaanJadwal,
    Rapat,
    SuratTugas,
)
from pengawasan.permissions import boleh_melihat_matrik
from pengawasan.queries import kegiatan as kegiatan_queries
from pengawasan.queries import rapat as rapat_queries


class JadwalBarisSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer()

    class Meta:
        model = Jadwal
        fields: tuple[str, ...] = (
            "id",
            "naskah",
            "jenis",
            "ke",
            "jatuh_tempo",
            "tanggal_rencana",
            "ditunda_sampai",
            "alasan_penundaan",
            "status",
            "alasan_status",
        )


class KegiatanRingkasSerializer(BacaSerializer):
    """A kegiatan where it is named beside something else."""

    class Meta:
        model = Kegiatan
        fields: tuple[str, ...] = (
            "id",
            "jenis",
            "tanggal_rencana",
            "tanggal_pelaksanaan",
            "status",
        )


class PenundaanJadwalSerializer(BacaSerializer):
    diajukan_oleh = serializers.StringRelatedField()
    diputuskan_oleh = serializers.StringRelatedField(allow_null=True)

    class Meta:
        model = PenundaanJadwal
        fields: tuple[str, ...] = (
            "id",
            "jatuh_tempo",
            "sampai",
            "alasan",
            "status",
            "diajukan_oleh",
            "diajukan_pada",
            "diputuskan_oleh",
            "diputuskan_pada",
            "catatan_putusan",
        )


class PenundaanBarisSerializer(PenundaanJadwalSerializer):
    jadwal = JadwalBarisSerializer()

    class Meta(PenundaanJadwalSerializer.Meta):
        fields = (*PenundaanJadwalSerializer.Meta.fields, "jadwal")


class JadwalSerializer(JadwalBarisSerializer):
    dasar = serializers.ListField(
        child=serializers.CharField(),
        source="dasar.kalimat",
        help_text="Mengapa jatuh tempo pada tanggal itu, langkah demi langkah.",
    )
    kegiatan = KegiatanRingkasSerializer(many=True)
    penundaan = PenundaanJadwalSerializer(many=True)

    class Meta(JadwalBarisSerializer.Meta):
        fields = (*JadwalBarisSerializer.Meta.fields, "dasar", "kegiatan", "penundaan")


class KegiatanBarisSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer()
    mitra = SebutSerializer(source="naskah.mitra_kini", many=True)
    jatuh_tempo = serializers.DateField(source="jadwal.jatuh_tempo", allow_null=True)

    class Meta:
        model = Kegiatan
        fields: tuple[str, ...] = (
            "id",
            "naskah",
            "mitra",
            "jenis",
            "sifat",
            "metode",
            "status",
            "tanggal_rencana",
            "waktu_rencana",
            "tempat",
            "tanggal_pelaksanaan",
            "jadwal",
            "jatuh_tempo",
        )


class HadirinSerializer(BacaSerializer):
    class Meta:
        model = Hadirin
        fields = ("id", "nama", "jabatan", "instansi", "unsur")


class NotulensiSerializer(BacaSerializer):
    class Meta:
        model = Notulensi
        fields = (
            "tanggal",
            "mulai",
            "selesai",
            "tempat",
            "pimpinan",
            "notulis",
            "agenda",
            "pembahasan",
            "kesimpulan",
        )


class BeritaAcaraBarisSerializer(BacaSerializer):
    nomor = serializers.StringRelatedField(allow_null=True)
    perangkat_daerah = SebutSerializer()

    class Meta:
        model = BeritaAcara
        fields: tuple[str, ...] = (
            "id",
            "kegiatan",
            "jenis",
            "perangkat_daerah",
            "nomor",
            "status",
            "tanggal_kejadian",
            "waktu_kejadian",
            "tempat",
            "diterima_pada",
            "diverifikasi_pada",
        )


class AnalisaSerializer(BacaSerializer):
    dianalisa_oleh = serializers.StringRelatedField()

    class Meta:
        model = HasilAnalisa
        fields = ("ringkasan", "permasalahan", "kesimpulan", "dianalisa_oleh", "dianalisa_pada")


class KegiatanSerializer(KegiatanBarisSerializer):
    dibuat_oleh = serializers.StringRelatedField()
    hadirin = HadirinSerializer(many=True)
    notulensi = NotulensiSerializer(allow_null=True)
    berita_acara = serializers.SerializerMethodField()
    analisa = serializers.SerializerMethodField()

    class Meta(KegiatanBarisSerializer.Meta):
        fields = (
            *KegiatanBarisSerializer.Meta.fields,
            "alasan",
            "peminta",
            "menggantikan_berkala",
            "bersama_perpanjangan",
            "alasan_batal",
            "dibuat_oleh",
            "rapat",
            "hadirin",
            "notulensi",
            "berita_acara",
            "analisa",
        )

    @extend_schema_field(BeritaAcaraBarisSerializer(many=True))
    def get_berita_acara(self, kegiatan: Kegiatan) -> Any:
        pengguna = self.context["request"].user
        terlihat = kegiatan_queries.berita_acara_terlihat(kegiatan, pengguna)
        return BeritaAcaraBarisSerializer(terlihat, many=True, context=self.context).data

    @extend_schema_field(AnalisaSerializer(allow_null=True))
    def get_analisa(self, kegiatan: Kegiatan) -> Any:
        analisa = getattr(kegiatan, "hasil_analisa", None)
        if analisa is None or not boleh_melihat_matrik(self.context["request"].user, kegiatan):
            return None
        return AnalisaSerializer(analisa, context=self.context).data


class RapatBarisSerializer(BacaSerializer):
    kegiatan = serializers.SerializerMethodField()
    jumlah_hadirin = serializers.IntegerField()
    keadaan = serializers.CharField()

    class Meta:
        model = Rapat
        fields: tuple[str, ...] = (
            "id",
            "tanggal",
            "mulai",
            "selesai",
            "tempat",
            "alamat",
            "tautan",
            "pimpinan",
            "agenda",
            "keadaan",
            "alasan_batal",
            "jumlah_hadirin",
            "kegiatan",
        )

    @extend_schema_field(KegiatanRingkasSerializer(many=True))
    def get_kegiatan(self, rapat: Any) -> Any:
        terlihat = rapat.kegiatan_terlihat
        return KegiatanRingkasSerializer(terlihat, many=True, context=self.context).data


class KeputusanRapatSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    uraian = serializers.CharField()
    pihak = serializers.CharField()
    tenggat = serializers.DateField(allow_null=True)


class RapatSerializer(RapatBarisSerializer):
    hadirin = HadirinSerializer(many=True)
    notulensi = NotulensiSerializer(allow_null=True)
    keputusan = serializers.SerializerMethodField()

    class Meta(RapatBarisSerializer.Meta):
        fields = (*RapatBarisSerializer.Meta.fields, "hadirin", "notulensi", "keputusan")

    @extend_schema_field(KeputusanRapatSerializer(many=True))
    def get_keputusan(self, rapat: Any) -> Any:
        if (notulensi := getattr(rapat, "notulensi", None)) is None:
            return []
        semua = rapat_queries.keputusan(notulensi, rapat.kegiatan_terlihat)
        return KeputusanRapatSerializer(semua, many=True).data


class AnggotaTimSerializer(BacaSerializer):
    class Meta:
        model = AnggotaTim
        fields = ("id", "nama", "jabatan", "keahlian", "kedudukan")


class SuratTugasBarisSerializer(BacaSerializer):
    nomor = serializers.CharField(source="__str__")
    anggota = AnggotaTimSerializer(many=True)

    class Meta:
        model = SuratTugas
        fields: tuple[str, ...] = (
            "id",
            "nomor",
            "tanggal",
            "penanda_tangan",
            "jabatan_penanda_tangan",
            "status",
            "alasan_akhir",
            "anggota",
        )


class SuratTugasSerializer(SuratTugasBarisSerializer):
    kegiatan = serializers.SerializerMethodField()
    diterbitkan_oleh = serializers.StringRelatedField()

    class Meta(SuratTugasBarisSerializer.Meta):
        fields = (
            *SuratTugasBarisSerializer.Meta.fields,
            "diterbitkan_oleh",
            "diterbitkan_pada",
            "kegiatan",
        )

    @extend_schema_field(KegiatanRingkasSerializer(many=True))
    def get_kegiatan(self, surat: SuratTugas) -> Any:
        terlihat = Kegiatan.objects.terlihat_oleh(self.context["request"].user)
        milik = terlihat.filter(surat_tugas=surat).order_by("tanggal_rencana", "pk")
        return KegiatanRingkasSerializer(milik, many=True, context=self.context).data


class PengendalianBarisSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer()
    perangkat_daerah = SebutSerializer()
    nama_berkas = serializers.CharField(source="berkas.nama", allow_null=True)

    class Meta:
        model = Pengendalian
        fields: tuple[str, ...] = (
            "id",
            "naskah",
            "perangkat_daerah",
            "tanggal",
            "objek",
            "temuan",
            "tindakan",
            "nama_berkas",
        )


class PengendalianSerializer(PengendalianBarisSerializer):
    dicatat_oleh = serializers.StringRelatedField()

    class Meta(PengendalianBarisSerializer.Meta):
        fields = (*PengendalianBarisSerializer.Meta.fields, "dicatat_oleh", "dicatat_pada")


class KertasKerjaBarisSerializer(BacaSerializer):
    naskah = NaskahRingkasSerializer(source="kegiatan.naskah")
    pihak = serializers.StringRelatedField()

    class Meta:
        model = KertasKerja
        fields = ("id", "kegiatan", "naskah", "pengisi", "pihak", "status", "disampaikan_pada")
