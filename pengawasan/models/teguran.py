"""Teguran: warning a mitra step by step, with its letters and their answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from inti.alamat import alamat_baris
from inti.models.constraints import berurutan, dikenal, lengkap
from inti.roles import Kemampuan, mampu
from kerjasama.models import Naskah
from pengawasan.domain.teguran import TERTINGGI, Terakhir
from pengawasan.enums import (
    CaraJawab,
    CaraSampai,
    DasarTeguran,
    StatusSuratTeguran,
    StatusTeguran,
)

if TYPE_CHECKING:
    from inti.models import Pengguna

BELUM_SELESAI = (StatusSuratTeguran.TERBIT, StatusSuratTeguran.TIDAK_CUKUP)


class TeguranQuerySet(models.QuerySet["Teguran"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> TeguranQuerySet:
        """All for those who supervise, a unit's own naskah, a mitra what is addressed to it."""
        if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            return self
        terlihat = self.filter(naskah__in=Naskah.objects.terlihat_oleh(pengguna))
        if mampu(pengguna.peran, Kemampuan.LIHAT_PENGAWASAN):
            return terlihat
        mitra = pengguna.keanggotaan.aktif().exclude(mitra=None).values("mitra")
        # A case without a letter is the office's own affair.
        surat = SuratTeguran.objects.filter(teguran=OuterRef("pk"))
        return terlihat.filter(Exists(surat), mitra__in=mitra)

    def terbuka(self) -> TeguranQuerySet:
        """Neither satisfied nor over."""
        return self.filter(status=StatusTeguran.TERBUKA)

    def _dengan_surat(self, **kolom: object) -> TeguranQuerySet:
        kini = SuratTeguran.objects.filter(teguran=OuterRef("pk"), kini=True, **kolom)
        return self.terbuka().filter(Exists(kini))

    def perlu_langkah(self, per: date) -> TeguranQuerySet:
        """Where the next step is due: no letter yet, or the last one ran its course."""
        kini = SuratTeguran.objects.filter(teguran=OuterRef("pk"), kini=True)
        lewat = kini.filter(
            status__in=BELUM_SELESAI, batas_jawaban__lt=per, disampaikan_tanggal__isnull=False
        )
        return self.terbuka().filter(Exists(lewat) | ~Exists(kini))

    def perlu_dinilai(self) -> TeguranQuerySet:
        """Where an answer waits to be judged."""
        return self._dengan_surat(status=StatusSuratTeguran.DIJAWAB)

    def belum_disampaikan(self) -> TeguranQuerySet:
        """Where nobody noted how the letter reached the mitra."""
        return self._dengan_surat(disampaikan_tanggal=None)

    def menunggu_jawaban(self) -> TeguranQuerySet:
        """Where the mitra has yet to answer."""
        return self._dengan_surat(status=StatusSuratTeguran.TERBIT)

    def untuk_daftar(self) -> TeguranQuerySet:
        """With what a list row shows."""
        kini = SuratTeguran.objects.filter(kini=True).select_related("nomor")
        return self.select_related("naskah", "mitra").prefetch_related(
            models.Prefetch("surat", kini, to_attr="surat_kini")
        )


