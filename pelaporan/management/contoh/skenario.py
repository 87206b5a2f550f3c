"""How far each demo agreement has come: one scenario a state, repeated in order."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inti.kalender import tambah_bulan
from kerjasama.enums import AlasanBerakhir
from kerjasama.services import naskah as naskah_services
from pelaporan.management.contoh import hasil, kertas, pertemuan, riwayat
from pelaporan.management.contoh.waktu import pada
from pengawasan.enums import Metode
from pengawasan.services import berita_acara

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kerjasama.models import Naskah
    from pelaporan.management.contoh.riwayat import Pelaku
    from pengawasan.models import Kegiatan

# How many months a naskah runs, where it is not five years.
LAMA = {"hampir_berakhir": 36, "berakhir": 24}
# Name of the scenario, and months between signing and today.
SKENARIO: tuple[tuple[str, int], ...] = (
    ("evaluasi_putus", 15),
    ("evaluasi_ragam", 14),
    ("pemantauan_tugas", 6),
    ("evaluasi_siap", 13),
    ("evaluasi_kirim", 13),
    ("evaluasi_kembali", 14),
    ("pemantauan_ba", 6),
    ("pemantauan_putus", 9),
    ("terlambat", 8),
    ("baru", 2),
    ("draf", 0),
    ("jatuh_tempo", 6),
    ("pemantauan_rencana", 6),
    ("pemantauan_kembali", 7),
    ("pemantauan_kirim", 7),
    ("walikota", 16),
    ("tindak_lanjut", 20),
    ("berakhir", 26),
    ("diputus", 20),
    ("hampir_berakhir", 33),
    ("pemantauan_dokumen", 8),
)


def jalankan(nama: str, naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    """Take the steps of the scenario, each on its day in the past."""
    LANGKAH[nama](naskah, pelaku, hari_ini)


def _hari_pemantauan(naskah: Naskah) -> date:
    return tambah_bulan(naskah.tanggal_ttd, 6) + timedelta(days=4)


def _tugas(naskah: Naskah, pelaku: Pelaku, tanggal: date) -> Kegiatan:
    satu = riwayat.rencanakan(naskah, pelaku, tanggal)
    riwayat.tugaskan(satu, pelaku, tanggal)
    return satu


def _pemantauan(naskah: Naskah, pelaku: Pelaku) -> Kegiatan:
    """Held and verified."""
    tanggal = _hari_pemantauan(naskah)
    riwayat.sampaikan_laporan_mitra(naskah, pelaku, tanggal - timedelta(days=1), terima=True)
    satu = _tugas(naskah, pelaku, tanggal)
    hasil.verifikasi(hasil.ajukan_berita_acara(satu, pelaku, tanggal), pelaku, tanggal)
    return satu


def _evaluasi(naskah: Naskah, pelaku: Pelaku, *, baris: int = 4) -> tuple[Kegiatan, date]:
    """Held, verified, with its matrix."""
    _pemantauan(naskah, pelaku)
    tanggal = tambah_bulan(_hari_pemantauan(naskah), 6)
    riwayat.sampaikan_laporan_mitra(naskah, pelaku, tanggal - timedelta(days=2), terima=True)
    satu = _tugas(naskah, pelaku, tanggal)
    hasil.verifikasi(hasil.ajukan_berita_acara(satu, pelaku, tanggal), pelaku, tanggal)
    riwayat.catat_rapat(satu, pelaku, tanggal, baris=baris)
    kertas.isi(satu, pelaku, tanggal)
    return satu, tanggal


def _evaluasi_kirim(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    satu, tanggal = _evaluasi(naskah, pelaku)
    riwayat.kirim_laporan(riwayat.susun_laporan(satu, pelaku, tanggal), pelaku, tanggal)


def _putus(
    naskah: Naskah, pelaku: Pelaku, *, baris: int = 4, tambahan: str = "", walikota: str = ""
) -> None:
    """Decided by the chair, with rows of more letters; `walikota` is that he agreed to."""
    satu, tanggal = _evaluasi(naskah, pelaku, baris=baris)
    riwayat.usulkan(satu, pelaku, tanggal, tambahan)
    draf = riwayat.susun_laporan(satu, pelaku, tanggal)
    riwayat.kirim_laporan(draf, pelaku, tanggal)
    riwayat.putuskan(draf, pelaku, tanggal)
    riwayat.putuskan_walikota(draf, pelaku, tanggal, walikota)


def _evaluasi_putus(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    _putus(naskah, pelaku)


def _evaluasi_ragam(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    _putus(naskah, pelaku, tambahan="abc")


def _evaluasi_kembali(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    satu, tanggal = _evaluasi(naskah, pelaku)
    draf = riwayat.susun_laporan(satu, pelaku, tanggal)
    riwayat.kirim_laporan(draf, pelaku, tanggal)
    riwayat.putuskan(draf, pelaku, tanggal, kembalikan=1)


def _walikota(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    _putus(naskah, pelaku, baris=2, tambahan="fh", walikota="h")


def _tindak_lanjut(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    _putus(naskah, pelaku, tambahan="f", walikota="f")
    riwayat.selesaikan_tindak_lanjut(naskah, pelaku, hari_ini - timedelta(days=20), tutup=True)


def _pemantauan_laporan(naskah: Naskah, pelaku: Pelaku, *, putus: bool) -> None:
    satu = _pemantauan(naskah, pelaku)
    tanggal = _hari_pemantauan(naskah)
    draf = riwayat.susun_laporan(satu, pelaku, tanggal)
    riwayat.kirim_laporan(draf, pelaku, tanggal)
    if putus:
        riwayat.putuskan(draf, pelaku, tanggal)


def _pemantauan_ba(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    tanggal = hari_ini - timedelta(days=3)
    hasil.ajukan_berita_acara(_tugas(naskah, pelaku, tanggal), pelaku, tanggal)


def _pemantauan_kembali(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    tanggal = hari_ini - timedelta(days=8)
    riwayat.sampaikan_laporan_mitra(
        naskah, pelaku, tanggal, catatan="Lampirkan bukti setor bulan terakhir."
    )
    pk = hasil.ajukan_berita_acara(_tugas(naskah, pelaku, tanggal), pelaku, tanggal)
    with pada(tanggal + timedelta(days=3)):
        berita_acara.kembalikan(
            pk, catatan="Lengkapi nama penanda tangan dari mitra.", oleh=pelaku.orang["staf"]
        )


def _akhiri(naskah: Naskah, pelaku: Pelaku, tanggal: date, alasan: AlasanBerakhir) -> None:
    with pada(tanggal + timedelta(days=1)):
        naskah_services.akhiri(naskah.pk, alasan=alasan, tanggal=tanggal, oleh=pelaku.orang["staf"])


def _diam(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    """Nothing happened yet."""


def _rencana(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    riwayat.sampaikan_laporan_mitra(naskah, pelaku, hari_ini - timedelta(days=2))
    riwayat.rencanakan(naskah, pelaku, hari_ini + timedelta(days=7))


def _ditugaskan(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    satu = _tugas(naskah, pelaku, hari_ini + timedelta(days=3))
    pertemuan.adakan(satu, pelaku, hari_ini)


def _pemantauan_kirim(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    _pemantauan_laporan(naskah, pelaku, putus=False)


def _pemantauan_dokumen(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    """By the mitra's report: analysed, complete, not yet reported."""
    tanggal = _hari_pemantauan(naskah)
    riwayat.sampaikan_laporan_mitra(naskah, pelaku, tanggal - timedelta(days=1), terima=True)
    satu = riwayat.rencanakan(naskah, pelaku, tanggal, metode=Metode.DOKUMEN)
    riwayat.tugaskan(satu, pelaku, tanggal)
    hasil.verifikasi(hasil.ajukan_berita_acara(satu, pelaku, tanggal), pelaku, tanggal)
    hasil.analisa_laporan(satu, pelaku, tanggal)


