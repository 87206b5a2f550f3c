"""What waits for the staff of Bagian Kerja Sama."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.urls import reverse

from kerjasama.enums import StatusImpor
from kerjasama.models import Impor
from pelaporan.enums import StatusLaporanMitra
from pelaporan.models import KewajibanLaporan, LaporanMitra
from pelaporan.queries import tugas_setoran, tugas_teguran
from pelaporan.queries.laporan_mitra import terakhir_dahulu
from pelaporan.queries.tugas import (
    Petak,
    Sumber,
    Tugas,
    alamat,
    tugas_kegiatan,
    tugas_tindak_lanjut,
)
from pelaporan.queries.tugas_berakhir import berakhir
from pelaporan.queries.tugas_perpanjangan import perpanjangan
from pengawasan.enums import (
    JenisTindakLanjut,
    StatusBeritaAcara,
    StatusKegiatan,
    StatusTindakLanjut,
)
from pengawasan.models import BeritaAcara, Jadwal, Kegiatan, TindakLanjut
from pengawasan.models.jadwal import TENGGAT
from pengawasan.queries.jadwal import direncanakan

if TYPE_CHECKING:
    from inti.models import Pengguna

JADWAL, KEGIATAN = "pengawasan:jadwal-daftar", "pengawasan:kegiatan-daftar"
LAPORAN, TINDAK_LANJUT = "pelaporan:laporan-mitra-daftar", "pengawasan:tindak-lanjut-daftar"
PERENCANAAN = timedelta(days=30)
TINDAKAN_STAF: dict[str, str] = {
    JenisTindakLanjut.PENGAKHIRAN: "Catat pengakhiran",
    JenisTindakLanjut.TEGURAN: "Pilih mitra",
}


def staf(pengguna: Pengguna, hari_ini: date) -> tuple[list[Petak], list[Sumber]]:
    """Plan, verify, review, close; imported rows and money that need a person."""
    baris = _baris(pengguna, hari_ini)
    petak_uang, sumber_uang = tugas_setoran.pengawas(pengguna, hari_ini)
    petak_akhir, sumber_akhir = berakhir(pengguna, hari_ini)
    petak_batas, sumber_batas = perpanjangan(pengguna)
    return (
        [*_petak(baris), petak_batas, *petak_uang, *petak_akhir],
        [
            *_sumber(baris, hari_ini),
            sumber_batas,
            tugas_teguran.staf(pengguna, hari_ini),
            *sumber_uang,
            *sumber_akhir,
        ],
    )


def _baris(pengguna: Pengguna, hari_ini: date) -> dict[str, Any]:
    jadwal = Jadwal.objects.terlihat_oleh(pengguna)
    # Said by one column, which has an index of its own.
    terbuka = jadwal.terbuka().alias(hari=TENGGAT)
    nanti = hari_ini + PERENCANAAN
    kegiatan = Kegiatan.objects.terlihat_oleh(pengguna)
    tindak_lanjut = TindakLanjut.objects.terlihat_oleh(pengguna)
    dilaporkan = tindak_lanjut.filter(status=StatusTindakLanjut.DILAPORKAN)
    berita = BeritaAcara.objects.terlihat_oleh(pengguna).filter(status=StatusBeritaAcara.DIAJUKAN)
    return {
        "terlambat": terbuka.filter(hari__lt=hari_ini),
        "dekat": terbuka.filter(hari__range=(hari_ini, nanti)),
        "perlu_rencana": terbuka.filter(~direncanakan(), hari__lte=nanti).order_by("hari", "pk"),
        "kegiatan": kegiatan.filter(status=StatusKegiatan.DIRENCANAKAN),
        "berita": berita.order_by("diterima_pada"),
        "kegiatan_berita": kegiatan.filter(Exists(berita.filter(kegiatan=OuterRef("pk")))),
        "laporan": LaporanMitra.objects.terlihat_oleh(pengguna).filter(
            status=StatusLaporanMitra.DISAMPAIKAN
        ),
        "belum": KewajibanLaporan.objects.terlihat_oleh(pengguna).terlambat_pada(hari_ini),
        "tindak_lanjut": dilaporkan,
        "perlu_staf": dilaporkan | tindak_lanjut.menunggu_staf(),
        "impor": Impor.objects.filter(status=StatusImpor.DITINJAU),
    }


def _petak(baris: dict[str, Any]) -> list[Petak]:
    belum = "pelaporan:laporan-mitra-belum"
    semua = (
        ("Jadwal terlambat", "terlambat", JADWAL, "tempo=terlambat", "danger"),
        ("Jadwal dalam 30 hari", "dekat", JADWAL, "tempo=30", ""),
        ("Menunggu surat tugas", "kegiatan", KEGIATAN, "status=direncanakan", ""),
        (
            "Berita acara menunggu verifikasi",
            "kegiatan_berita",
            KEGIATAN,
            "berita_acara=diajukan",
            "warning",
        ),
        ("Laporan mitra menunggu tinjauan", "laporan", LAPORAN, "status=disampaikan", "warning"),
        ("Laporan mitra terlambat", "belum", belum, "keadaan=terlambat", "danger"),
        (
            "Tindak lanjut menunggu ditutup",
            "tindak_lanjut",
            TINDAK_LANJUT,
            "status=dilaporkan",
            "",
        ),
    )
    return [
        Petak(label, baris[k], alamat(url, saring), nada) for label, k, url, saring, nada in semua
    ]


def _sumber(baris: dict[str, Any], hari_ini: date) -> list[Sumber]:
    return [
        Sumber(
            baris["perlu_rencana"].select_related("naskah"),
            lambda satu: _rencanakan(satu, hari_ini),
            "Jadwal pemantauan dan evaluasi muncul 30 hari sebelum jatuh tempo.",
            daftar=("jadwal belum direncanakan", reverse(JADWAL)),
        ),
        Sumber(
            baris["berita"].select_related("kegiatan__naskah", "perangkat_daerah"),
            _verifikasi,
            "Berita acara muncul setelah diajukan Perangkat Daerah.",
            daftar=("berita acara menunggu verifikasi", alamat(KEGIATAN, "berita_acara=diajukan")),
        ),
        Sumber(
            terakhir_dahulu(baris["laporan"]).reverse(),
            _tinjau_laporan,
            "Laporan mitra muncul setelah disampaikan melalui portal.",
            daftar=("laporan mitra menunggu tinjauan", alamat(LAPORAN, "status=disampaikan")),
        ),
        Sumber(
            baris["kegiatan"].select_related("naskah").order_by("tanggal_rencana"),
            lambda satu: tugas_kegiatan(satu, "Menunggu surat tugas", "Buka kegiatan", hari_ini),
            "Kegiatan yang direncanakan menunggu surat tugas Ketua TKKSD.",
            daftar=("kegiatan menunggu surat tugas", alamat(KEGIATAN, "status=direncanakan")),
        ),
        Sumber(
            baris["perlu_staf"].untuk_daftar().order_by("tenggat", "pk"),
            lambda satu: tugas_tindak_lanjut(satu, _tindakan(satu), hari_ini),
            "Tindak lanjut muncul setelah dilaporkan selesai oleh penanggung jawabnya, pengakhiran "
            "setelah diputuskan, dan teguran selama menunggu mitranya dipilih.",
            daftar=("tindak lanjut menunggu Anda", reverse(TINDAK_LANJUT)),
        ),
        Sumber(
            baris["impor"],
            _tinjau_impor,
            "Daftar naskah yang diimpor menunggu peninjauan.",
            daftar=("daftar impor menunggu peninjauan", reverse("kerjasama:impor-daftar")),
        ),
    ]


def _rencanakan(jadwal: Jadwal, hari_ini: date) -> Tugas:
    return Tugas(
        judul=f"{jadwal.get_jenis_display()}: {jadwal.naskah.judul}",
        keterangan=f"Jadwal ke-{jadwal.ke} belum direncanakan · {jadwal.naskah}",
        tautan=alamat("pengawasan:kegiatan-tambah", f"jadwal={jadwal.pk}"),
        tindakan="Rencanakan",
        tenggat=jadwal.tenggat,
        terlambat=jadwal.tenggat < hari_ini,
    )


def _verifikasi(berita: BeritaAcara) -> Tugas:
    return Tugas(
        judul=f"{berita.get_jenis_display()}: {berita.kegiatan.naskah.judul}",
        keterangan=f"Menunggu verifikasi · {berita.perangkat_daerah}",
        tautan=berita.get_absolute_url(),
        tindakan="Verifikasi",
    )


def _tinjau_laporan(laporan: LaporanMitra) -> Tugas:
    kewajiban = laporan.kewajiban
    return Tugas(
        judul=f"{kewajiban.sebutan} {kewajiban.mitra}",
        keterangan=f"Laporan mitra menunggu tinjauan · {kewajiban.naskah}",
        tautan=laporan.get_absolute_url(),
        tindakan="Tinjau",
    )


def _tindakan(butir: TindakLanjut) -> str:
    if butir.status == StatusTindakLanjut.DILAPORKAN:
        return "Periksa dan tutup"
    return TINDAKAN_STAF[butir.jenis]


def _tinjau_impor(impor: Impor) -> Tugas:
    return Tugas(
        judul=f"Daftar {impor.nama}",
        keterangan="Baris yang diimpor menunggu peninjauan",
        tautan=impor.get_absolute_url(),
        tindakan="Tinjau",
    )
