"""What the printed recaps say: the same figures and charts as on the page, as plain values."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.enums import JenisDaerah
from inti.formats import tanggal_indonesia
from inti.models import Pemerintah
from inti.putusan import BOLEH, Putusan, tolak
from kerjasama.models import Mitra
from pelaporan.enums import JenisDokumen, JenisRekap
from pelaporan.models import Rekap
from pelaporan.permissions import boleh_melihat_rekap, boleh_menerbitkan_surat
from pelaporan.queries import rekap as queries
from pelaporan.queries.bahan import KETUA_TIM, KETUA_TKKSD, bahan_pejabat
from pelaporan.queries.rekap_semester import butir_semester, naskah_semester
from pelaporan.queries.sumber_dokumen import Sumber
from pengawasan.permissions import boleh_melihat_semua

if TYPE_CHECKING:
    from collections.abc import Callable

    from pelaporan.domain.masa_rekap import Masa
    from pelaporan.queries.rekap import BarisRekap, Tabel
    from pelaporan.queries.rekap_semester import ButirSemester

KEPALA_DAERAH = "walikota"
# What one print can hold; a unit with more naskah takes the XLSX.
NASKAH_TERBANYAK = 300
MITRA_TERBANYAK = 300


def _sejenis(jenis: JenisRekap) -> Callable[[Rekap], Putusan]:
    """A recap is printed as what it is."""
    return lambda rekap: BOLEH if rekap.jenis == jenis else tolak("Ini rekap jenis lain.")


def siap_semester(rekap: Rekap) -> Putusan:
    """Few enough naskah for one print."""
    if not (putusan := _sejenis(JenisRekap.SEMESTER)(rekap)):
        return putusan
    if rekap.perangkat_daerah is None:
        return tolak("Pilih Perangkat Daerah lebih dahulu.")
    jumlah = naskah_semester(None, rekap.perangkat_daerah, rekap.masa).count()
    if jumlah <= NASKAH_TERBANYAK:
        return BOLEH
    return tolak(
        f"Ada {jumlah} naskah, lebih dari {NASKAH_TERBANYAK} yang dapat dicetak sekaligus. "
        "Unduh XLSX-nya."
    )


def bahan_tkksd(rekap: Rekap) -> dict[str, Any]:
    """The letter to the head of government with the figures of every unit."""
    hari_ini = timezone.localdate()
    isi, hitungan = queries.per_unit(
        queries.TKKSD,
        None,
        rekap.masa,
        unit=None,
        total=True,
        lain=[*queries.SISA, *queries.REKOMENDASI],
        hari_ini=hari_ini,
    )
    return _kepala(rekap) | {
        "kepada": Pemerintah.objects.saat_ini().kepala_daerah_lengkap,
        "pejabat": bahan_pejabat(KETUA_TKKSD, hari_ini),
        "tabel": _tabel(isi),
        "grafik": [
            asdict(queries.grafik_tugas(hitungan)),
            asdict(queries.grafik_rekomendasi(hitungan)),
        ],
    }


def bahan_gubernur(rekap: Rekap) -> dict[str, Any]:
    """The letter of the head of government to who stands above the government."""
    hari_ini = timezone.localdate()
    isi, _ = queries.per_kerja_sama(queries.GUBERNUR, None, rekap.masa, hari_ini=hari_ini)
    pemerintah = Pemerintah.objects.saat_ini()
    provinsi = pemerintah.jenis == JenisDaerah.PROVINSI
    pejabat = bahan_pejabat(KEPALA_DAERAH, hari_ini)
    lengkap = pemerintah.kepala_daerah_lengkap
    grafik = queries.grafik_kolom(isi, 0, judul="Naskah yang berlaku per jenis kerja sama")
    return _kepala(rekap) | {
        "kepada": "Menteri Dalam Negeri" if provinsi else f"Gubernur {pemerintah.provinsi}".strip(),
        "kepala": lengkap,
        "pejabat": pejabat
        | {"jabatan": pejabat["jabatan"].replace(pemerintah.kepala_daerah, lengkap) or lengkap},
        "tabel": _tabel(isi),
        "grafik": [asdict(grafik)],
    }


def bahan_monev(rekap: Rekap) -> dict[str, Any]:
    """Where the supervision stands on the day, per unit."""
    unit, masa = rekap.perangkat_daerah, rekap.masa
    isi, _ = queries.per_unit(
        queries.MONEV, None, masa, unit=unit, total=unit is None, hari_ini=masa.awal
    )
    return _kepala(rekap) | {
        "pejabat": bahan_pejabat(KETUA_TIM, timezone.localdate()),
        "tabel": _tabel(isi),
        "mitra": None if unit else _per_mitra(masa),
        "grafik": [asdict(queries.grafik_terlambat(isi))],
    }


def _per_mitra(masa: Masa) -> dict[str, Any]:
    """The same figures of every partner that has any; how many more than one print can hold."""
    mitra = list(Mitra.objects.aktif().order_by("nama", "pk"))
    isi = queries.per_mitra(queries.MONEV, None, masa, mitra=mitra)
    berisi = [b for b in isi.baris if any(s.nilai for s in b.sel)]
    terpilih = berisi[:MITRA_TERBANYAK]
    return {"tabel": _tabel(replace(isi, baris=terpilih)), "sisa": len(berisi) - len(terpilih)}


def bahan_semester(rekap: Rekap) -> dict[str, Any]:
    """The nine items of each naskah of the unit; signed by the head of the unit."""
    unit, masa, hari_ini = rekap.perangkat_daerah, rekap.masa, timezone.localdate()
    if unit is None:
        msg = "laporan semester disusun per perangkat daerah"
        raise ValueError(msg)
    isi, hitungan = queries.per_unit(
        queries.TUGAS, None, masa, unit=unit, total=False, lain=queries.SISA, hari_ini=hari_ini
    )
    butir = butir_semester(list(naskah_semester(None, unit, masa)), masa)
    kepala = unit.jabatan_kepala or f"Kepala {unit.nama_pada(hari_ini)}"
    return _kepala(rekap) | {
        "pejabat": {"nama": "", "nip": "", "jabatan": kepala},
        "tabel": _tabel(isi),
        "grafik": [asdict(queries.grafik_tugas(hitungan, unit.pk))],
        "butir": [_butir(satu) for satu in butir],
    }


def _kepala(rekap: Rekap) -> dict[str, Any]:
    """What every recap says of itself. While its period goes on, up to which day it tells."""
    masa, hari_ini = rekap.masa, timezone.localdate()
    berjalan = masa.awal <= hari_ini < masa.akhir
    unit = rekap.perangkat_daerah
    return {
        "judul": str(rekap),
        "masa": masa.label,
        "unit": unit.nama_pada(hari_ini) if unit else "",
        "sampai": tanggal_indonesia(hari_ini) if berjalan else "",
        "tanggal": tanggal_indonesia(hari_ini),
        "lampiran": [],
    }


def _tabel(isi: Tabel) -> dict[str, Any]:
    return {
        "menurut": isi.menurut,
        "judul": isi.judul,
        "baris": [_baris(b) for b in isi.baris],
        "semua": _baris(isi.semua) if isi.semua else None,
    }


def _baris(baris: BarisRekap) -> dict[str, Any]:
    return {
        "nama": baris.nama,
        "angka": [
            f"{s.nilai}" if s.dari is None else f"{s.nilai} dari {s.dari}" for s in baris.sel
        ],
    }


def _butir(butir: ButirSemester) -> dict[str, Any]:
    return {
        "judul": butir.judul,
        "bentuk": butir.bentuk,
        "para_pihak": butir.para_pihak,
        "maksud_tujuan": butir.maksud_tujuan,
        "objek": butir.objek,
        "jangka_waktu": butir.jangka_waktu,
        "permasalahan": butir.catatan.permasalahan,
        "upaya": butir.catatan.upaya,
        "lain": butir.catatan.lain,
    }


SUMBER = {
    JenisDokumen.REKAP_SEMESTER: Sumber(
        model=Rekap,
        templat="pelaporan/cetak/dokumen/rekap_semester.html",
        boleh=lambda pengguna, _: boleh_melihat_rekap(pengguna),
        siap=siap_semester,
        tanggal=lambda _: timezone.localdate(),
        bahan=bahan_semester,
    ),
    JenisDokumen.REKAP_TKKSD: Sumber(
        model=Rekap,
        templat="pelaporan/cetak/dokumen/rekap_tkksd.html",
        boleh=lambda pengguna, _: boleh_melihat_semua(pengguna),
        siap=_sejenis(JenisRekap.TKKSD),
        tanggal=lambda _: timezone.localdate(),
        bahan=bahan_tkksd,
        bernomor=True,
        terbit=boleh_menerbitkan_surat,
    ),
    JenisDokumen.REKAP_GUBERNUR: Sumber(
        model=Rekap,
        templat="pelaporan/cetak/dokumen/rekap_gubernur.html",
        boleh=lambda pengguna, _: boleh_melihat_semua(pengguna),
        siap=_sejenis(JenisRekap.GUBERNUR),
        tanggal=lambda _: timezone.localdate(),
        bahan=bahan_gubernur,
        bernomor=True,
        terbit=boleh_menerbitkan_surat,
    ),
    JenisDokumen.REKAP_MONEV: Sumber(
        model=Rekap,
        templat="pelaporan/cetak/dokumen/rekap_monev.html",
        boleh=lambda pengguna, _: boleh_melihat_rekap(pengguna),
        siap=_sejenis(JenisRekap.MONEV),
        tanggal=lambda rekap: rekap.masa.awal,
        bahan=bahan_monev,
    ),
}
