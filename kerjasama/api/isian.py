"""What a program sends to the register."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from kerjasama.enums import JenisDokumen


class DokumenIsian(serializers.Serializer[Any]):
    berkas = serializers.FileField(help_text="PDF, JPEG, PNG, atau DOCX.")
    jenis = serializers.ChoiceField(JenisDokumen.choices)
    keterangan = serializers.CharField(max_length=200, required=False, allow_blank=True)
