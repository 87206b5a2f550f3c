"""Berkas lengkap: all that a person may see of one naskah, as one ZIP. The row is the job."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.models.constraints import dikenal, lengkap
from kerjasama.models import Naskah, TurunanNaskah
from pelaporan.enums import StatusBerkasLengkap
from pelaporan.models.klaim import PekerjaanBerkas, PekerjaanQuerySet

if TYPE_CHECKING:
    from inti.models import Pengguna

BERJALAN = (StatusBerkasLengkap.ANTRE, StatusBerkasLengkap.DIKERJAKAN)


class BerkasLengkapQuerySet(PekerjaanQuerySet["BerkasLengkap"]):
    klaim_basi = timedelta(minutes=15)

    def terlihat_oleh(self, pengguna: Pengguna) -> BerkasLengkapQuerySet:
        """One's own, of naskah one may still see: each is cut to the rights of who asked."""
        return self.filter(diminta_oleh=pengguna, naskah__in=Naskah.objects.terlihat_oleh(pengguna))

    def lewat_pada(self, now: datetime) -> BerkasLengkapQuerySet:
        """Ready, and past the time for which the file is kept."""
        return self.filter(status=StatusBerkasLengkap.SIAP, kedaluwarsa_pada__lte=now)


class BerkasLengkap(TurunanNaskah, PekerjaanBerkas):
    """One request of one person; what it holds is what that person might see when it was made."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.PROTECT, related_name="berkas_lengkap")
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusBerkasLengkap.choices,
        default=StatusBerkasLengkap.ANTRE,
    )
    # The rights it was cut to (see queries.berkas_lengkap.sidik_hak): other rights, no download.
    hak = models.CharField(max_length=64, blank=True, editable=False)
    jumlah = models.PositiveIntegerField("jumlah isi", default=0)
    manifes = models.CharField("SHA-256 manifes", max_length=64, blank=True)
    kedaluwarsa_pada = models.DateTimeField("disimpan sampai", null=True, blank=True)

    objects = BerkasLengkapQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas lengkap"
        verbose_name_plural = "berkas lengkap"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("status", "kedaluwarsa_pada"), name="berkas_lengkap_masa"),)
        constraints = (
            dikenal("berkas_lengkap_status_dikenal", "status", StatusBerkasLengkap.values),
            models.UniqueConstraint(
                name="berkas_lengkap_satu_berjalan",
                fields=("naskah", "diminta_oleh"),
                condition=Q(status__in=BERJALAN),
                violation_error_message="Berkas lengkap naskah ini sedang disusun untuk Anda.",
            ),
            lengkap(
                "berkas_lengkap_siap_lengkap",
                Q(status=StatusBerkasLengkap.SIAP),
                "berkas",
                "selesai_pada",
                "kedaluwarsa_pada",
                pesan="Berkas lengkap yang siap harus mempunyai berkas dan masa simpan.",
            ),
            models.CheckConstraint(
                name="berkas_lengkap_persen_wajar",
                condition=Q(persen__lte=100),
                violation_error_message="Kemajuan paling banyak 100 persen.",
            ),
        )

    def __str__(self) -> str:
        return f"Berkas lengkap {self.naskah}"

    @property
    def berjalan(self) -> bool:
        """Waiting or being made."""
        return self.status in BERJALAN

    def tanpa_pekerjaan(self) -> bool:
        """Nothing lies in store for it."""
        return self.berkas_id is None
