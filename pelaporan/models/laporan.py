"""The report to the Ketua TKKSD (Pasal 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from pelaporan.enums import StatusLaporan
from pengawasan.models import Kegiatan

if TYPE_CHECKING:
    from inti.models import Pengguna


class LaporanQuerySet(models.QuerySet["Laporan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> LaporanQuerySet:
        """Of the kegiatan one may see."""
        return self.filter(kegiatan__in=Kegiatan.objects.terlihat_oleh(pengguna))

    def menunggu_ketua(self) -> LaporanQuerySet:
        """Sent and not yet decided."""
        return self.filter(status=StatusLaporan.DIKIRIM)

    def untuk_daftar(self) -> LaporanQuerySet:
        """With what a list row shows."""
        return self.select_related("kegiatan__naskah", "disusun_oleh", "nomor")


class Laporan(models.Model):
    """One report on one kegiatan. `versi` counts how often it was sent."""

    kegiatan = models.OneToOneField(Kegiatan, models.PROTECT, related_name="laporan")
    nomor = models.OneToOneField(
        "inti.NomorSurat", models.PROTECT, null=True, blank=True, related_name="+"
    )
    tanggal = models.DateField("tanggal laporan", null=True, blank=True)
    status = models.CharField(
        "status", max_length=20, choices=StatusLaporan.choices, default=StatusLaporan.DRAF
    )
    versi = models.PositiveSmallIntegerField("versi", default=0)
    pendahuluan = models.TextField("pendahuluan", blank=True, max_length=10_000)
    hasil = models.TextField("hasil pelaksanaan", blank=True, max_length=20_000)
    kesimpulan = models.TextField("kesimpulan dan saran", blank=True, max_length=10_000)
    # Pasal 10 ayat (1) huruf b, "apabila diperlukan": stated by name and with reason.
    alasan_tanpa_tinjau = models.CharField(
        "alasan tinjau lokasi tidak diperlukan", max_length=300, blank=True
    )
    tanpa_tinjau_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Stands in place of huruf a when a mitra gave no report.
    pernyataan_tanpa_laporan = models.TextField(
        "pernyataan laporan mitra tidak disampaikan", blank=True, max_length=2_000
    )
    disusun_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)
    dikirim_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dikirim_pada = models.DateTimeField("dikirim pada", null=True, blank=True)
    catatan_ketua = models.TextField("catatan Ketua TKKSD", blank=True, max_length=2_000)
    diputuskan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputuskan_pada = models.DateTimeField("diputuskan pada", null=True, blank=True)

    objects = LaporanQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan"
        verbose_name_plural = "laporan"
        ordering = ("-pk",)
        constraints = (
            dikenal("laporan_status_dikenal", "status", StatusLaporan.values),
            lengkap(
                "laporan_dikirim_lengkap",
                ~Q(status=StatusLaporan.DRAF),
                "dikirim_oleh",
                "dikirim_pada",
                "nomor",
                "tanggal",
                pesan="Laporan yang dikirim harus bernomor dan mencatat siapa dan kapan.",
            ),
            lengkap(
                "laporan_diputuskan_lengkap",
                Q(status__in=("dikembalikan", "disetujui")),
                "diputuskan_oleh",
                "diputuskan_pada",
                pesan="Putusan harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="laporan_diputuskan_orang_lain",
                condition=Q(diputuskan_oleh=None)
                | (~Q(diputuskan_oleh=F("disusun_oleh")) & ~Q(diputuskan_oleh=F("dikirim_oleh"))),
                violation_error_message="Penyusun tidak dapat memutuskan laporannya sendiri.",
            ),
            models.CheckConstraint(
                name="laporan_tanpa_tinjau_bernama",
                condition=Q(alasan_tanpa_tinjau="") | Q(tanpa_tinjau_oleh__isnull=False),
                violation_error_message="Pernyataan tidak diperlukan harus menyebut nama.",
            ),
        )

    def __str__(self) -> str:
        return f"Laporan {self.kegiatan}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pelaporan:laporan-rincian", self.pk)
