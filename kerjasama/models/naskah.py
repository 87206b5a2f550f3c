"""Naskah: an agreement, its parties, its content and its documents."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Left
from django.db.models.lookups import IsNull

from inti.alamat import alamat_baris
from inti.models.constraints import berurutan, dikenal, lengkap
from inti.roles import Kemampuan, mampu
from kerjasama.domain.akhir import TENGGANG_TERPANJANG
from kerjasama.domain.pemenuhan import hari_terakhir, jenis_butir, sebutan_butir
from kerjasama.enums import (
    STATUS_BERLAKU,
    AlasanBerakhir,
    JenisKerjaSama,
    JenisNaskah,
    StatusNaskah,
    Tanda,
)
from kerjasama.models.milik import baris_milik
from kerjasama.models.pihak import pihak_dengan_mitra

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models.milik import Kunci
    from kerjasama.models.mitra import Mitra

KOLOM_DAFTAR = ("nomor", "jenis", "judul", "tanggal_ttd", "tanggal_berakhir", "status", "tanda")
BULAN = [MinValueValidator(1), MaxValueValidator(60)]


class TurunanNaskah:
    """A row that the system derives from a naskah, in whatever app.

    It goes with a naskah that was entered by mistake, unless somebody worked on it.
    """

    def tanpa_pekerjaan(self) -> bool:
        """Nobody has put anything into it."""
        raise NotImplementedError


class NaskahQuerySet(models.QuerySet["Naskah"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> NaskahQuerySet:
        """All for those who supervise; its own for a PD and for a mitra; none for others.

        Besides, whoever is assigned to a naskah for a time, on the days of the assignment.
        """
        if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            return self
        anggota = pengguna.keanggotaan.aktif()
        return self.dari(
            pengguna,
            unit=anggota.exclude(perangkat_daerah=None).values("perangkat_daerah"),
            mitra=anggota.exclude(mitra=None).values("mitra"),
        )

    def dari(self, pengguna: Pengguna, *, unit: Kunci, mitra: Kunci) -> NaskahQuerySet:
        """Those of these units and mitra, or assigned to the person; one set to begin from.

        With an OR of the three, PostgreSQL walks through every naskah.
        """
        semua = baris_milik(pengguna, unit=unit, mitra=mitra)
        milik = (satu.order_by().values("naskah") for satu in semua)
        return self.filter(pk__in=next(milik).union(*milik, all=True))

    def milik(self, pengguna: Pengguna, *, unit: Kunci, mitra: Kunci) -> NaskahQuerySet:
        """Those of these units and mitra, or assigned to the person; asked of each row."""
        # One value of a row, not EXISTS: of that PostgreSQL would make the whole set first.
        ada = (
            Subquery(satu.filter(naskah=OuterRef("pk")).order_by().values("naskah")[:1])
            for satu in baris_milik(pengguna, unit=unit, mitra=mitra)
        )
        dari_unit, dari_mitra, dari_tugas = (Q(IsNull(satu, False)) for satu in ada)
        return self.filter(dari_unit | dari_mitra | dari_tugas)

    def berlaku_pada(self, tanggal: date) -> NaskahQuerySet:
        """In force on the day, the last day included."""
        return self.filter(
            Q(tanggal_berakhir=None) | Q(tanggal_berakhir__gte=tanggal),
            status__in=STATUS_BERLAKU,
            tanggal_ttd__lte=tanggal,
        )

    def dinyatakan_berlaku(self) -> NaskahQuerySet:
        """Said to be in force, whatever the day: extended or not, past its last day or not."""
        return self.filter(status__in=STATUS_BERLAKU)

    def lewat_masa(self, tanggal: date) -> NaskahQuerySet:
        """Said to be in force although the last day is over."""
        return self.filter(status__in=STATUS_BERLAKU, tanggal_berakhir__lt=tanggal)

    def untuk_daftar(self) -> NaskahQuerySet:
        """With what a row of the list shows and no more; its parties are named by a query."""
        return self.select_related("penanggung_jawab").only(
            *KOLOM_DAFTAR, "penanggung_jawab__nama", "penanggung_jawab__username"
        )

    def untuk_ekspor(self) -> NaskahQuerySet:
        """With what a row of the file says, in a constant number of queries."""
        semua: NaskahQuerySet = self.defer(None)
        return semua.select_related("penanggung_jawab").prefetch_related(
            pihak_dengan_mitra(), "perangkat_daerah"
        )


class Naskah(models.Model):
    """One agreement. An addendum is a version of it; a replacement is another naskah."""

    jenis = models.CharField("jenis naskah", max_length=30, choices=JenisNaskah.choices)
    sebutan = models.CharField("sebutan pada naskah", max_length=150, blank=True)
    jenis_kerja_sama = models.CharField(
        "jenis kerja sama", max_length=20, choices=JenisKerjaSama.choices, blank=True
    )
    nomor = models.CharField("nomor pemerintah daerah", max_length=120, blank=True)
    # The number folded (see domain.kunci), so that twins in Unicode collide.
    kunci_nomor = models.CharField(max_length=120, blank=True, editable=False)
    judul = models.TextField("tentang", max_length=1000)
    tanggal_ttd = models.DateField("tanggal penandatanganan", null=True, blank=True)
    tanggal_berakhir = models.DateField("tanggal berakhir", null=True, blank=True)
    jangka_waktu = models.CharField("jangka waktu (bunyi naskah)", max_length=1000, blank=True)
    status = models.CharField(
        "status", max_length=20, choices=StatusNaskah.choices, default=StatusNaskah.DRAF
    )
    alasan_berakhir = models.CharField(
        "alasan berakhir", max_length=30, choices=AlasanBerakhir.choices, blank=True
    )
    tanggal_diakhiri = models.DateField("tanggal diakhiri", null=True, blank=True)
    dasar_pengakhiran = models.CharField("dasar pengakhiran", max_length=500, blank=True)
    urusan = models.ForeignKey(
        "kerjasama.Urusan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="naskah",
        verbose_name="urusan pemerintahan",
    )
    maksud_tujuan = models.TextField("maksud dan tujuan", blank=True)
    objek = models.TextField("objek", blank=True)
    ruang_lingkup = models.TextField("ruang lingkup", blank=True)
    pelaksanaan = models.TextField("pelaksanaan", blank=True)
    pembiayaan = models.TextField("pembiayaan", blank=True)
    penyelesaian_perselisihan = models.TextField("penyelesaian perselisihan", blank=True)
    keadaan_kahar = models.TextField("keadaan kahar", blank=True)
    pengakhiran = models.TextField("pengakhiran", blank=True)
    interval_pemantauan = models.PositiveSmallIntegerField(
        "interval pemantauan (bulan)", null=True, blank=True, validators=BULAN
    )
    interval_evaluasi = models.PositiveSmallIntegerField(
        "interval evaluasi (bulan)", null=True, blank=True, validators=BULAN
    )
    interval_laporan = models.PositiveSmallIntegerField(
        "interval laporan mitra (bulan)", null=True, blank=True, validators=BULAN
    )
    klausul_interval = models.CharField("klausul dasar interval", max_length=200, blank=True)
    interval_teguran = models.PositiveSmallIntegerField(
        "waktu menjawab teguran (hari)",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
    )
    klausul_teguran = models.CharField("klausul teguran", max_length=200, blank=True)
    mulai_pengawasan = models.DateField("mulai pengawasan", null=True, blank=True)
    # What an old list says was held last; unverified, and the supervision says so.
    pemantauan_terakhir = models.DateField(
        "pemantauan terakhir menurut daftar", null=True, blank=True
    )
    evaluasi_terakhir = models.DateField("evaluasi terakhir menurut daftar", null=True, blank=True)
    tenggang_perpanjangan = models.PositiveSmallIntegerField(
        "tenggang perpanjangan (bulan)",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(TENGGANG_TERPANJANG)],
    )
    induk = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="turunan",
        verbose_name="naskah induk",
    )
    menggantikan = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pengganti",
        verbose_name="menggantikan naskah",
    )
    mitra = models.ManyToManyField(
        "kerjasama.Mitra", through="ParaPihak", related_name="naskah", verbose_name="mitra"
    )
    perangkat_daerah = models.ManyToManyField(
        "kerjasama.PerangkatDaerah",
        through="NaskahPerangkatDaerah",
        related_name="naskah",
        verbose_name="perangkat daerah",
    )
    # Who of the staff looks after it, and how it is marked: for those who supervise only.
    penanggung_jawab = models.ForeignKey(
        "inti.Pengguna",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="naskah_ditangani",
        verbose_name="penanggung jawab",
    )
    tanda = models.CharField("tanda", max_length=20, choices=Tanda.choices, blank=True)
    # Raised with every change of a fact that the supervision counts from; whoever plans compares
    # it with the version planned last. This is how a lower app causes something higher up.
    versi_fakta = models.PositiveIntegerField(default=1, editable=False)
    dibuat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)

    objects = NaskahQuerySet.as_manager()

    class Meta:
        verbose_name = "naskah"
        verbose_name_plural = "naskah"
        ordering = ("-tanggal_ttd", "-pk")
        indexes = (
            # One for each order of the list and for the filters that stand before its own order.
            # The last two let the day to ask for more be found in the index alone.
            models.Index(
                fields=(
                    "status",
                    "tanggal_berakhir",
                    "id",
                    "jenis_kerja_sama",
                    "tenggang_perpanjangan",
                ),
                name="naskah_masa",
            ),
            models.Index(fields=("-tanggal_ttd", "-id"), name="naskah_urutan"),
            models.Index(fields=("status", "-tanggal_ttd", "-id"), name="naskah_status_urutan"),
            models.Index(fields=("jenis", "-tanggal_ttd", "-id"), name="naskah_jenis_urutan"),
            models.Index(fields=("status", "id"), name="naskah_menurut_status"),
            models.Index(fields=("tanggal_berakhir", "id"), name="naskah_menurut_akhir"),
            models.Index(fields=("nomor", "id"), name="naskah_menurut_nomor"),
            models.Index(Left("judul", 100), F("id"), name="naskah_menurut_judul"),
            models.Index(
                fields=("tanda", "-tanggal_ttd", "-id"),
                name="naskah_bertanda",
                condition=~Q(tanda=""),
            ),
        )
        constraints = (
            dikenal("naskah_jenis_dikenal", "jenis", JenisNaskah.values),
            dikenal("naskah_kerja_sama_dikenal", "jenis_kerja_sama", ["", *JenisKerjaSama.values]),
            dikenal("naskah_status_dikenal", "status", StatusNaskah.values),
            dikenal("naskah_tanda_dikenal", "tanda", ["", *Tanda.values]),
            dikenal("naskah_alasan_dikenal", "alasan_berakhir", ["", *AlasanBerakhir.values]),
            models.CheckConstraint(
                name="naskah_tenggang_wajar",
                condition=Q(tenggang_perpanjangan=None)
                | Q(tenggang_perpanjangan__range=(1, TENGGANG_TERPANJANG)),
                violation_error_message="Tenggang perpanjangan antara 1 dan 24 bulan.",
            ),
            berurutan(
                "naskah_berakhir_setelah_ttd",
                "tanggal_ttd",
                "tanggal_berakhir",
                "Tanggal berakhir tidak boleh sebelum tanggal penandatanganan.",
            ),
            berurutan(
                "naskah_pemantauan_setelah_ttd",
                "tanggal_ttd",
                "pemantauan_terakhir",
                "Pemantauan terakhir tidak boleh sebelum tanggal penandatanganan.",
            ),
            berurutan(
                "naskah_evaluasi_setelah_ttd",
                "tanggal_ttd",
                "evaluasi_terakhir",
                "Evaluasi terakhir tidak boleh sebelum tanggal penandatanganan.",
            ),
            lengkap(
                "naskah_berlaku_bertanggal",
                ~Q(status=StatusNaskah.DRAF),
                "tanggal_ttd",
                pesan="Naskah yang bukan draf harus memiliki tanggal penandatanganan.",
            ),
            models.UniqueConstraint(
                name="naskah_nomor_sekali",
                fields=("kunci_nomor",),
                condition=~Q(kunci_nomor=""),
                violation_error_message="Nomor naskah ini sudah tercatat.",
            ),
            models.CheckConstraint(
                name="naskah_interval_berklausul",
                condition=Q(interval_pemantauan=None, interval_evaluasi=None, interval_laporan=None)
                | ~Q(klausul_interval=""),
                violation_error_message="Interval sendiri harus menyebut klausul naskahnya.",
            ),
            models.CheckConstraint(
                name="naskah_teguran_berklausul",
                condition=Q(interval_teguran=None)
                | (Q(interval_teguran__range=(1, 365)) & ~Q(klausul_teguran="")),
                violation_error_message="Waktu menjawab teguran harus menyebut klausulnya.",
            ),
            models.CheckConstraint(
                name="naskah_akhir_beralasan",
                condition=~Q(status__in=("berakhir", "diputus")) | ~Q(alasan_berakhir=""),
                violation_error_message="Naskah yang berakhir harus mencatat alasannya.",
            ),
        )

    def __str__(self) -> str:
        return self.nomor or self.judul[:80]

    def get_absolute_url(self) -> str:
        return alamat_baris("kerjasama:naskah-rincian", self.pk)

    @property
    def masih_berlaku(self) -> bool:
        """In force, extended or not."""
        return self.status in STATUS_BERLAKU

    @property
    def mitra_kini(self) -> list[Mitra]:
        """Those that are parties today, by name; `mitra` holds those that left, too."""
        pihak = [p.mitra for p in self.pihak.all() if p.diakhiri_pada is None]
        return sorted(pihak, key=lambda mitra: (mitra.nama, mitra.pk))

    @property
    def sebutan_butir(self) -> str:
        """What its items are called on paper."""
        return sebutan_butir(JenisNaskah(self.jenis))

    @property
    def sebutan_dipenuhi(self) -> str:
        """What its items that are to be fulfilled are called: Tugas, or Kewajiban."""
        return str(jenis_butir(JenisNaskah(self.jenis))[0].label)

    @property
    def hari_terakhir(self) -> date | None:
        """The last day in force, whichever way it ends."""
        return hari_terakhir(self.tanggal_berakhir, self.tanggal_diakhiri)
