"""What the register contributes to a berkas lengkap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.permissions import boleh_melihat_jejak
from kerjasama.permissions import boleh_melihat_pihak
from kerjasama.queries.mitra import pihak_naskah, unit_naskah
from kerjasama.queries.naskah import keluarga
from pelaporan.domain.berkas_lengkap import Isi
from pelaporan.queries.kata_berkas import baris, catat, kata, lampirkan, ringkasan, tandai

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Naskah

# Keys, technical columns, and relations that are shown by what the person may see of them.
BUKAN_ISI = ("id", "kunci_nomor", "versi_fakta", "induk", "menggantikan", "dibuat_oleh")


def isi_naskah(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """The agreement itself, its parties, documents and family."""
    isi = Isi()
    isi.tabel("Naskah", ("Isian", "Isi"), ringkasan(naskah, BUKAN_ISI))
    catat(isi, naskah.tanggal_ttd, "Penandatanganan", naskah.judul, naskah)
    catat(isi, naskah.dibuat_pada, "Register", "Naskah dicatat", naskah)
    catat(isi, naskah.mulai_pengawasan, "Pengawasan", "Mulai pengawasan", naskah)
    catat(isi, naskah.tanggal_berakhir, "Masa berlaku", "Hari terakhir menurut naskah", naskah)
    akhir = f"Diakhiri: {naskah.get_alasan_berakhir_display() or naskah.get_status_display()}"
    catat(isi, naskah.tanggal_diakhiri, "Masa berlaku", akhir, naskah)
    _pihak(isi, naskah, pengguna)
    _unit(isi, naskah)
    _dokumen(isi, naskah)
    _keluarga(isi, naskah, pengguna)
    if boleh_melihat_jejak(pengguna):
        tandai(isi, [naskah])
    return isi


def _pihak(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    """A mitra reads the contacts of its own side only."""
    semua = boleh_melihat_pihak(pengguna)
    anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
    milik = set() if semua else set(anggota.values_list("mitra", flat=True))
    isi.tabel(
        "Para pihak",
        (
            "Mitra",
            "Nama pada naskah",
            "Jenis",
            "Nomor mitra",
            "Penanda tangan",
            "Jabatan",
            "Keluar",
            "Narahubung",
        ),
        (
            baris(
                satu.pihak.mitra,
                satu.nama_tertulis,
                satu.pihak.mitra.get_jenis_display(),
                satu.pihak.nomor,
                satu.pihak.penanda_tangan,
                satu.pihak.jabatan,
                satu.pihak.diakhiri_pada,
                satu.sebutan_narahubung if semua or satu.pihak.mitra_id in milik else None,
            )
            for satu in pihak_naskah(naskah)
        ),
    )


def _unit(isi: Isi, naskah: Naskah) -> None:
    isi.tabel(
        "Perangkat Daerah",
        ("Perangkat Daerah", "Nama pada naskah", "Peran", "Penanda tangan", "Jabatan"),
        (
            baris(
                satu.perangkat_daerah,
                tertulis,
                satu.get_peran_display(),
                satu.penanda_tangan,
                satu.jabatan,
            )
            for satu, tertulis in unit_naskah(naskah)
        ),
    )


def _dokumen(isi: Isi, naskah: Naskah) -> None:
    for satu in naskah.dokumen.all():
        keterangan = satu.get_jenis_display()
        if satu.keterangan:
            keterangan = f"{keterangan}: {satu.keterangan}"
        lampirkan(isi, satu.berkas, keterangan, satu)
        catat(isi, satu.berkas.diunggah_pada, "Dokumen", f"{keterangan} diunggah", satu)


def _keluarga(isi: Isi, naskah: Naskah, pengguna: Pengguna) -> None:
    dekat = keluarga(naskah, pengguna)
    kaitan = [("Induk", dekat.induk), ("Digantikan oleh naskah ini", dekat.menggantikan)]
    kaitan += [("Turunan", n) for n in dekat.turunan]
    kaitan += [("Pengganti naskah ini", n) for n in dekat.pengganti]
    ada = [(hubungan, n) for hubungan, n in kaitan if n]
    isi.tabel(
        "Keluarga naskah",
        ("Hubungan", "Nomor", "Tentang", "Ditandatangani", "Berakhir"),
        (baris(h, n.nomor, n.judul, n.tanggal_ttd, n.tanggal_berakhir) for h, n in ada),
    )
    for hubungan, satu in ada:
        catat(isi, satu.tanggal_ttd, hubungan, f"{kata(satu)} ditandatangani", satu)
