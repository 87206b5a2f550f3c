"""People, the seats they hold, and for how long."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from inti.enums import Peran, SifatPemangku
from inti.models.constraints import berurutan, dikenal

if TYPE_CHECKING:
    from django.db.models import Expression

    from inti.models.surel_akun import SurelAkun


class PenggunaQuerySet(models.QuerySet["Pengguna"]):
    def berperan(self, *peran: Peran, pada: date | Expression) -> PenggunaQuerySet:
        """Active people who hold a seat with one of the roles on the day."""
        seats = PemangkuJabatan.objects.berlaku_pada(pada).filter(jabatan__peran__in=peran)
        return self.filter(is_active=True, pk__in=seats.values("pengguna"))

    def bersama_kursi(self, pk: int, **kolom: Any) -> Pengguna | None:
        """The account, its seats, and `kolom` that are asked about it besides: one question."""
        seats = PemangkuJabatan.objects.belum_berakhir(timezone.localdate()).annotate(**kolom)
        kursi = list(seats.filter(pengguna=pk).select_related("jabatan", "pengguna"))
        pengguna: Pengguna | None = (
            kursi[0].pengguna if kursi else self.annotate(**kolom).filter(pk=pk).first()
        )
        for nama in kolom if kursi else ():
            setattr(pengguna, nama, getattr(kursi[0], nama))
        if pengguna:
            pengguna.kursi = kursi
        return pengguna


class PenggunaManager(UserManager.from_queryset(PenggunaQuerySet)):  # type: ignore[misc]
    """Creates accounts; selects by role."""


class Pengguna(AbstractUser):
    """A person with an account. Roles come from seats, never from flags on the row."""

    nama = models.CharField("nama lengkap", max_length=150)
    nip = models.CharField("NIP", max_length=30, blank=True)
    telepon = models.CharField("telepon", max_length=30, blank=True)
    email = models.EmailField("surel", blank=True)
    # The card of the first steps was put away.
    pengantar_ditutup = models.BooleanField("pengantar ditutup", default=False)
    # Null: never changed since the account was given.
    sandi_diubah_pada = models.DateTimeField("kata sandi diubah pada", null=True, blank=True)
    # Why this person's data may not be erased now; empty when nothing stands against it.
    penahanan = models.CharField("data ditahan karena", max_length=300, blank=True, db_default="")
    disamarkan_pada = models.DateTimeField("data disamarkan pada", null=True, blank=True)
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    objects: ClassVar[PenggunaManager] = PenggunaManager()

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ("nama",)

    def __str__(self) -> str:
        return self.nama or self.username

    def get_full_name(self) -> str:
        """The full name; Django and allauth ask for it."""
        return str(self)

    def get_short_name(self) -> str:
        """The login name."""
        return self.username

    def set_password(self, raw_password: str | None) -> None:
        """As Django does, and when; saved with the rest of the row."""
        super().set_password(raw_password)
        self.sandi_diubah_pada = timezone.now()

    @cached_property
    def kursi(self) -> list[PemangkuJabatan]:
        """The seats held today or later, most senior first; asked once per request."""
        seats = PemangkuJabatan.objects.belum_berakhir(timezone.localdate())
        return list(seats.filter(pengguna=self).select_related("jabatan"))

    @cached_property
    def kedudukan(self) -> list[PemangkuJabatan]:
        """The seats held today."""
        return [satu for satu in self.kursi if satu.mulai <= timezone.localdate()]

    @cached_property
    def peran(self) -> frozenset[Peran]:
        """The roles that today's seats give."""
        if not self.is_active:
            return frozenset()
        return frozenset(Peran(k.jabatan.peran) for k in self.kedudukan)

    @property
    def surel_baru(self) -> SurelAkun | None:
        """The address that waits until its owner has proved it."""
        satu: SurelAkun | None = self.surel_akun.menunggu().first()
        return satu

    @property
    def sebagai(self) -> str:
        """The seat one acts as, for the audit line: `Plh. Sekretaris Daerah`."""
        return self.kedudukan[0].sebutan if self.kedudukan else ""

    def sebagai_peran(self, *peran: Peran) -> str:
        """The seat that gives one of the roles: as which a decision that needs it is taken."""
        cocok = [k.sebutan for k in self.kedudukan if k.jabatan.peran in peran]
        return cocok[0] if cocok else self.sebagai


