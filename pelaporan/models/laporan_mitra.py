"""The mitra's report (Pasal 9): duty, draft, rounds, receipts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.models.constraints import berurutan, dikenal, lengkap
from inti.roles import Kemampuan, mampu
from kerjasama.models import TurunanNaskah, di_naskah_terlihat
from pelaporan.enums import PenerimaLaporan, StatusKewajibanLaporan, StatusLaporanMitra

if TYPE_CHECKING:
    from inti.models import Pengguna


class KewajibanLaporanQuerySet(models.QuerySet["KewajibanLaporan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> KewajibanLaporanQuerySet:
        """A mitra sees its own duties only; others those of the naskah they may see."""
        milik = di_naskah_terlihat(self, pengguna)
        if mampu(pengguna.peran, Kemampuan.LIHAT_REGISTER):
            return milik
        anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
        return milik.filter(mitra__in=anggota.values("mitra"))

    def milik(self, pengguna: Pengguna) -> KewajibanLaporanQuerySet:
        """Of the mitra the person belongs to, as the portal shows them."""
        anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
        return self.terlihat_oleh(pengguna).filter(mitra__in=anggota.values("mitra"))

    def berkala(self) -> KewajibanLaporanQuerySet:
        """Those of the periods, which the plan makes."""
        return self.filter(permintaan=None)

    def terbuka(self) -> KewajibanLaporanQuerySet:
        """Still owed."""
        return self.filter(status=StatusKewajibanLaporan.TERBUKA)

    def terlambat_pada(self, tanggal: date) -> KewajibanLaporanQuerySet:
        """Owed and past the grace."""
        return self.terbuka().filter(batas__lt=tanggal)


class KewajibanLaporan(TurunanNaskah, models.Model):
    """One report owed by one mitra. Its identity is its turn or its request, never its date."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.PROTECT, related_name="kewajiban_laporan")
    mitra = models.ForeignKey("kerjasama.Mitra", models.PROTECT, related_name="kewajiban_laporan")
    # A periodic report has its turn; one on request has the request and what it is about.
    ke = models.PositiveSmallIntegerField("laporan ke", null=True, blank=True)
    permintaan = models.ForeignKey(
        "pelaporan.PermintaanLaporan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="kewajiban",
    )
    perihal = models.CharField("perihal", max_length=150, blank=True)
    jatuh_tempo = models.DateField("jatuh tempo")
    # The deadline that counts. `batas_aturan` is the one by the rules, which an extension that was
    # granted and a returned report leave as it is.
    batas = models.DateField("batas penyampaian")
    batas_aturan = models.DateField("batas menurut aturan")
    diperpanjang_sampai = models.DateField("diperpanjang sampai", null=True, blank=True)
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusKewajibanLaporan.choices,
        default=StatusKewajibanLaporan.TERBUKA,
    )
    alasan_status = models.CharField("alasan", max_length=300, blank=True)
    dasar = models.JSONField("dasar", default=dict, encoder=DjangoJSONEncoder)

    objects = KewajibanLaporanQuerySet.as_manager()

    class Meta:
        verbose_name = "kewajiban laporan"
        verbose_name_plural = "kewajiban laporan"
        ordering = ("jatuh_tempo", "pk")
        # With the key: of a million naskah thousands fall due on one day. The last three are what
        # counting asks for besides, so that it need not read the rows.
        indexes = (
            models.Index(
                fields=("status", "batas", "id", "jatuh_tempo", "mitra", "naskah"),
                name="kewajiban_terhitung",
            ),
        )
        constraints = (
            dikenal("kewajiban_status_dikenal", "status", StatusKewajibanLaporan.values),
            berurutan(
                "kewajiban_batas_setelah_jatuh_tempo",
                "jatuh_tempo",
                "batas",
                "Batas penyampaian tidak boleh sebelum jatuh tempo.",
            ),
            models.UniqueConstraint(name="kewajiban_sekali", fields=("naskah", "mitra", "ke")),
            models.UniqueConstraint(
                name="kewajiban_diminta_sekali", fields=("permintaan", "mitra")
            ),
            models.CheckConstraint(
                name="kewajiban_berkala_atau_diminta",
                condition=Q(ke__isnull=False, permintaan=None, perihal="")
                | (Q(ke=None, permintaan__isnull=False) & ~Q(perihal="")),
                violation_error_message="Kewajiban laporan bergiliran atau diminta.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sebutan} {self.mitra}"

    def get_absolute_url(self) -> str:
        """A duty has no page of its own: both sides find it with its naskah."""
        return self.naskah.get_absolute_url()

    @property
    def sebutan(self) -> str:
        """What it is called among the others of the same naskah and mitra."""
        return f"Laporan ke-{self.ke}" if self.ke else f"Laporan atas permintaan: {self.perihal}"

    def tanpa_pekerjaan(self) -> bool:
        """Nobody asked for it and it is not fulfilled; a report that was begun protects it."""
        return self.ke is not None and self.status != StatusKewajibanLaporan.TERPENUHI


class PerencanaanLaporan(models.Model):
    """From which facts and up to which version of the policy the duties were last made."""

    naskah = models.OneToOneField(
        "kerjasama.Naskah", models.CASCADE, related_name="perencanaan_laporan"
    )
    versi_fakta = models.PositiveIntegerField("versi fakta")
    kebijakan = models.ForeignKey(
        "pengawasan.Kebijakan", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The first due date beyond the horizon; the night looks for those that came within it.
    berikutnya = models.DateField("jatuh tempo berikutnya", null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = "perencanaan laporan"
        verbose_name_plural = "perencanaan laporan"

    def __str__(self) -> str:
        return f"{self.naskah} versi {self.versi_fakta}"


class LaporanMitraQuerySet(models.QuerySet["LaporanMitra"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> LaporanMitraQuerySet:
        """Of the duties one may see; a draft is the mitra's own until it is submitted."""
        tampak = self.filter(kewajiban__in=KewajibanLaporan.objects.terlihat_oleh(pengguna))
        if not mampu(pengguna.peran, Kemampuan.ISI_LAPORAN_MITRA):
            return tampak.filter(putaran__gt=0)
        anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
        return tampak.filter(Q(putaran__gt=0) | Q(kewajiban__mitra__in=anggota.values("mitra")))

    def terkirim(self) -> LaporanMitraQuerySet:
        """Submitted at least once."""
        return self.filter(putaran__gt=0)


class LaporanMitra(models.Model):
    """The working copy of a report; what was submitted lies in its rounds, untouched."""

    kewajiban = models.OneToOneField(KewajibanLaporan, models.PROTECT, related_name="laporan")
    formulir = models.ForeignKey("pelaporan.FormulirLaporan", models.PROTECT, related_name="+")
    isi = models.JSONField("isi", default=dict, encoder=DjangoJSONEncoder)
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusLaporanMitra.choices,
        default=StatusLaporanMitra.DRAF,
    )
    putaran = models.PositiveSmallIntegerField("putaran", default=0)
    batas_perbaikan = models.DateField("batas perbaikan", null=True, blank=True)
    dibuat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diubah_pada = models.DateTimeField("diubah pada", auto_now=True)

    objects = LaporanMitraQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan mitra"
        verbose_name_plural = "laporan mitra"
        ordering = ("-kewajiban__jatuh_tempo", "-pk")
        # Few wait for somebody; all others were accepted for good.
        indexes = (
            models.Index(
                fields=("status", "kewajiban", "putaran"),
                name="laporan_mitra_menunggu",
                condition=~Q(status="diterima"),
            ),
        )
        constraints = (
            dikenal("laporan_mitra_status_dikenal", "status", StatusLaporanMitra.values),
            models.CheckConstraint(
                name="laporan_mitra_disampaikan_berputaran",
                condition=Q(status=StatusLaporanMitra.DRAF) | Q(putaran__gt=0),
                violation_error_message="Laporan yang disampaikan harus mempunyai putaran.",
            ),
            lengkap(
                "laporan_mitra_dikembalikan_berbatas",
                Q(status=StatusLaporanMitra.DIKEMBALIKAN),
                "batas_perbaikan",
                pesan="Laporan yang dikembalikan harus mempunyai batas perbaikan.",
            ),
        )

    def __str__(self) -> str:
        return str(self.kewajiban)

    def get_absolute_url(self) -> str:
        return alamat_baris("pelaporan:laporan-mitra-rincian", self.pk)

    @property
    def versi(self) -> str:
        """What a page was made from; differs after any save."""
        return self.diubah_pada.isoformat()


class BerkasLaporan(models.Model):
    """A file of a report; `putaran` is the round it went out with, 0 while in the draft."""

    laporan = models.ForeignKey(LaporanMitra, models.CASCADE, related_name="berkas")
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")
    keterangan = models.CharField("keterangan", max_length=200, blank=True)
    putaran = models.PositiveSmallIntegerField("putaran", default=0)

    class Meta:
        verbose_name = "berkas laporan"
        verbose_name_plural = "berkas laporan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.berkas)


class PutaranLaporanQuerySet(models.QuerySet["PutaranLaporan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PutaranLaporanQuerySet:
        """Of the reports one may see."""
        return self.filter(laporan__in=LaporanMitra.objects.terlihat_oleh(pengguna))


class PutaranLaporan(models.Model):
    """One submission and its review: text, reviewer and dates stay as they were."""

    laporan = models.ForeignKey(LaporanMitra, models.PROTECT, related_name="riwayat")
    ke = models.PositiveSmallIntegerField("putaran ke")
    isi = models.JSONField("isi", encoder=DjangoJSONEncoder)
    nomor = models.CharField("nomor tanda terima", max_length=60, unique=True)
    batas = models.DateField("batas saat disampaikan")
    disampaikan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    disampaikan_pada = models.DateTimeField("disampaikan pada")
    hasil = models.CharField(
        "hasil tinjauan",
        max_length=20,
        blank=True,
        choices=[("diterima", "Diterima"), ("dikembalikan", "Dikembalikan")],
    )
    catatan = models.TextField("catatan tinjauan", blank=True, max_length=5_000)
    ditinjau_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditinjau_pada = models.DateTimeField("ditinjau pada", null=True, blank=True)

    objects = PutaranLaporanQuerySet.as_manager()

    class Meta:
        verbose_name = "putaran laporan"
        verbose_name_plural = "putaran laporan"
        ordering = ("ke",)
        # The list of reports, last sent first.
        indexes = (models.Index(fields=("disampaikan_pada",), name="putaran_menurut_waktu"),)
        constraints = (
            models.UniqueConstraint(name="putaran_sekali", fields=("laporan", "ke")),
            dikenal("putaran_hasil_dikenal", "hasil", ("", "diterima", "dikembalikan")),
            lengkap(
                "putaran_ditinjau_lengkap",
                ~Q(hasil=""),
                "ditinjau_oleh",
                "ditinjau_pada",
                pesan="Tinjauan harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="putaran_dikembalikan_bercatatan",
                condition=~Q(hasil="dikembalikan") | ~Q(catatan=""),
                violation_error_message="Pengembalian wajib disertai catatan.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.laporan} putaran {self.ke}"

    def get_absolute_url(self) -> str:
        return self.laporan.get_absolute_url()


class TandaTerima(models.Model):
    """One addressee of a submission, with its own time of reading."""

    putaran = models.ForeignKey(PutaranLaporan, models.PROTECT, related_name="tanda_terima")
    penerima = models.CharField("penerima", max_length=20, choices=PenerimaLaporan.choices)
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diterima_pada = models.DateTimeField("diterima pada")
    dibaca_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibaca_pada = models.DateTimeField("dibaca pada", null=True, blank=True)

    class Meta:
        verbose_name = "tanda terima"
        verbose_name_plural = "tanda terima"
        ordering = ("pk",)
        constraints = (
            dikenal("tanda_terima_penerima_dikenal", "penerima", PenerimaLaporan.values),
            models.UniqueConstraint(
                name="tanda_terima_sekali",
                fields=("putaran", "penerima", "perangkat_daerah"),
            ),
            # NULLs are distinct in a unique index, so the two without a unit need their own.
            models.UniqueConstraint(
                name="tanda_terima_sekali_tanpa_pd",
                fields=("putaran", "penerima"),
                condition=Q(perangkat_daerah=None),
            ),
            models.CheckConstraint(
                name="tanda_terima_pd_bernama",
                condition=~Q(penerima="perangkat_daerah") | Q(perangkat_daerah__isnull=False),
                violation_error_message="Tembusan perangkat daerah harus menyebut unitnya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_penerima_display()} {self.putaran}"
