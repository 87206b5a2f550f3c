"""Kegiatan: a pemantauan or an evaluasi that is planned, held and reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import OuterRef, Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from kerjasama.models import di_naskah_terlihat
from kerjasama.models.pihak import pihak_dengan_mitra
from pengawasan.enums import JenisKegiatan, Metode, Sifat, StatusKegiatan
from pengawasan.models.rapat import Hadirin, Rapat

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pengawasan.models.rapat import Notulensi


class KegiatanQuerySet(models.QuerySet["Kegiatan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> KegiatanQuerySet:
        """The kegiatan of the naskah one may see."""
        return di_naskah_terlihat(self, pengguna)

    def untuk_daftar(self) -> KegiatanQuerySet:
        """With what a list row shows."""
        return self.select_related("naskah", "jadwal").prefetch_related(
            pihak_dengan_mitra("naskah__")
        )

    def berjadwal(self, jadwal_pk: int | OuterRef | None) -> KegiatanQuerySet:
        """The one that stands for this obligation."""
        hidup = self.exclude(status=StatusKegiatan.DIBATALKAN)
        return hidup.filter(jadwal__isnull=False, jadwal=jadwal_pk)

    def berjalan(self) -> KegiatanQuerySet:
        """Neither decided nor cancelled."""
        return self.exclude(status__in=(StatusKegiatan.DIPUTUSKAN, StatusKegiatan.DIBATALKAN))


class Kegiatan(models.Model):
    """One event of supervision for one naskah."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.PROTECT, related_name="kegiatan")
    jadwal = models.ForeignKey(
        "pengawasan.Jadwal", models.PROTECT, null=True, blank=True, related_name="kegiatan"
    )
    # None until there is a meeting; an analysis of documents needs none.
    rapat = models.ForeignKey(Rapat, models.PROTECT, null=True, blank=True, related_name="kegiatan")
    jenis = models.CharField("jenis", max_length=20, choices=JenisKegiatan.choices)
    sifat = models.CharField("sifat", max_length=20, choices=Sifat.choices, default=Sifat.BERKALA)
    metode = models.CharField("metode", max_length=20, choices=Metode.choices)
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusKegiatan.choices,
        default=StatusKegiatan.DIRENCANAKAN,
    )
    tanggal_rencana = models.DateField("tanggal rencana")
    waktu_rencana = models.TimeField("pukul", null=True, blank=True)
    tempat = models.CharField("tempat", max_length=250, blank=True)
    # When it was really held: the tanggal kejadian of the first verified berita acara.
    tanggal_pelaksanaan = models.DateField("tanggal pelaksanaan", null=True, blank=True)
    alasan = models.CharField("alasan insidental", max_length=300, blank=True)
    peminta = models.CharField("peminta", max_length=150, blank=True)
    menggantikan_berkala = models.BooleanField("menggantikan pemantauan berkala", default=False)
    bersama_perpanjangan = models.BooleanField(
        "bersamaan dengan penyusunan perpanjangan", default=False
    )
    alasan_tanpa_tinjau = models.CharField("alasan tanpa tinjau lokasi", max_length=300, blank=True)
    hasil_wawancara = models.TextField("hasil wawancara dan dokumentasi", blank=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)
    # Who stated that every result is there; emptied when it is opened again.
    didokumentasikan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    didokumentasikan_pada = models.DateTimeField("didokumentasikan pada", null=True, blank=True)
    dibuat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)

    objects = KegiatanQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ("-tanggal_rencana", "-pk")
        indexes = (
            models.Index(fields=("status", "tanggal_rencana"), name="kegiatan_status"),
            models.Index(fields=("-tanggal_rencana", "-id"), name="kegiatan_urutan"),
            # When each turn was carried out, for counting: in the order of the obligations.
            models.Index(
                fields=("jadwal", "tanggal_pelaksanaan"),
                name="kegiatan_pelaksanaan",
                condition=Q(tanggal_pelaksanaan__isnull=False)
                & ~Q(status=StatusKegiatan.DIBATALKAN),
            ),
            # What waits for its documentation or its report, the oldest first.
            models.Index(
                fields=("tanggal_pelaksanaan", "id"),
                name="kegiatan_terlaksana",
                condition=Q(
                    status__in=(StatusKegiatan.DILAKSANAKAN, StatusKegiatan.DIDOKUMENTASIKAN)
                ),
            ),
            models.Index(
                fields=("naskah",),
                name="kegiatan_perpanjangan",
                condition=Q(bersama_perpanjangan=True),
            ),
        )
        constraints = (
            dikenal("kegiatan_jenis_dikenal", "jenis", JenisKegiatan.values),
            dikenal("kegiatan_sifat_dikenal", "sifat", Sifat.values),
            dikenal("kegiatan_metode_dikenal", "metode", Metode.values),
            dikenal("kegiatan_status_dikenal", "status", StatusKegiatan.values),
            lengkap(
                "kegiatan_terlaksana_bertanggal",
                Q(status__in=("dilaksanakan", "didokumentasikan", "dilaporkan", "diputuskan")),
                "tanggal_pelaksanaan",
                pesan="Kegiatan yang sudah dilaksanakan harus bertanggal.",
            ),
            lengkap(
                "kegiatan_dokumentasi_bernama",
                Q(status=StatusKegiatan.DIDOKUMENTASIKAN),
                "didokumentasikan_oleh",
                "didokumentasikan_pada",
                pesan="Dokumentasi yang lengkap harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="kegiatan_insidental_beralasan",
                condition=Q(sifat=Sifat.BERKALA) | (~Q(alasan="") & ~Q(peminta="")),
                violation_error_message="Kegiatan insidental harus menyebut alasan dan peminta.",
            ),
            models.CheckConstraint(
                name="kegiatan_batal_beralasan",
                condition=~Q(status=StatusKegiatan.DIBATALKAN) | ~Q(alasan_batal=""),
                violation_error_message="Pembatalan wajib disertai alasan.",
            ),
            models.UniqueConstraint(
                name="kegiatan_satu_per_jadwal",
                fields=("jadwal",),
                condition=Q(jadwal__isnull=False) & ~Q(status=StatusKegiatan.DIBATALKAN),
                violation_error_message="Jadwal ini sudah mempunyai kegiatan.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.naskah}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:kegiatan-rincian", self.pk)

    @property
    def hadirin(self) -> models.QuerySet[Hadirin]:
        """The daftar hadir of its meeting; none without one."""
        return Hadirin.objects.filter(rapat=self.rapat_id)

    @property
    def notulensi(self) -> Notulensi | None:
        """The minutes of its meeting."""
        return getattr(self.rapat, "notulensi", None)