class Jabatan(models.Model):
    """A seat: an office that persons hold for a period."""

    kode = models.SlugField("kode", unique=True)
    nama = models.CharField("nama jabatan", max_length=200)
    peran = models.CharField("peran", max_length=20, choices=Peran.choices)
    tunggal = models.BooleanField("hanya satu pemangku", default=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=100)

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ("urutan", "nama")
        constraints = (dikenal("jabatan_peran_dikenal", "peran", Peran.values),)

    def __str__(self) -> str:
        return self.nama

    def natural_key(self) -> tuple[str]:
        """The code identifies a seat across installations."""
        return (self.kode,)


class PemangkuJabatanQuerySet(models.QuerySet["PemangkuJabatan"]):
    def belum_berakhir(self, tanggal: date | Expression) -> PemangkuJabatanQuerySet:
        """Holders in office on the day or from a later one."""
        return self.filter(Q(selesai=None) | Q(selesai__gte=tanggal))

    def berlaku_pada(self, tanggal: date | Expression) -> PemangkuJabatanQuerySet:
        """Holders in office on the day, first and last day included."""
        return self.belum_berakhir(tanggal).filter(mulai__lte=tanggal)

    def pemangku(self, kode: str, tanggal: date) -> PemangkuJabatan | None:
        """Who acts in the seat on the day; a Plt. or Plh. goes before the definitive holder."""
        holders = self.berlaku_pada(tanggal).filter(jabatan__kode=kode, pengguna__is_active=True)
        holders = holders.select_related("jabatan", "pengguna")
        # "definitif" sorts before "plh" and "plt"; whoever acts goes first.
        return holders.order_by("-sifat", "-mulai", "-pk").first()


class PemangkuJabatan(models.Model):
    """One person in one seat for a period."""

    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="pemangku")
    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="pemangku")
    sifat = models.CharField(
        "sifat", max_length=20, choices=SifatPemangku.choices, default=SifatPemangku.DEFINITIF
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan", null=True, blank=True)
    dasar = models.CharField("surat penunjukan", max_length=200, blank=True)
    tanggal_dasar = models.DateField("tanggal surat penunjukan", null=True, blank=True)

    objects = PemangkuJabatanQuerySet.as_manager()

    class Meta:
        verbose_name = "pemangku jabatan"
        verbose_name_plural = "pemangku jabatan"
        ordering = ("jabatan__urutan", "-mulai")
        constraints = (
            dikenal("pemangku_sifat_dikenal", "sifat", SifatPemangku.values),
            berurutan(
                "pemangku_selesai_setelah_mulai",
                "mulai",
                "selesai",
                "Akhir masa jabatan tidak boleh sebelum mulainya.",
            ),
            models.UniqueConstraint(
                name="pemangku_sekali", fields=("jabatan", "pengguna", "mulai")
            ),
            models.UniqueConstraint(
                name="pemangku_terbuka_sekali",
                fields=("jabatan", "pengguna", "sifat"),
                condition=Q(selesai=None),
                violation_error_message="Orang ini sudah memangku jabatan tersebut.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pengguna} – {self.sebutan}"

    @property
    def sebutan(self) -> str:
        """`Plt. Kepala Bagian Kerja Sama`, or the bare name for a definitive holder."""
        if self.sifat == SifatPemangku.DEFINITIF:
            return self.jabatan.nama
        return f"{SifatPemangku(self.sifat).label} {self.jabatan.nama}"
