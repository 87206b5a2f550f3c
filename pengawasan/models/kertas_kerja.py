"""Kertas kerja: versions of a questionnaire, and the sheets of each side of a kegiatan."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from inti.roles import Kemampuan, mampu
from pengawasan.domain.kertas_kerja import BOBOT_TERBESAR, Jawaban, Pertanyaan
from pengawasan.enums import (
    JenisPertanyaan,
    PengisiKertasKerja,
    StatusKertasKerja,
    StatusKuesioner,
    TopikKertasKerja,
)
from pengawasan.models.kegiatan import Kegiatan

if TYPE_CHECKING:
    from inti.models import Pengguna

TEKS = 500


class KuesionerQuerySet(models.QuerySet["Kuesioner"]):
    def berlaku_pada(self, tanggal: date) -> Kuesioner | None:
        """The published version in force on the day: the last that has begun."""
        terbit = self.filter(status=StatusKuesioner.TERBIT, berlaku_mulai__lte=tanggal)
        return terbit.order_by("-berlaku_mulai").first()


class Kuesioner(models.Model):
    """One version of the questions; changed only while it is a draft."""

    versi = models.CharField("nama versi", max_length=60, unique=True)
    dasar = models.CharField("dasar", max_length=250, blank=True)
    berlaku_mulai = models.DateField("berlaku mulai", null=True, blank=True)
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusKuesioner.choices,
        default=StatusKuesioner.DRAF,
    )
    # Questions in their order: topik, teks, jenis, pengisi, bobot, wajib.
    pertanyaan = models.JSONField("pertanyaan", default=list)
    disusun_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = KuesionerQuerySet.as_manager()

    class Meta:
        verbose_name = "kuesioner"
        verbose_name_plural = "kuesioner"
        ordering = ("-berlaku_mulai", "-pk")
        constraints = (
            dikenal("kuesioner_status_dikenal", "status", StatusKuesioner.values),
            models.UniqueConstraint(
                name="kuesioner_satu_per_hari",
                fields=("berlaku_mulai",),
                condition=Q(status=StatusKuesioner.TERBIT),
                violation_error_message="Sudah ada kuesioner yang berlaku mulai hari itu.",
            ),
            lengkap(
                "kuesioner_terbit_bertanggal",
                Q(status=StatusKuesioner.TERBIT),
                "berlaku_mulai",
                pesan="Kuesioner yang terbit harus bertanggal.",
            ),
            models.CheckConstraint(
                name="kuesioner_terbit_berdasar",
                condition=Q(status=StatusKuesioner.DRAF) | ~Q(dasar=""),
                violation_error_message="Kuesioner yang terbit harus menyebut dasarnya.",
            ),
        )

    def __str__(self) -> str:
        return self.versi

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:kuesioner-rincian", self.pk)

    @property
    def sidik(self) -> str:
        """What a page was made from; differs after any change of the questions."""
        return hashlib.sha256(json.dumps(self.pertanyaan).encode()).hexdigest()[:32]

    def daftar(self) -> list[Pertanyaan]:
        """The questions as plain values."""
        return [
            Pertanyaan(
                topik=TopikKertasKerja(p["topik"]),
                teks=p["teks"],
                jenis=JenisPertanyaan(p["jenis"]),
                pengisi=tuple(PengisiKertasKerja(s) for s in p["pengisi"]),
                bobot=p.get("bobot", 1),
                wajib=p.get("wajib", True),
            )
            for p in self.pertanyaan
        ]


class KertasKerjaQuerySet(models.QuerySet["KertasKerja"]):
    def milik(self, pengguna: Pengguna) -> KertasKerjaQuerySet:
        """Those of the units and the mitra that the person is of today."""
        anggota = pengguna.keanggotaan.aktif()
        unit = anggota.exclude(perangkat_daerah=None).values("perangkat_daerah")
        mitra = anggota.exclude(mitra=None).values("mitra")
        return self.filter(Q(perangkat_daerah__in=unit) | Q(mitra__in=mitra))

    def terlihat_oleh(self, pengguna: Pengguna) -> KertasKerjaQuerySet:
        """All of the kegiatan one may see; outside the team only one's own sheet."""
        terlihat = self.filter(kegiatan__in=Kegiatan.objects.terlihat_oleh(pengguna))
        if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            return terlihat
        return terlihat.milik(pengguna)

    def belum(self) -> KertasKerjaQuerySet:
        """Still to be submitted."""
        return self.exclude(status=StatusKertasKerja.DISAMPAIKAN)

    def untuk_daftar(self) -> KertasKerjaQuerySet:
        """With what a row shows."""
        return self.select_related("kegiatan__naskah", "perangkat_daerah", "mitra")


