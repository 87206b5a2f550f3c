"""Private, content-addressed files."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models

from inti.enums import KerusakanBerkas

# What a dying disk or a wrong owner answers, for this one file; anything else is no fault of it.
TAK_TERBACA = {errno.EIO, errno.EUCLEAN, errno.EACCES, errno.EISDIR}


class Berkas(models.Model):
    """One received or issued file; its bytes lie under their own SHA-256.

    The name is a label only. Two rows may share the same bytes.
    """

    sha256 = models.CharField(
        "SHA-256", max_length=64, db_index=True, validators=[RegexValidator(r"^[0-9a-f]{64}$")]
    )
    ukuran = models.PositiveBigIntegerField("ukuran")
    tipe = models.CharField("tipe", max_length=100)
    nama = models.CharField("nama berkas", max_length=120)
    diunggah_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diunggah_pada = models.DateTimeField("diunggah pada", auto_now_add=True)

    class Meta:
        verbose_name = "berkas"
        verbose_name_plural = "berkas"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                name="berkas_ukuran_positif",
                condition=models.Q(ukuran__gt=0),
                violation_error_message="Berkas kosong tidak dapat disimpan.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def path(self) -> Path:
        """Where the bytes lie."""
        return Path(settings.BERKAS_DIR) / self.tempat

    @property
    def tempat(self) -> str:
        """The same within the folder of files, and within that of a restored backup."""
        return f"{self.sha256[:2]}/{self.sha256}"

    @property
    def gambar(self) -> bool:
        """Whether a browser can show it as a picture."""
        return self.tipe.startswith("image/")

    def sidik(self) -> str:
        """The hash of the bytes as they lie there now; empty when they are gone."""
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return ""

    def baca(self) -> bytes:
        """The bytes. Raises FileNotFoundError when they are gone."""
        return self.path.read_bytes()

    def kerusakan(self) -> KerusakanBerkas | None:
        """What is wrong with the bytes as they lie there now; None when they were received so."""
        try:
            sidik = self.sidik()
        except OSError as error:
            if error.errno not in TAK_TERBACA:
                raise
            return KerusakanBerkas.GAGAL_BACA
        if not sidik:
            return KerusakanBerkas.HILANG
        return None if sidik == self.sha256 else KerusakanBerkas.BERUBAH


class BerkasRusak(models.Model):
    """A file whose bytes are not those that were received; the row goes once they are again."""

    berkas = models.OneToOneField(Berkas, models.CASCADE, related_name="rusak")
    keadaan = models.CharField("keadaan", max_length=10, choices=KerusakanBerkas.choices)
    ditemukan_pada = models.DateTimeField("ditemukan pada", auto_now_add=True)
    # Whether a notice has counted it.
    dikabarkan = models.BooleanField("sudah dikabarkan", default=False, db_default=False)

    class Meta:
        verbose_name = "berkas rusak"
        verbose_name_plural = "berkas rusak"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.berkas}: {self.get_keadaan_display()}"


class PemeriksaanBerkas(models.Model):
    """How far the files were read again: the one row goes round them in the order of their hash.

    So each is read in its turn, the one read longest ago next, and a night writes one row however
    many files there are. It is also what those who note damage wait for, one after the other.
    """

    sampai = models.CharField("dibaca sampai", max_length=64, blank=True)
    mulai_pada = models.DateTimeField("putaran ini dimulai", null=True, blank=True)
    # When the last whole round began: no file was read longer ago than that.
    lengkap_sejak = models.DateTimeField("semua dibaca sejak", null=True, blank=True)
    kabar_dibuka = models.DateField("terakhir dikabarkan ketika dibuka", null=True, blank=True)

    class Meta:
        verbose_name = "pemeriksaan berkas"
        verbose_name_plural = "pemeriksaan berkas"

    def __str__(self) -> str:
        return f"Pemeriksaan berkas, {self.persen}%"

    @property
    def persen(self) -> int:
        """How much of the round is read; hashes are spread evenly."""
        return int(self.sampai[:4] or "0", 16) * 100 // 16**4
