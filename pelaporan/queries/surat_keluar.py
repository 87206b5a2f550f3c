"""The request for a mitra's report, and the nota dinas on huruf f and h."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.models import Pemerintah
from inti.putusan import BOLEH, Putusan, tolak
from inti.roles import Kemampuan, mampu
from pelaporan.enums import JenisDokumen, StatusKewajibanLaporan, StatusLaporanMitra
from pelaporan.models import Bundel, KewajibanLaporan, Laporan
from pelaporan.permissions import boleh_melihat_laporan_mitra, boleh_menerbitkan_surat
from pelaporan.queries.bahan import (
    KETUA_TIM,
    KETUA_TKKSD,
    bahan_naskah_cetak,
    bahan_pejabat,
)
from pelaporan.queries.sumber_dokumen import Sumber
from pengawasan.enums import JenisRekomendasi, StatusRekomendasi
from pengawasan.models import Rekomendasi
from pengawasan.permissions import boleh_melihat_semua

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna

# What the head of government decides, once the chair agreed.
HURUF = (JenisRekomendasi.F, JenisRekomendasi.H)
DISETUJUI_KETUA = (
    StatusRekomendasi.MENUNGGU_WALIKOTA,
    StatusRekomendasi.DISETUJUI,
    StatusRekomendasi.DITOLAK,
)


# --- The request for a report (Pasal 9) -----------------------------------------------------


def _boleh_permintaan(pengguna: Pengguna, _: KewajibanLaporan) -> Putusan:
    """The government's side, and the mitra to whom it is addressed."""
    if mampu(pengguna.peran, Kemampuan.ISI_LAPORAN_MITRA):
        return BOLEH
    return boleh_melihat_laporan_mitra(pengguna)


def siap_permintaan(kewajiban: KewajibanLaporan) -> Putusan:
    """Due or asked for besides, and nothing waits to be reviewed."""
    if kewajiban.status != StatusKewajibanLaporan.TERBUKA:
        return tolak("Laporan ini tidak lagi ditunggu.")
    if kewajiban.ke and kewajiban.jatuh_tempo > timezone.localdate():
        pada = tanggal_indonesia(kewajiban.jatuh_tempo)
        return tolak(f"Laporan ini baru jatuh tempo pada {pada}.")
    laporan = getattr(kewajiban, "laporan", None)
    if laporan and laporan.status == StatusLaporanMitra.DISAMPAIKAN:
        return tolak("Laporan ini sudah disampaikan dan menunggu ditinjau.")
    return BOLEH


def _batal_permintaan(kewajiban: KewajibanLaporan) -> str:
    """Only a duty that is none takes the letter with it; one that was met does not."""
    if kewajiban.status != StatusKewajibanLaporan.DIGANTIKAN:
        return ""
    return f"Laporan ini tidak diwajibkan lagi: {kewajiban.alasan_status}"


def bahan_permintaan(kewajiban: KewajibanLaporan) -> dict[str, Any]:
    """The letter to one mitra, in the name of the head of government."""
    hari_ini, pemerintah = timezone.localdate(), Pemerintah.objects.saat_ini()
    ketua = bahan_pejabat(KETUA_TKKSD, hari_ini)
    sebutan = f"laporan ke-{kewajiban.ke}" if kewajiban.ke else f"laporan {kewajiban.perihal}"
    return {
        "judul": f"Permintaan {sebutan} {kewajiban.mitra.nama_pada(hari_ini)}",
        "mitra": kewajiban.mitra.nama_pada(hari_ini),
        "naskah": bahan_naskah_cetak(kewajiban.naskah, hari_ini),
        "laporan": sebutan,
        "diminta": kewajiban.ke is None,
        "jatuh_tempo": tanggal_indonesia(kewajiban.jatuh_tempo),
        "batas": tanggal_indonesia(kewajiban.batas),
        "lewat": kewajiban.batas < hari_ini,
        "dikembalikan": _dikembalikan(kewajiban),
        "kepala": pemerintah.kepala_daerah_lengkap,
        "pejabat": bahan_pejabat(KETUA_TIM, hari_ini)
        | {
            "atas_nama": pemerintah.kepala_daerah_lengkap,
            "untuk_beliau": ketua["jabatan"] or "Sekretaris Daerah",
        },
        "lampiran": [],
    }