def _pemantauan_putus(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    _pemantauan_laporan(naskah, pelaku, putus=True)


def _evaluasi_siap(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    _evaluasi(naskah, pelaku, baris=12)


def _berakhir(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    akhir = naskah.tanggal_berakhir or hari_ini
    _akhiri(naskah, pelaku, akhir, AlasanBerakhir.JANGKA_WAKTU)


def _diputus(naskah: Naskah, pelaku: Pelaku, hari_ini: date) -> None:
    _akhiri(naskah, pelaku, hari_ini - timedelta(days=60), AlasanBerakhir.WANPRESTASI)


LANGKAH: dict[str, Callable[[Naskah, Pelaku, date], None]] = {
    "draf": _diam,
    "baru": _diam,
    "jatuh_tempo": _diam,
    "terlambat": _diam,
    "hampir_berakhir": _diam,
    "pemantauan_rencana": _rencana,
    "pemantauan_tugas": _ditugaskan,
    "pemantauan_ba": _pemantauan_ba,
    "pemantauan_kembali": _pemantauan_kembali,
    "pemantauan_kirim": _pemantauan_kirim,
    "pemantauan_putus": _pemantauan_putus,
    "pemantauan_dokumen": _pemantauan_dokumen,
    "evaluasi_siap": _evaluasi_siap,
    "evaluasi_kirim": _evaluasi_kirim,
    "evaluasi_kembali": _evaluasi_kembali,
    "evaluasi_putus": _evaluasi_putus,
    "evaluasi_ragam": _evaluasi_ragam,
    "walikota": _walikota,
    "tindak_lanjut": _tindak_lanjut,
    "berakhir": _berakhir,
    "diputus": _diputus,
}
