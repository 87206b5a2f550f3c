"""Addenda: each is a version of its naskah, with what was and what is."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models.constraints import dikenal, lengkap
from kerjasama.enums import StatusAddendum

BERLAKU = Q(status=StatusAddendum.BERLAKU)


class AddendumQuerySet(models.QuerySet["Addendum"]):
    def berlaku(self) -> AddendumQuerySet:
        """Those that stand, in their order: the chain of versions."""
        return self.filter(BERLAKU).order_by("ke")


class Addendum(models.Model):
    """A change of one naskah that its parties signed.

    A cancelled one stays visible and gives its turn and its number free again.
    """

    naskah = models.ForeignKey("kerjasama.Naskah", models.PROTECT, related_name="addendum")
    ke = models.PositiveSmallIntegerField("addendum ke")
    nomor = models.CharField("nomor addendum", max_length=120, blank=True)
    kunci_nomor = models.CharField(max_length=120, blank=True, editable=False)
    tentang = models.TextField("tentang", max_length=1000)
    tanggal_ttd = models.DateField("tanggal penandatanganan")
    # Column of the naskah -> [what was, what is], as plain JSON values.
    perubahan = models.JSONField("perubahan", default=dict, encoder=DjangoJSONEncoder)
    # What it does to each item.
    perubahan_butir = models.JSONField("perubahan butir", default=list, encoder=DjangoJSONEncoder)
    # The same of its parties and units, by kind of row.
    perubahan_baris = models.JSONField("perubahan baris", default=dict, encoder=DjangoJSONEncoder)
    # The rows of the naskah as they were before it, in words.
    potret = models.JSONField("baris sebelumnya", default=dict, encoder=DjangoJSONEncoder)
    perubahan_lain = models.TextField("perubahan lain", max_length=2000, blank=True)
    memperpanjang = models.BooleanField("memperpanjang jangka waktu", default=False)
    berkas = models.ForeignKey(
        "inti.Berkas", models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(
        "status", max_length=20, choices=StatusAddendum.choices, default=StatusAddendum.BERLAKU
    )
    dicatat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)
    dibatalkan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)

    objects = AddendumQuerySet.as_manager()

    class Meta:
        verbose_name = "addendum"
        verbose_name_plural = "addendum"
        ordering = ("naskah", "ke", "pk")
        constraints = (
            dikenal("addendum_status_dikenal", "status", StatusAddendum.values),
            models.UniqueConstraint(
                name="addendum_sekali",
                fields=("naskah", "ke"),
                condition=BERLAKU,
                violation_error_message="Addendum dengan urutan ini sudah tercatat.",
            ),
            models.UniqueConstraint(
                name="addendum_nomor_sekali",
                fields=("kunci_nomor",),
                condition=BERLAKU & ~Q(kunci_nomor=""),
                violation_error_message="Nomor addendum ini sudah tercatat.",
            ),
            models.CheckConstraint(
                name="addendum_ke_positif",
                condition=Q(ke__gte=1),
                violation_error_message="Urutan addendum mulai dari satu.",
            ),
            lengkap(
                "addendum_batal_bertanggal",
                Q(status=StatusAddendum.DIBATALKAN),
                "dibatalkan_oleh",
                "dibatalkan_pada",
                pesan="Pembatalan addendum harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="addendum_batal_beralasan",
                condition=BERLAKU | ~Q(alasan_batal=""),
                violation_error_message="Pembatalan addendum harus beralasan.",
            ),
        )

    def __str__(self) -> str:
        return f"Addendum ke-{self.ke} {self.nomor}".strip()

    def get_absolute_url(self) -> str:
        if self.status == StatusAddendum.DIBATALKAN:
            return reverse("kerjasama:addendum-rincian", args=[self.naskah_id, self.pk])
        return reverse("kerjasama:naskah-versi", args=[self.naskah_id, self.ke + 1])