class KertasKerja(models.Model):
    """The sheet of one side; the questions were copied into it when it was opened."""

    kegiatan = models.ForeignKey(Kegiatan, models.PROTECT, related_name="kertas_kerja")
    kuesioner = models.ForeignKey(Kuesioner, models.PROTECT, related_name="+")
    pengisi = models.CharField("pengisi", max_length=20, choices=PengisiKertasKerja.choices)
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah", models.PROTECT, null=True, blank=True, related_name="+"
    )
    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusKertasKerja.choices,
        default=StatusKertasKerja.DRAF,
    )
    # Rises with every change, so that two people who fill one sheet collide.
    versi = models.PositiveIntegerField("versi", default=1)
    disampaikan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    disampaikan_pada = models.DateTimeField("disampaikan pada", null=True, blank=True)
    catatan = models.TextField("catatan pengembalian", blank=True, max_length=2_000)
    dibuat_pada = models.DateTimeField("diminta pada", auto_now_add=True)

    objects = KertasKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "kertas kerja"
        verbose_name_plural = "kertas kerja"
        ordering = ("-pk",)
        constraints = (
            dikenal("kertas_kerja_pengisi_dikenal", "pengisi", PengisiKertasKerja.values),
            dikenal("kertas_kerja_status_dikenal", "status", StatusKertasKerja.values),
            models.CheckConstraint(
                name="kertas_kerja_pengisi_sesuai",
                condition=Q(pengisi="tim", perangkat_daerah=None, mitra=None)
                | Q(pengisi="perangkat_daerah", perangkat_daerah__isnull=False, mitra=None)
                | Q(pengisi="mitra", perangkat_daerah=None, mitra__isnull=False),
                violation_error_message="Kertas kerja milik satu pihak.",
            ),
            models.UniqueConstraint(
                name="kertas_kerja_satu_tim", fields=("kegiatan",), condition=Q(pengisi="tim")
            ),
            models.UniqueConstraint(
                name="kertas_kerja_satu_unit",
                fields=("kegiatan", "perangkat_daerah"),
                condition=Q(pengisi="perangkat_daerah"),
            ),
            models.UniqueConstraint(
                name="kertas_kerja_satu_mitra",
                fields=("kegiatan", "mitra"),
                condition=Q(pengisi="mitra"),
            ),
            lengkap(
                "kertas_kerja_disampaikan_lengkap",
                Q(status=StatusKertasKerja.DISAMPAIKAN),
                "disampaikan_oleh",
                "disampaikan_pada",
                pesan="Kertas kerja yang disampaikan harus mencatat siapa dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"Kertas kerja {self.pihak}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:kertas-kerja-rincian", self.pk)

    @property
    def pihak(self) -> str:
        """Whose sheet it is."""
        return str(self.perangkat_daerah or self.mitra or self.get_pengisi_display())


class JawabanKertasKerja(models.Model):
    """One question as it stood when the sheet was opened, and its answer."""

    kertas_kerja = models.ForeignKey(KertasKerja, models.CASCADE, related_name="jawaban")
    nomor = models.PositiveSmallIntegerField("nomor")
    topik = models.CharField("topik", max_length=20, choices=TopikKertasKerja.choices)
    pertanyaan = models.CharField("pertanyaan", max_length=TEKS)
    jenis = models.CharField("jenis", max_length=20, choices=JenisPertanyaan.choices)
    bobot = models.PositiveSmallIntegerField(
        "bobot", default=1, validators=[MinValueValidator(1), MaxValueValidator(BOBOT_TERBESAR)]
    )
    wajib = models.BooleanField("wajib", default=True)
    nilai = models.PositiveSmallIntegerField("nilai", null=True, blank=True)
    tidak_relevan = models.BooleanField("tidak relevan", default=False)
    uraian = models.TextField("uraian", blank=True, max_length=2_000)

    class Meta:
        verbose_name = "jawaban kertas kerja"
        verbose_name_plural = "jawaban kertas kerja"
        ordering = ("nomor",)
        constraints = (
            dikenal("jawaban_topik_dikenal", "topik", TopikKertasKerja.values),
            dikenal("jawaban_jenis_dikenal", "jenis", JenisPertanyaan.values),
            models.UniqueConstraint(name="jawaban_nomor_sekali", fields=("kertas_kerja", "nomor")),
            models.CheckConstraint(
                name="jawaban_nilai_wajar",
                condition=Q(nilai=None)
                | Q(jenis="skala", nilai__range=(1, 5))
                | Q(jenis="ya_tidak", nilai__in=(0, 1)),
                violation_error_message="Nilai di luar pilihan jawabannya.",
            ),
            models.CheckConstraint(
                name="jawaban_tidak_relevan_tanpa_nilai",
                condition=Q(tidak_relevan=False) | Q(nilai=None),
                violation_error_message="Yang tidak relevan tidak bernilai.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nomor}. {self.pertanyaan[:60]}"

    def terbaca(self) -> Jawaban:
        """The answer as plain values."""
        return Jawaban(
            nomor=self.nomor,
            topik=TopikKertasKerja(self.topik),
            jenis=JenisPertanyaan(self.jenis),
            nilai=self.nilai,
            uraian=self.uraian,
            tidak_relevan=self.tidak_relevan,
            bobot=self.bobot,
            wajib=self.wajib,
        )