class Teguran(models.Model):
    """One case against one mitra of one naskah; at most one open for each ground."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.PROTECT, related_name="teguran")
    mitra = models.ForeignKey("kerjasama.Mitra", models.PROTECT, related_name="teguran")
    dasar = models.CharField("dasar", max_length=20, choices=DasarTeguran.choices)
    # What the ground is known by (`butir:12`), and in words as they were when it was opened.
    kunci_dasar = models.CharField(max_length=60, editable=False)
    uraian_dasar = models.TextField("uraian dasar", max_length=2_000)
    tindak_lanjut = models.ForeignKey(
        "pengawasan.TindakLanjut", models.PROTECT, null=True, blank=True, related_name="teguran"
    )
    butir = models.ForeignKey(
        "kerjasama.Butir", models.PROTECT, null=True, blank=True, related_name="+"
    )
    interval_hari = models.PositiveSmallIntegerField("waktu menjawab (hari)")
    sumber_interval = models.CharField("dasar waktu menjawab", max_length=250)
    status = models.CharField(
        "status", max_length=20, choices=StatusTeguran.choices, default=StatusTeguran.TERBUKA
    )
    dibuka_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dibuka_sebagai = models.CharField("dibuka sebagai", max_length=200, blank=True)
    dibuka_pada = models.DateTimeField("dibuka pada", auto_now_add=True)
    ditutup_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditutup_sebagai = models.CharField("ditutup sebagai", max_length=200, blank=True)
    ditutup_pada = models.DateTimeField("ditutup pada", null=True, blank=True)
    catatan_penutup = models.TextField("catatan penutup", blank=True, max_length=2_000)

    objects = TeguranQuerySet.as_manager()

    class Meta:
        verbose_name = "teguran"
        verbose_name_plural = "teguran"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("status", "-id"), name="teguran_menurut_status"),)
        constraints = (
            dikenal("teguran_dasar_dikenal", "dasar", DasarTeguran.values),
            dikenal("teguran_status_dikenal", "status", StatusTeguran.values),
            models.UniqueConstraint(
                name="teguran_terbuka_sekali",
                fields=("naskah", "mitra", "kunci_dasar"),
                condition=Q(status=StatusTeguran.TERBUKA),
                violation_error_message="Teguran atas dasar ini masih terbuka.",
            ),
            models.CheckConstraint(
                name="teguran_dasar_bersumber",
                condition=Q(dasar=DasarTeguran.REKOMENDASI, tindak_lanjut__isnull=False)
                | Q(dasar=DasarTeguran.BUTIR, butir__isnull=False)
                | Q(dasar=DasarTeguran.LAPORAN),
                violation_error_message="Sebutkan rekomendasi atau kewajiban yang mendasarinya.",
            ),
            models.CheckConstraint(
                name="teguran_interval_wajar",
                condition=Q(interval_hari__range=(1, 365)),
                violation_error_message="Waktu menjawab antara 1 dan 365 hari.",
            ),
            lengkap(
                "teguran_ditutup_lengkap",
                ~Q(status=StatusTeguran.TERBUKA),
                "ditutup_oleh",
                "ditutup_pada",
                pesan="Penutupan harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="teguran_akhir_beralasan",
                condition=~Q(status__in=("dilanjutkan", "dibatalkan")) | ~Q(catatan_penutup=""),
                violation_error_message="Pembatalan atau kelanjutan teguran harus diterangkan.",
            ),
        )

    def __str__(self) -> str:
        return f"Teguran {self.mitra}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:teguran-rincian", self.pk)


class SuratTeguranQuerySet(models.QuerySet["SuratTeguran"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> SuratTeguranQuerySet:
        """The letters of the cases one may see."""
        return self.filter(teguran__in=Teguran.objects.terlihat_oleh(pengguna))

    def terbit(self) -> SuratTeguranQuerySet:
        """Those that stand; a cancelled one gives its step free again and stays visible."""
        return self.exclude(status=StatusSuratTeguran.DIBATALKAN)


class SuratTeguran(models.Model):
    """SP1, SP2 or SP3: numbered, signed, delivered, answered, judged."""

    teguran = models.ForeignKey(Teguran, models.PROTECT, related_name="surat")
    tingkat = models.PositiveSmallIntegerField("peringatan ke")
    # The last one that stands: that which waits for an answer or a next step.
    kini = models.BooleanField(default=True, editable=False)
    nomor = models.OneToOneField("inti.NomorSurat", models.PROTECT, related_name="surat_teguran")
    tanggal = models.DateField("tanggal surat")
    isi = models.TextField("isi", max_length=5_000)
    batas_jawaban = models.DateField("batas jawaban")
    penanda_tangan = models.CharField("penanda tangan", max_length=150)
    jabatan_penanda_tangan = models.CharField("jabatan penanda tangan", max_length=200)
    nip_penanda_tangan = models.CharField("NIP penanda tangan", max_length=30, blank=True)
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusSuratTeguran.choices,
        default=StatusSuratTeguran.TERBIT,
    )
    diterbitkan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diterbitkan_pada = models.DateTimeField("diterbitkan pada", auto_now_add=True)
    disampaikan_tanggal = models.DateField("disampaikan tanggal", null=True, blank=True)
    disampaikan_cara = models.CharField(
        "cara penyampaian", max_length=20, choices=CaraSampai.choices, blank=True
    )
    disampaikan_kepada = models.CharField("diterima oleh", max_length=150, blank=True)
    dinilai_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dinilai_sebagai = models.CharField("dinilai sebagai", max_length=200, blank=True)
    dinilai_pada = models.DateTimeField("dinilai pada", null=True, blank=True)
    catatan_penilaian = models.TextField("penilaian", blank=True, max_length=2_000)
    dibatalkan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=250, blank=True)

    objects = SuratTeguranQuerySet.as_manager()

    class Meta:
        verbose_name = "surat teguran"
        verbose_name_plural = "surat teguran"
        ordering = ("teguran", "pk")
        constraints = (
            dikenal("surat_teguran_status_dikenal", "status", StatusSuratTeguran.values),
            dikenal("surat_teguran_cara_dikenal", "disampaikan_cara", ["", *CaraSampai.values]),
            models.CheckConstraint(
                name="surat_teguran_tingkat", condition=Q(tingkat__range=(1, TERTINGGI))
            ),
            models.UniqueConstraint(
                name="surat_teguran_tingkat_sekali",
                fields=("teguran", "tingkat"),
                condition=~Q(status=StatusSuratTeguran.DIBATALKAN),
            ),
            models.UniqueConstraint(
                name="surat_teguran_kini_satu", fields=("teguran",), condition=Q(kini=True)
            ),
            berurutan("surat_teguran_batas", "tanggal", "batas_jawaban", "Batas sebelum surat."),
            berurutan(
                "surat_teguran_sampai",
                "tanggal",
                "disampaikan_tanggal",
                "Surat tidak dapat sampai sebelum tanggalnya.",
            ),
            lengkap(
                "surat_teguran_dinilai_lengkap",
                Q(status__in=("diterima", "tidak_cukup")),
                "dinilai_oleh",
                "dinilai_pada",
                pesan="Penilaian harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="surat_teguran_dinilai_orang_lain",
                condition=Q(dinilai_oleh=None) | ~Q(dinilai_oleh=F("diterbitkan_oleh")),
                violation_error_message="Penerbit surat tidak menilai jawabannya sendiri.",
            ),
            models.CheckConstraint(
                name="surat_teguran_batal_beralasan",
                condition=~Q(status=StatusSuratTeguran.DIBATALKAN)
                | (~Q(alasan_batal="") & Q(dibatalkan_oleh__isnull=False)),
                violation_error_message="Pembatalan surat wajib disertai alasan.",
            ),
        )

    def __str__(self) -> str:
        return f"SP{self.tingkat} {self.nomor}"

    def get_absolute_url(self) -> str:
        return self.teguran.get_absolute_url()

    def sebagai_terakhir(self) -> Terakhir:
        """As the ladder looks at it."""
        return Terakhir(
            self.tingkat,
            StatusSuratTeguran(self.status),
            self.batas_jawaban,
            self.disampaikan_tanggal is not None,
        )


class JawabanTeguran(models.Model):
    """What the mitra answered; a further answer is a further row."""

    surat = models.ForeignKey(SuratTeguran, models.PROTECT, related_name="jawaban")
    teks = models.TextField("jawaban", max_length=5_000)
    cara = models.CharField("cara", max_length=20, choices=CaraJawab.choices)
    disampaikan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    disampaikan_pada = models.DateTimeField("disampaikan pada", auto_now_add=True)
    terlambat = models.BooleanField("setelah batas", default=False)

    class Meta:
        verbose_name = "jawaban teguran"
        verbose_name_plural = "jawaban teguran"
        ordering = ("pk",)
        constraints = (dikenal("jawaban_teguran_cara_dikenal", "cara", CaraJawab.values),)

    def __str__(self) -> str:
        return self.teks[:80]


class BerkasJawaban(models.Model):
    """A file that came with an answer."""

    jawaban = models.ForeignKey(JawabanTeguran, models.CASCADE, related_name="berkas")
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "berkas jawaban teguran"
        verbose_name_plural = "berkas jawaban teguran"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.berkas)
