"""The government's identity, as data: nothing in code or templates names a city."""

from __future__ import annotations

from django.db import models

from inti.enums import JenisDaerah, UkuranKertas
from inti.models.constraints import dikenal

SEBUTAN_KEPALA = {
    JenisDaerah.KOTA: "Wali Kota",
    JenisDaerah.KABUPATEN: "Bupati",
    JenisDaerah.PROVINSI: "Gubernur",
}


class PemerintahManager(models.Manager["Pemerintah"]):
    def saat_ini(self) -> Pemerintah:
        """The one row; an unsaved neutral one before reference data is loaded."""
        return self.select_related("lambang").first() or self.netral()

    def netral(self) -> Pemerintah:
        """Unsaved: of no government yet."""
        return Pemerintah(nama="Pemerintah Daerah", nama_daerah="Daerah", tempat="Daerah")


class Pemerintah(models.Model):
    """Name, emblem, kop surat and legal basis of the government that uses this installation."""

    nama = models.CharField("nama pemerintah", max_length=150)
    jenis = models.CharField(
        "jenis daerah", max_length=20, choices=JenisDaerah.choices, default=JenisDaerah.KOTA
    )
    nama_daerah = models.CharField("nama daerah", max_length=100)
    provinsi = models.CharField(
        "provinsi",
        max_length=100,
        blank=True,
        help_text="Misalnya Jawa Barat; dicetak pada surat kepada Gubernur.",
    )
    tempat = models.CharField("tempat penandatanganan", max_length=100)
    sekretariat = models.CharField("nama sekretariat", max_length=150, default="Sekretariat Daerah")
    unit_kerja_sama = models.CharField(
        "unit kerja sama", max_length=150, default="Bagian Kerja Sama"
    )
    alamat = models.CharField("alamat", max_length=250, blank=True)
    telepon = models.CharField("telepon", max_length=50, blank=True)
    laman = models.CharField("laman", max_length=100, blank=True)
    surel = models.EmailField("surel", blank=True)
    kode_unit_surat = models.CharField("kode unit pada nomor surat", max_length=40)
    dasar_hukum = models.CharField("dasar hukum pengawasan", max_length=250)
    lambang = models.ForeignKey(
        "inti.Berkas", models.PROTECT, null=True, blank=True, related_name="+"
    )

    ukuran_kertas = models.CharField(
        "ukuran kertas dokumen",
        max_length=4,
        choices=UkuranKertas.choices,
        default=UkuranKertas.F4,
        help_text="Berlaku untuk dokumen yang terbit sesudahnya; bundel laporan tetap F4.",
    )

    # The public register as a whole; each naskah may be withheld besides.
    register_publik = models.BooleanField(
        "tampilkan register publik",
        default=True,
        help_text="Halaman /publik/ tanpa masuk: naskah yang berlaku atau pernah berlaku.",
    )

    objects = PemerintahManager()

    class Meta:
        verbose_name = "identitas pemerintah"
        verbose_name_plural = "identitas pemerintah"
        constraints = (
            dikenal("pemerintah_jenis_dikenal", "jenis", JenisDaerah.values),
            dikenal("pemerintah_kertas_dikenal", "ukuran_kertas", UkuranKertas.values),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def kepala_daerah(self) -> str:
        """What the head of the government is called: Wali Kota, Bupati or Gubernur."""
        return SEBUTAN_KEPALA[JenisDaerah(self.jenis)]

    @property
    def kepala_daerah_lengkap(self) -> str:
        """With the name of the region: `Bupati Tirtasari` of `Kabupaten Tirtasari`."""
        daerah = self.nama_daerah.removeprefix(str(JenisDaerah(self.jenis).label)).strip()
        return f"{self.kepala_daerah} {daerah}".strip()