def _dikembalikan(kewajiban: KewajibanLaporan) -> str:
    """Until when a returned report is awaited again; empty for one that never came."""
    laporan = getattr(kewajiban, "laporan", None)
    if laporan is None or laporan.status != StatusLaporanMitra.DIKEMBALIKAN:
        return ""
    return tanggal_indonesia(laporan.batas_perbaikan)


# --- The nota dinas on huruf f and h (Pasal 3 ayat (2), Pasal 6 ayat (7)) -------------------


def rekomendasi_nota(laporan: Laporan) -> QuerySet[Rekomendasi]:
    """What the chair agreed to and the head of government decides."""
    milik = Rekomendasi.objects.milik(laporan.kegiatan)
    return milik.filter(jenis__in=HURUF, status__in=DISETUJUI_KETUA).select_related(
        "baris__perangkat_daerah"
    )


def siap_nota(laporan: Laporan) -> Putusan:
    """There is such a recommendation, in a report whose bundle was not revoked."""
    if not rekomendasi_nota(laporan).exists():
        return tolak(
            "Nota dinas diterbitkan setelah Ketua TKKSD menyetujui rekomendasi huruf f atau h."
        )
    alasan = _batal_nota(laporan)
    return tolak(alasan) if alasan else BOLEH


def _batal_nota(laporan: Laporan) -> str:
    """It speaks of a report that was declared void since."""
    bundel = Bundel.objects.dicabut().filter(laporan=laporan).first()
    return f"Bundel laporannya dicabut: {bundel.alasan_cabut}" if bundel else ""


def bahan_nota(laporan: Laporan) -> dict[str, Any]:
    """Each recommendation with its problem, the chair's word, and the decision once taken."""
    hari_ini, kegiatan = timezone.localdate(), laporan.kegiatan
    pemerintah = Pemerintah.objects.saat_ini()
    return {
        "judul": f"Nota dinas rekomendasi {kegiatan.naskah}",
        "kepada": pemerintah.kepala_daerah_lengkap,
        "sebutan_kepala": pemerintah.kepala_daerah,
        "naskah": bahan_naskah_cetak(kegiatan.naskah, hari_ini),
        "laporan": {
            "nomor": str(laporan.nomor),
            "tanggal": tanggal_indonesia(laporan.tanggal) if laporan.tanggal else "",
        },
        "rekomendasi": [_rekomendasi(r) for r in rekomendasi_nota(laporan)],
        "pejabat": bahan_pejabat(KETUA_TKKSD, hari_ini),
        "lampiran": [],
    }


def _rekomendasi(r: Rekomendasi) -> dict[str, Any]:
    pada = timezone.localdate(r.diputuskan_pada) if r.diputuskan_pada else None
    return {
        "huruf": r.jenis,
        "nama": r.get_jenis_display(),
        "uraian": r.uraian or r.baris.tindak_lanjut,
        "permasalahan": r.baris.permasalahan,
        "unit": str(r.baris.perangkat_daerah or "–"),
        "ketua": f"Disetujui {tanggal_indonesia(pada)}" if pada else "",
        "catatan": r.catatan_ketua,
        "putusan": ""
        if r.status == StatusRekomendasi.MENUNGGU_WALIKOTA
        else r.get_status_display(),
    }


SUMBER = {
    JenisDokumen.PERMINTAAN_LAPORAN: Sumber(
        model=KewajibanLaporan,
        templat="pelaporan/cetak/dokumen/permintaan_laporan.html",
        boleh=_boleh_permintaan,
        siap=siap_permintaan,
        tanggal=lambda _: timezone.localdate(),
        bahan=bahan_permintaan,
        bernomor=True,
        batal=_batal_permintaan,
        terbit=boleh_menerbitkan_surat,
    ),
    JenisDokumen.NOTA_DINAS: Sumber(
        model=Laporan,
        templat="pelaporan/cetak/dokumen/nota_dinas.html",
        boleh=lambda pengguna, _: boleh_melihat_semua(pengguna),
        siap=siap_nota,
        tanggal=lambda _: timezone.localdate(),
        bahan=bahan_nota,
        bernomor=True,
        batal=_batal_nota,
        terbit=boleh_menerbitkan_surat,
    ),
}
