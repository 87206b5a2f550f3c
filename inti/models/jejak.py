"""The audit trail: append-only, hash-chained."""

from __future__ import annotations

import hashlib
from datetime import UTC
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from inti.kata_kerja import kalimat_aksi

PANGKAL = "0" * 64
# What a line says, and its hash covers.
ISI = (
    *("waktu", "pelaku", "pelaku_nama", "sebagai", "aksi"),
    *("objek_jenis", "objek_id", "objek_nama", "perubahan"),
)
_KANONIS = DjangoJSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def hash_baris(sebelumnya: str, isi: dict[str, Any]) -> str:
    """SHA-256 over the previous hash and the canonical JSON of what the line says."""
    return hashlib.sha256(f"{sebelumnya}\n{_KANONIS.encode(isi)}".encode()).hexdigest()


class JejakAuditQuerySet(models.QuerySet["JejakAudit"]):
    def tentang(self, objek: models.Model) -> JejakAuditQuerySet:
        """The lines about one row, newest first."""
        return self.filter(objek_jenis=objek._meta.label_lower, objek_id=objek.pk).order_by("-pk")

    def berantai(self) -> JejakAuditQuerySet:
        """From the first line on, with what the chain is made of and no other column.

        A copy of an older version is read with these models before it is migrated.
        """
        return self.order_by("pk").only(*ISI, "sebelumnya", "hash")


class JejakAudit(models.Model):
    """Who, as which seat, when, did what to what. The database refuses UPDATE and DELETE.

    Each line carries the hash of the one before; `sebelumnya` is unique, so the chain cannot
    fork even when two transactions write at once.
    """

    waktu = models.DateTimeField("waktu")
    # No database constraint: the line outlives the account and may never be updated.
    pelaku = models.ForeignKey(
        "inti.Pengguna",
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        related_name="+",
        verbose_name="pelaku",
    )
    pelaku_nama = models.CharField("nama pelaku", max_length=150)
    sebagai = models.CharField("sebagai", max_length=200, blank=True)
    aksi = models.CharField("aksi", max_length=80)
    objek_jenis = models.CharField("jenis objek", max_length=80)
    objek_id = models.BigIntegerField("nomor objek", null=True)
    objek_nama = models.CharField("objek", max_length=300)
    perubahan = models.JSONField("perubahan", default=dict, encoder=DjangoJSONEncoder)
    sebelumnya = models.CharField("hash sebelumnya", max_length=64, unique=True)
    hash = models.CharField("hash", max_length=64, unique=True)

    objects = JejakAuditQuerySet.as_manager()

    class Meta:
        verbose_name = "jejak audit"
        verbose_name_plural = "jejak audit"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("objek_jenis", "objek_id"), name="jejak_objek"),)

    def __str__(self) -> str:
        return f"{self.aksi} {self.objek_nama}"

    @property
    def kalimat(self) -> str:
        """What was done, in words."""
        return kalimat_aksi(self.aksi)

    def isi(self) -> dict[str, Any]:
        """What the hash covers, in plain values."""
        return {
            "waktu": self.waktu.astimezone(UTC).isoformat(),  # as the database gives it back
            "pelaku": self.pelaku_id,
            "pelaku_nama": self.pelaku_nama,
            "sebagai": self.sebagai,
            "aksi": self.aksi,
            "objek": [self.objek_jenis, self.objek_id, self.objek_nama],
            "perubahan": self.perubahan,
        }

    def hitung_hash(self) -> str:
        """That of the line, after the one before it."""
        return hash_baris(self.sebelumnya, self.isi())
