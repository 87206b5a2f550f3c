"""Limits of a naskah and what lies between two of them (rules, part 2): warnings, no refusals."""

from __future__ import annotations

from datetime import date

from inti.formats import tanggal_indonesia
from inti.kalender import tambah_bulan
from kerjasama.enums import STATUS_BERLAKU, JenisKerjaSama, JenisNaskah

LUAR_NEGERI = frozenset({JenisKerjaSama.KSDPL, JenisKerjaSama.KSDLL})
TAHUN_TERBANYAK = 5
# No kind of use of regional property runs longer without a ground of its own (PP 27/2014).
TAHUN_JANGGAL = 30
# An extension abroad is filed so many months before the end; it is spoken of as long before.
BULAN_PENGAJUAN = 6


def peringatan(
    jenis: str,
    jenis_kerja_sama: str,
    *,
    status: str,
    ttd: date | None,
    berakhir: date | None,
    per: date,
) -> list[str]:
    """Sentences about limits that are passed or near."""
    luar_negeri = jenis_kerja_sama in LUAR_NEGERI
    terbatas = luar_negeri or jenis == JenisNaskah.KESEPAKATAN_BERSAMA
    hasil = [_terlalu_lama(ttd, berakhir) if terbatas else _janggal(ttd, berakhir)]
    if status in STATUS_BERLAKU and berakhir:
        hasil += [_pengajuan(berakhir, per)] if luar_negeri else []
        hasil.append(_lewat(berakhir, per))
    return [kalimat for kalimat in hasil if kalimat]


def sambungan(
    sebutan: str,
    *,
    akhir_lama: date | None,
    ttd_baru: date | None,
    diakhiri: date | None = None,
) -> str:
    """The gap or the overlap between a naskah and the one it replaces; empty where they meet.

    `diakhiri` is the last day of one that the replacement ended: then nothing overlaps, its term
    was only meant to be longer.
    """
    if diakhiri is not None and akhir_lama is not None and akhir_lama > diakhiri:
        return (
            f"{sebutan} menurut jangka waktunya sampai {tanggal_indonesia(akhir_lama)}; karena "
            f"digantikan, hari terakhirnya {tanggal_indonesia(diakhiri)}."
        )
    if diakhiri is not None and diakhiri == ttd_baru:
        return ""
    if akhir_lama is None or ttd_baru is None:
        return ""
    # The last day is still in force, so the new one may begin on the next.
    jeda = (ttd_baru - akhir_lama).days - 1
    dua = (
        f"{sebutan} berakhir {tanggal_indonesia(akhir_lama)}, "
        f"penggantinya ditandatangani {tanggal_indonesia(ttd_baru)}."
    )
    if jeda > 0:
        return f"Ada jeda {jeda} hari tanpa naskah: {dua}"
    return f"Ada tumpang tindih {-jeda} hari: {dua}" if jeda < 0 else ""


def _terlalu_lama(ttd: date | None, berakhir: date | None) -> str:
    batas = "Kesepakatan Bersama, KSDPL, dan KSDLL paling lama 5 tahun."
    if ttd and berakhir is None:
        return f"Tanggal berakhir belum diisi; {batas}"
    if ttd and berakhir and _lebih_dari(TAHUN_TERBANYAK, ttd, berakhir):
        return f"Jangka waktu lebih dari 5 tahun; {batas}"
    return ""


def _lebih_dari(tahun: int, ttd: date, berakhir: date) -> bool:
    """Without a date in between, which may lie beyond what dates can hold."""
    lama = (berakhir.year - tahun, berakhir.month, berakhir.day)
    return lama > (ttd.year, ttd.month, ttd.day)


def _janggal(ttd: date | None, berakhir: date | None) -> str:
    if not ttd or not berakhir or not _lebih_dari(TAHUN_JANGGAL, ttd, berakhir):
        return ""
    return (
        f"Jangka waktu lebih dari {TAHUN_JANGGAL} tahun; periksa tanggal berakhir dan dasar "
        "hukumnya."
    )


def _pengajuan(berakhir: date, per: date) -> str:
    batas = tambah_bulan(berakhir, -BULAN_PENGAJUAN)
    if tambah_bulan(batas, -BULAN_PENGAJUAN) <= per <= batas:
        return (
            "Perpanjangan KSDPL/KSDLL diajukan paling lambat 6 bulan sebelum berakhir, yaitu "
            f"{tanggal_indonesia(batas)}."
        )
    if batas < per <= berakhir:
        return (
            "Batas pengajuan perpanjangan KSDPL/KSDLL (6 bulan sebelum berakhir) sudah lewat "
            f"sejak {tanggal_indonesia(batas)}."
        )
    return ""


def _lewat(berakhir: date, per: date) -> str:
    if per <= berakhir:
        return ""
    return (
        f"Masa berlaku sudah lewat sejak {tanggal_indonesia(berakhir)}; statusnya menjadi Berakhir "
        "malam ini. Bila diperpanjang, catat addendumnya atau naskah yang menggantikannya."
    )
