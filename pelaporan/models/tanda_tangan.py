"""Electronic signatures on issued documents: the signed file, and what its certificate says."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from inti.models.constraints import dikenal, lengkap
from pelaporan.enums import CaraTandaTangan
from pelaporan.models.bundel import Bundel
from pelaporan.models.dokumen import Dokumen


class TandaTangan(models.Model):
    """One signed file, which begins with the bytes that were issued; it is then the issued one."""

    dokumen = models.OneToOneField(
        Dokumen, models.PROTECT, null=True, blank=True, related_name="tanda_tangan"
    )
    bundel = models.OneToOneField(
        Bundel, models.PROTECT, null=True, blank=True, related_name="tanda_tangan"
    )
    cara = models.CharField("cara", max_length=20, choices=CaraTandaTangan.choices)
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")
    # As the certificate has them; the last of several signatures.
    nama = models.CharField("nama pada sertifikat", max_length=200)
    penerbit = models.CharField("penerbit sertifikat", max_length=200)
    seri = models.CharField("nomor seri sertifikat", max_length=64)
    ditandatangani_pada = models.DateTimeField("ditandatangani pada", null=True, blank=True)
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)
    diunggah_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "tanda tangan elektronik"
        verbose_name_plural = "tanda tangan elektronik"
        ordering = ("-pk",)
        constraints = (
            dikenal("tanda_tangan_cara_dikenal", "cara", CaraTandaTangan.values),
            models.CheckConstraint(
                name="tanda_tangan_satu_berkas",
                condition=Q(dokumen=None) ^ Q(bundel=None),
                violation_error_message="Tanda tangan elektronik milik satu dokumen atau bundel.",
            ),
            lengkap(
                "tanda_tangan_unggah_bernama",
                Q(cara=CaraTandaTangan.UNGGAH),
                "diunggah_oleh",
                pesan="Berkas bertanda tangan yang diunggah harus mencatat siapa.",
            ),
        )

    def __str__(self) -> str:
        return f"Tanda tangan {self.nama} pada {self.dokumen or self.bundel}"
