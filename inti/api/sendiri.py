"""What is of the token's owner: who they are, their notices; and the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import BigAutoField
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response

from inti.api.serializers import BacaSerializer
from inti.api.views import DaftarView, DataView
from inti.enums import CakupanToken, Peran
from inti.halaman import Urutan
from inti.models import JejakAudit, Notifikasi
from inti.views import jejak, pesan

if TYPE_CHECKING:
    from rest_framework.request import Request


class SayaSerializer(serializers.Serializer[Any]):
    nama = serializers.CharField()
    nama_pengguna = serializers.CharField()
    peran = serializers.ListField(child=serializers.ChoiceField(Peran.choices))
    jabatan = serializers.ListField(child=serializers.CharField())
    token = serializers.CharField(help_text="Nama token yang dipakai.")
    cakupan = serializers.ChoiceField(CakupanToken.choices)
    berakhir_pada = serializers.DateTimeField()


class SayaView(DataView):
    judul = "Pemilik token: nama, peran, dan cakupan token"

    @extend_schema(responses=SayaSerializer)
    def get(self, request: Request) -> Response:
        """The person, as today's seats make them, and the token."""
        orang, token = request.user, request.auth
        isi = {
            "nama": orang.nama,
            "nama_pengguna": orang.username,
            "peran": sorted(str(p) for p in orang.peran),
            "jabatan": [k.sebutan for k in orang.kedudukan],
            "token": token.nama,
            "cakupan": token.cakupan,
            "berakhir_pada": token.berakhir_pada,
        }
        return Response(SayaSerializer(isi).data)


class PesanSerializer(BacaSerializer):
    class Meta:
        model = Notifikasi
        fields = ("id", "subjek", "isi", "tautan", "jenis", "dibuat_pada", "dibaca_pada", "status")


class PesanDaftarView(DaftarView):
    judul = "Pesan untuk pemilik token"
    halaman = pesan.PesanDaftarView
    serializer_class = PesanSerializer
    urutan: ClassVar = {"baru": Urutan("pk", BigAutoField())}
    urutan_awal = "-baru"


class JejakSerializer(BacaSerializer):
    kalimat = serializers.CharField()
    perubahan = serializers.DictField()

    class Meta:
        model = JejakAudit
        fields = (
            "id",
            "waktu",
            "pelaku_nama",
            "sebagai",
            "aksi",
            "kalimat",
            "objek_jenis",
            "objek_id",
            "objek_nama",
            "perubahan",
            "sebelumnya",
            "hash",
        )


class JejakDaftarView(DaftarView):
    judul = "Jejak audit"
    halaman = jejak.JejakDaftarView
    serializer_class = JejakSerializer
