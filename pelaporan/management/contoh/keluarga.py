"""One family among the demo agreements: an umbrella, a predecessor, an addendum."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from inti.kalender import tambah_bulan
from kerjasama.enums import JenisNaskah
from kerjasama.services import addendum, naskah
from pelaporan.management.contoh.gambar import dokumen
from pelaporan.management.contoh.waktu import pada

if TYPE_CHECKING:
    from kerjasama.models import Naskah
    from pelaporan.management.contoh.riwayat import Pelaku

# So many of the agreements asked for make the family; fewer than BANYAK do not need one.
KERABAT, BANYAK = 2, 24


def lengkapi(utama: Naskah, adik: Naskah, pelaku: Pelaku) -> None:
    """`utama` replaces an older PKS and stands, like `adik`, under a Kesepakatan Bersama.

    Between the two PKS lies a gap; `adik` was extended by an addendum.
    """
    ttd, staf = utama.tanggal_ttd or timezone.localdate(), pelaku.orang["staf"]
    payung = _catat(
        utama,
        pelaku,
        jenis=JenisNaskah.KESEPAKATAN_BERSAMA,
        nomor=f"134.4/90/SETDA.Ks/{tambah_bulan(ttd, -4).year}",
        ttd=tambah_bulan(ttd, -4),
        berakhir=tambah_bulan(ttd, 56),
        mulai=timezone.localdate() - timedelta(days=30),
    )
    akhir = ttd - timedelta(days=20)
    lama = _catat(
        utama,
        pelaku,
        jenis=JenisNaskah.PKS,
        nomor=f"134.4/91/SETDA.Ks/{tambah_bulan(akhir, -36).year}",
        ttd=tambah_bulan(akhir, -36),
        berakhir=akhir,
        mulai=akhir + timedelta(days=1),  # nothing of its past is owed
    )
    with pada(ttd):
        naskah.ubah(utama.pk, {"induk": payung, "menggantikan": lama}, oleh=staf)
    with pada(adik.tanggal_ttd):
        naskah.ubah(adik.pk, {"induk": payung}, oleh=staf)
    _perpanjang(adik, pelaku)


def _catat(
    asal: Naskah,
    pelaku: Pelaku,
    *,
    jenis: JenisNaskah,
    nomor: str,
    ttd: date,
    berakhir: date,
    mulai: date,
) -> Naskah:
    """An agreement of the same parties on the same matter."""
    with pada(ttd):
        return naskah.catat(
            {
                "jenis": jenis,
                "jenis_kerja_sama": asal.jenis_kerja_sama,
                "nomor": nomor,
                "judul": asal.judul,
                "urusan": asal.urusan,
                "tanggal_ttd": ttd,
                "tanggal_berakhir": berakhir,
                "objek": asal.objek,
                "mulai_pengawasan": mulai,
                "status": "berlaku",
            },
            pihak=[{"mitra": asal.pihak.get().mitra_id}],
            perangkat_daerah=[{"perangkat_daerah": pelaku.unit.pk, "peran": "pemrakarsa"}],
            oleh=pelaku.orang["staf"],
        )


def _perpanjang(adik: Naskah, pelaku: Pelaku) -> None:
    tanggal = tambah_bulan(adik.tanggal_ttd, 3)
    with pada(tanggal):
        addendum.catat(
            adik.pk,
            {
                "nomor": f"134.4/92/SETDA.Ks/{tanggal.year}",
                "tentang": f"Perpanjangan dan perluasan {adik.judul}",
                "tanggal_ttd": tanggal,
                "perubahan_lain": "Kewajiban pelaporan mencakup lokasi yang ditambahkan.",
            },
            perubahan={
                "tanggal_berakhir": tambah_bulan(adik.tanggal_berakhir, 12),
                "jangka_waktu": "6 tahun sejak ditandatangani",
                "ruang_lingkup": f"{adik.ruang_lingkup} Ditambah dua lokasi baru.",
            },
            diperiksa=dokumen(f"Addendum {adik.nomor}"),
            oleh=pelaku.orang["staf"],
        )
