"""Official documents as issued: what they print is kept, and the bytes are made once."""

from __future__ import annotations

from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from pelaporan.enums import JenisDokumen, StatusDokumen
from pelaporan.models.bundel import Bundel
from pelaporan.models.klaim import PekerjaanBerkas, PekerjaanQuerySet
from pengawasan.enums import StatusKegiatan, StatusSuratTugas, StatusTeguran
from pengawasan.models import Kegiatan, Rapat, SuratTeguran, SuratTugas


class DokumenQuerySet(PekerjaanQuerySet["Dokumen"]):
    klaim_basi = timedelta(minutes=5)

    def tentang(self, jenis: JenisDokumen, objek_id: int) -> DokumenQuerySet:
        """All versions of one document, newest first."""
        return self.filter(jenis=jenis, objek_id=objek_id).order_by("-versi")

    def bertanda(self) -> DokumenQuerySet:
        """With `digantikan`, whether a newer version was issued, and `dibatalkan`.

        The latter is what `SUMBER[…].batal` says of one, for a list.
        """
        baru = Dokumen.objects.filter(
            jenis=OuterRef("jenis"), objek_id=OuterRef("objek_id"), versi__gt=OuterRef("versi")
        )
        return self.annotate(
            digantikan=Exists(baru), dibatalkan=ExpressionWrapper(_batal(), models.BooleanField())
        )


def _batal() -> Q:
    """What it is of was cancelled or revoked, or the surat tugas is out of force."""
    objek = OuterRef("objek_id")
    surat = SuratTeguran.objects.filter(
        Q(dibatalkan_pada__isnull=False) | Q(teguran__status=StatusTeguran.DIBATALKAN), pk=objek
    )
    kegiatan = Kegiatan.objects.filter(status=StatusKegiatan.DIBATALKAN, pk=objek)
    rapat = Rapat.objects.filter(dibatalkan_pada__isnull=False, pk=objek)
    bundel = Bundel.objects.dicabut().filter(laporan=objek)
    tugas = SuratTugas.objects.filter(pk=objek).exclude(status=StatusSuratTugas.BERLAKU)
    return (
        Q(Exists(surat), jenis=JenisDokumen.SURAT_TEGURAN)
        | Q(Exists(kegiatan), jenis__in=(JenisDokumen.UNDANGAN, JenisDokumen.SALINAN_UNDANGAN))
        | Q(Exists(rapat), jenis=JenisDokumen.UNDANGAN_RAPAT)
        | Q(Exists(tugas), jenis=JenisDokumen.SURAT_TUGAS)
        | Q(Exists(bundel), jenis=JenisDokumen.NOTA_DINAS)
        | Q(nomor__dibatalkan_pada__isnull=False)
    )


class Dokumen(PekerjaanBerkas):
    """One version of one document of one object; who may see that may see this."""

    jenis = models.CharField("jenis", max_length=20, choices=JenisDokumen.choices)
    objek_id = models.PositiveBigIntegerField("objek")
    versi = models.PositiveSmallIntegerField("versi")
    judul = models.CharField("judul", max_length=250)
    nomor = models.OneToOneField(
        "inti.NomorSurat", models.PROTECT, null=True, blank=True, related_name="+"
    )
    tanggal = models.DateField("tanggal")
    # Every fact that is printed, gathered in the transaction that issued it, and its hash.
    isi = models.JSONField("isi", encoder=DjangoJSONEncoder)
    sidik = models.CharField(max_length=64, editable=False)
    kode = models.CharField("kode verifikasi", max_length=32, unique=True)
    status = models.CharField(
        "status", max_length=20, choices=StatusDokumen.choices, default=StatusDokumen.ANTRE
    )
    halaman = models.PositiveSmallIntegerField("jumlah halaman", default=0)

    objects = DokumenQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        ordering = ("-pk",)
        constraints = (
            dikenal("dokumen_jenis_dikenal", "jenis", JenisDokumen.values),
            dikenal("dokumen_status_dikenal", "status", StatusDokumen.values),
            models.UniqueConstraint(name="dokumen_sekali", fields=("jenis", "objek_id", "versi")),
            lengkap(
                "dokumen_siap_lengkap",
                Q(status=StatusDokumen.SIAP),
                "berkas",
                "selesai_pada",
                pesan="Dokumen yang siap harus mempunyai berkas.",
            ),
            models.CheckConstraint(
                name="dokumen_persen_wajar",
                condition=Q(persen__lte=100),
                violation_error_message="Kemajuan paling banyak 100 persen.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.judul} (versi {self.versi})" if self.versi > 1 else self.judul

    def get_absolute_url(self) -> str:
        return alamat_baris("pelaporan:dokumen-rincian", self.pk)

    @property
    def konsep(self) -> bool:
        """The matrix before it is reported: still a draft, which carries no code."""
        return self.jenis == JenisDokumen.MATRIK and bool(self.isi.get("konsep"))

    @property
    def nomor_batal(self) -> bool:
        """Its number was cancelled in the register: printing again makes a new version."""
        return bool(self.nomor and self.nomor.dibatalkan_pada)

    @property
    def naskah(self) -> str:
        """The number of the naskah that it names; empty for one that names several."""
        naskah = self.isi.get("naskah") or {}
        return str(naskah.get("nomor") or self.isi.get("naskah_nomor") or "")
