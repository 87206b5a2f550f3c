"""What waits for the staff of Bagian Kerja Sama."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

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

if TYPE_CHECKING:
    from inti.models import Pengguna

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
    terbuka = jadwal.terbuka()
    nanti = hari_ini + PERENCANAAN
    kegiatan = Kegiatan.objects.terlihat_oleh(pengguna)
    direncanakan = kegiatan.exclude(status=StatusKegiatan.DIBATALKAN).filter(jadwal=OuterRef("pk"))
    berita = BeritaAcara.objects.terlihat_oleh(pengguna).filter(status=StatusBeritaAcara.DIAJUKAN)
    return {
        "terlambat": jadwal.terlambat_pada(hari_ini),
        "dekat": terbuka.filter(_tenggat(range=(hari_ini, nanti))),
        "perlu_rencana": terbuka.filter(_tenggat(lte=nanti), ~Exists(direncanakan)).order_by(
            Coalesce("ditunda_sampai", "jatuh_tempo"), "pk"
        ),
        "kegiatan": kegiatan.filter(status=StatusKegiatan.DIRENCANAKAN),
        "berita": berita.order_by("diterima_pada"),
        "kegiatan_berita": kegiatan.filter(Exists(berita.filter(kegiatan=OuterRef("pk")))),
        "laporan": LaporanMitra.objects.terlihat_oleh(pengguna).filter(
            status=StatusLaporanMitra.DISAMPAIKAN
        ),
        "belum": KewajibanLaporan.objects.terlihat_oleh(pengguna).terlambat_pada(hari_ini),
        "tindak_lanjut": TindakLanjut.objects.terlihat_oleh(pengguna).filter(
            status=StatusTindakLanjut.DILAPORKAN
        ),
        "perlu_staf": TindakLanjut.objects.terlihat_oleh(pengguna).menunggu_staf(),
        "impor": Impor.objects.filter(status=StatusImpor.DITINJAU),
    }


def _tenggat(**batas: Any) -> Q:
    """On the postponed date where one was granted, else on the legal date."""
    ((cara, nilai),) = batas.items()
    ditunda, sah = {f"ditunda_sampai__{cara}": nilai}, {f"jatuh_tempo__{cara}": nilai}
    return Q(**ditunda) | Q(ditunda_sampai=None, **sah)


def _petak(baris: dict[str, Any]) -> list[Petak]:
    jadwal, kegiatan = "pengawasan:jadwal-daftar", "pengawasan:kegiatan-daftar"
    laporan, belum = "pelaporan:laporan-mitra-daftar", "pelaporan:laporan-mitra-belum"
    semua = (
        ("Jadwal terlambat", "terlambat", jadwal, "tempo=terlambat", "danger"),
        ("Jadwal dalam 30 hari", "dekat", jadwal, "tempo=30", ""),
        ("Menunggu surat tugas", "kegiatan", kegiatan, "status=direncanakan", ""),
        (
            "Berita acara menunggu verifikasi",
            "kegiatan_berita",
            kegiatan,
            "berita_acara=diajukan",
            "warning",
        ),
        ("Laporan mitra menunggu tinjauan", "laporan", laporan, "status=disampaikan", "warning"),
        ("Laporan mitra terlambat", "belum", belum, "keadaan=terlambat", "danger"),
        (
            "Tindak lanjut menunggu ditutup",
            "tindak_lanjut",
            "pengawasan:tindak-lanjut-daftar",
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
        ),
        Sumber(
            baris["berita"].select_related("kegiatan__naskah", "perangkat_daerah"),
            _verifikasi,
            "Berita acara muncul setelah diajukan Perangkat Daerah.",
        ),
        Sumber(
            terakhir_dahulu(baris["laporan"]).reverse(),
            _tinjau_laporan,
            "Laporan mitra muncul setelah disampaikan melalui portal.",
        ),
        Sumber(
            baris["kegiatan"].select_related("naskah").order_by("tanggal_rencana"),
            lambda satu: tugas_kegiatan(satu, "Menunggu surat tugas", "Buka kegiatan", hari_ini),
            "Kegiatan yang direncanakan menunggu surat tugas Ketua TKKSD.",
        ),
        Sumber(
            baris["tindak_lanjut"].untuk_daftar().order_by("tenggat"),
            lambda satu: tugas_tindak_lanjut(satu, "Periksa dan tutup", hari_ini),
            "Tindak lanjut muncul setelah dilaporkan selesai oleh penanggung jawabnya.",
        ),
        Sumber(
            baris["perlu_staf"].untuk_daftar().order_by("tenggat", "pk"),
            lambda satu: tugas_tindak_lanjut(satu, TINDAKAN_STAF[satu.jenis], hari_ini),
            "Pengakhiran yang diputuskan, dan teguran yang menunggu mitranya dipilih.",
        ),
        Sumber(baris["impor"], _tinjau_impor, "Daftar naskah yang diimpor menunggu peninjauan."),
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


def _tinjau_impor(impor: Impor) -> Tugas:
    return Tugas(
        judul=f"Daftar {impor.nama}",
        keterangan="Baris yang diimpor menunggu peninjauan",
        tautan=impor.get_absolute_url(),
        tindakan="Tinjau",
    )
