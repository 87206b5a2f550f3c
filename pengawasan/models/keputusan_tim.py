"""The decree that sets the Tim Pembinaan dan Pengawasan (Pasal 5 ayat (1))."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from inti.alamat import alamat_baris
from inti.models.constraints import berurutan, dikenal
from inti.roles import Kemampuan, mampu
from pengawasan.domain.keputusan_tim import akhir_masa
from pengawasan.enums import KedudukanKeputusan

if TYPE_CHECKING:
    from inti.models import Pengguna


class KeputusanTimQuerySet(models.QuerySet["KeputusanTim"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> KeputusanTimQuerySet:
        """Those who supervise, the administrator and the units; never the mitra."""
        return self if mampu(pengguna.peran, Kemampuan.LIHAT_PEMBINAAN) else self.none()

    def bermasa(self) -> KeputusanTimQuerySet:
        """With when the next one begins, which ends this one the day before."""
        berikut = KeputusanTim.objects.filter(mulai__gt=OuterRef("mulai")).order_by("mulai")
        return self.annotate(penerus_mulai=Subquery(berikut.values("mulai")[:1]))

    def berlaku_pada(self, tanggal: date) -> KeputusanTim | None:
        """The one in force on the day: the last to begin, unless its own period is over.

        The one before never comes back: it ended when this one began.
        """
        satu = self.bermasa().filter(mulai__lte=tanggal).order_by("-mulai").first()
        return satu if satu and satu.berlaku(tanggal) else None

    def untuk_daftar(self) -> KeputusanTimQuerySet:
        """With what a list row shows."""
        return self.bermasa().annotate(jumlah_anggota=models.Count("anggota"))


class KeputusanTim(models.Model):
    """One decree. Two are never in force on one day: a later one ends what came before.

    That end is worked out from when the next one begins and stored nowhere, so a correction of
    either can leave neither a gap nor an overlap behind.
    """

    nomor = models.CharField(
        "nomor", max_length=120, unique=True, error_messages={"unique": "Nomor sudah tercatat."}
    )
    tanggal = models.DateField("tanggal Keputusan")
    tentang = models.CharField("tentang", max_length=500)
    mulai = models.DateField("berlaku mulai")
    selesai = models.DateField("berlaku sampai", null=True, blank=True)
    # Rises with every correction, so that two people who correct one decree collide.
    versi = models.PositiveIntegerField("versi", default=1)
    dicatat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)

    objects = KeputusanTimQuerySet.as_manager()

    # Given by `bermasa()`; without it nobody can say how long a decree holds.
    penerus_mulai: date | None

    class Meta:
        verbose_name = "keputusan tim"
        verbose_name_plural = "keputusan tim"
        ordering = ("-mulai",)
        constraints = (
            models.UniqueConstraint(
                name="keputusan_tim_mulai_sekali",
                fields=("mulai",),
                violation_error_message="Sudah ada Keputusan yang berlaku mulai hari itu.",
            ),
            berurutan(
                "keputusan_tim_selesai_setelah_mulai",
                "mulai",
                "selesai",
                "Akhir masa berlaku tidak boleh sebelum mulainya.",
            ),
            models.CheckConstraint(
                name="keputusan_tim_bernomor",
                condition=~Q(nomor="") & ~Q(tentang=""),
                violation_error_message="Isi nomor dan tentang.",
            ),
        )

    def __str__(self) -> str:
        return f"Keputusan Nomor {self.nomor}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:keputusan-tim-rincian", self.pk)

    @property
    def akhir(self) -> date | None:
        """The last day on which it holds; None while no end is known. Needs `bermasa()`."""
        return akhir_masa(self.selesai, self.penerus_mulai)

    @property
    def digantikan(self) -> bool:
        """Whether a later decree ended it, rather than its own last day."""
        return self.akhir is not None and self.akhir != self.selesai

    def berlaku(self, tanggal: date) -> bool:
        """Whether it is in force on the day."""
        return self.mulai <= tanggal and (self.akhir is None or tanggal <= self.akhir)

    @property
    def berkas_terakhir(self) -> VersiKeputusanTim | None:
        """The newest file."""
        return self.berkas.select_related("berkas").order_by("-ke").first()


class AnggotaKeputusanTim(models.Model):
    """One seat of the team as the decree names it: an office, a person, or both."""

    keputusan = models.ForeignKey(KeputusanTim, models.CASCADE, related_name="anggota")
    kedudukan = models.CharField(
        "kedudukan dalam tim", max_length=30, choices=KedudukanKeputusan.choices
    )
    jabatan = models.CharField("jabatan", max_length=200, blank=True)
    nama = models.CharField("nama", max_length=150, blank=True)
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah", models.PROTECT, null=True, blank=True, related_name="+"
    )
    instansi = models.CharField("instansi", max_length=200, blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "anggota keputusan tim"
        verbose_name_plural = "anggota keputusan tim"
        ordering = ("urutan", "pk")
        constraints = (
            dikenal("anggota_keputusan_dikenal", "kedudukan", KedudukanKeputusan.values),
            models.CheckConstraint(
                name="anggota_keputusan_disebut",
                condition=~Q(jabatan="") | ~Q(nama=""),
                violation_error_message="Isi jabatan, nama, atau keduanya.",
            ),
            models.CheckConstraint(
                name="anggota_keputusan_satu_unit",
                condition=Q(perangkat_daerah=None) | Q(instansi=""),
                violation_error_message="Satu unit untuk satu anggota.",
            ),
            models.UniqueConstraint(
                name="keputusan_tim_satu_ketua",
                fields=("keputusan",),
                condition=Q(kedudukan=KedudukanKeputusan.KETUA),
                violation_error_message="Hanya satu ketua dalam satu tim.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kedudukan_display()}: {self.nama or self.jabatan}"

    @property
    def unit(self) -> str:
        """Where the person is from, in words."""
        return str(self.perangkat_daerah) if self.perangkat_daerah else self.instansi


class VersiKeputusanTim(models.Model):
    """One version of the decree's file. The newest is shown; the older ones stay readable."""

    keputusan = models.ForeignKey(KeputusanTim, models.CASCADE, related_name="berkas")
    ke = models.PositiveSmallIntegerField("versi ke")
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "versi keputusan tim"
        verbose_name_plural = "versi keputusan tim"
        ordering = ("-ke",)
        constraints = (
            models.UniqueConstraint(
                name="versi_keputusan_tim_sekali",
                fields=("keputusan", "ke"),
                violation_error_message="Versi ini sudah tercatat.",
            ),
        )

    def __str__(self) -> str:
        return f"versi {self.ke}: {self.berkas}"
