"""Experts from outside whom a surat tugas may name (Pasal 8 ayat (5))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.roles import Kemampuan, mampu

if TYPE_CHECKING:
    from inti.models import Pengguna


class TenagaProfesionalQuerySet(models.QuerySet["TenagaProfesional"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> TenagaProfesionalQuerySet:
        """The list is for those who supervise."""
        if not mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            return self.none()
        return self

    def aktif(self) -> TenagaProfesionalQuerySet:
        """Those who can be assigned."""
        return self.filter(aktif=True)


class TenagaProfesional(models.Model):
    """A person with an expertise; one who is no longer asked is kept, not active."""

    nama = models.CharField("nama", max_length=150)
    keahlian = models.CharField("keahlian", max_length=200)
    instansi = models.CharField("instansi", max_length=200)
    aktif = models.BooleanField(
        "aktif", default=True, help_text="Hanya yang aktif dapat dipilih dalam surat tugas."
    )
    dicatat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)

    objects = TenagaProfesionalQuerySet.as_manager()

    class Meta:
        verbose_name = "tenaga profesional"
        verbose_name_plural = "tenaga profesional"
        ordering = ("nama", "pk")
        constraints = (
            models.UniqueConstraint(
                name="tenaga_profesional_sekali",
                fields=("nama", "instansi"),
                violation_error_message="Orang ini sudah tercatat pada instansi tersebut.",
            ),
            models.CheckConstraint(
                name="tenaga_profesional_lengkap",
                condition=~Q(nama="") & ~Q(keahlian="") & ~Q(instansi=""),
                violation_error_message="Nama, keahlian, dan instansi wajib diisi.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama} ({self.keahlian}, {self.instansi})"

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:tenaga-profesional-ubah", self.pk)
