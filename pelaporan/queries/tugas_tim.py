"""What waits for the Tim Pengawasan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from inti.formats import tanggal_indonesia
from pelaporan.enums import StatusLaporan
from pelaporan.models import Laporan
from pelaporan.queries import tugas_siklus, tugas_teguran
from pelaporan.queries.tugas import Petak, Sumber, Tugas, alamat, tugas_kegiatan
from pelaporan.queries.tugas_kertas_kerja import sumber_kertas_kerja
from pengawasan.enums import JenisKegiatan, StatusKegiatan
from pengawasan.models import BarisMatrik, Kegiatan

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pelaporan.models.laporan import LaporanQuerySet

# Came back to the team, to be mended and sent again.
KEMBALI = (StatusLaporan.DIKEMBALIKAN, StatusLaporan.DICABUT)
DAFTAR = "pengawasan:kegiatan-daftar"


def tim(pengguna: Pengguna, hari_ini: date) -> tuple[list[Petak], list[Sumber]]:
    """Carry out what was assigned, fill in the matrix, write and mend the reports."""
    kegiatan = Kegiatan.objects.terlihat_oleh(pengguna).select_related("naskah", "laporan")
    ditugaskan = kegiatan.filter(status=StatusKegiatan.DITUGASKAN).order_by("tanggal_rencana")
    dilaksanakan = kegiatan.filter(status=StatusKegiatan.DILAKSANAKAN)
    lengkap = kegiatan.filter(status=StatusKegiatan.DIDOKUMENTASIKAN)
    kembali = Laporan.objects.terlihat_oleh(pengguna).filter(status__in=KEMBALI)
    dikembalikan = kembali.filter(status=StatusLaporan.DIKEMBALIKAN)
    petak = [
        Petak("Kegiatan ditugaskan", ditugaskan, alamat(DAFTAR, "status=ditugaskan")),
        Petak(
            "Dokumentasi belum lengkap",
            dilaksanakan,
            alamat(DAFTAR, "status=dilaksanakan"),
            "warning",
        ),
        Petak(
            "Kegiatan menunggu laporan",
            lengkap,
            alamat(DAFTAR, "status=didokumentasikan"),
            "warning",
        ),
        Petak(
            "Laporan dikembalikan",
            dikembalikan,
            alamat("pelaporan:laporan-daftar", "status=dikembalikan"),
            "danger",
        ),
    ]
    petak_tunda, sumber_tunda = tugas_siklus.penundaan(pengguna)
    sumber = _sumber(ditugaskan, dilaksanakan | lengkap, kembali, hari_ini)
    kertas = sumber_kertas_kerja(pengguna, hari_ini, tim=True)
    return petak + petak_tunda, [
        *sumber_tunda,
        *sumber,
        tugas_teguran.penilai(pengguna, hari_ini),
        kertas,
    ]


def _sumber(
    ditugaskan: QuerySet[Kegiatan],
    terlaksana: QuerySet[Kegiatan],
    kembali: LaporanQuerySet,
    hari_ini: date,
) -> list[Sumber]:
    baris = BarisMatrik.objects.filter(matrik__kegiatan=OuterRef("pk"))
    terbuka = Q(status=StatusKegiatan.DILAKSANAKAN)
    kosong = terbuka & Q(jenis=JenisKegiatan.EVALUASI) & ~Exists(baris)
    urut = terlaksana.order_by("tanggal_pelaksanaan", "pk")
    return [
        Sumber(
            kembali.untuk_daftar().order_by("diputuskan_pada", "pk"),
            _perbaiki_laporan,
            "Laporan yang dikembalikan Ketua TKKSD atau dicabut muncul untuk diperbaiki.",
            daftar=("laporan menunggu diperbaiki", reverse("pelaporan:laporan-daftar")),
        ),
        Sumber(
            urut.filter(kosong),
            _isi_matrik,
            "Evaluasi yang matriknya belum diisi muncul setelah berita acaranya diverifikasi.",
            daftar=("matrik belum diisi", alamat(DAFTAR, "status=dilaksanakan")),
        ),
        Sumber(
            urut.filter(~kosong).exclude(laporan__in=kembali),
            _lengkapi_atau_laporkan,
            "Kegiatan yang sudah dilaksanakan menunggu dokumentasi, lalu laporannya.",
            daftar=("kegiatan menunggu dokumentasi atau laporan", reverse(DAFTAR)),
        ),
        Sumber(
            ditugaskan,
            lambda satu: tugas_kegiatan(satu, "Ditugaskan", "Buka kegiatan", hari_ini),
            "Kegiatan muncul setelah surat tugas diterbitkan.",
            daftar=("kegiatan ditugaskan", alamat(DAFTAR, "status=ditugaskan")),
        ),
    ]


def _perbaiki_laporan(laporan: Laporan) -> Tugas:
    kegiatan = laporan.kegiatan
    dicabut = laporan.status == StatusLaporan.DICABUT
    sebab = "Laporan dicabut" if dicabut else "Laporan dikembalikan Ketua TKKSD"
    return Tugas(
        judul=f"{kegiatan.get_jenis_display()}: {kegiatan.naskah.judul}",
        keterangan=f"{sebab} · {kegiatan.naskah}",
        tautan=laporan.get_absolute_url(),
        tindakan="Perbaiki",
    )


def _isi_matrik(kegiatan: Kegiatan) -> Tugas:
    return Tugas(
        judul=f"Evaluasi: {kegiatan.naskah.judul}",
        keterangan=f"Matrik belum diisi · dilaksanakan {_tanggal(kegiatan.tanggal_pelaksanaan)}",
        tautan=reverse("pengawasan:matrik-rincian", args=[kegiatan.pk]),
        tindakan="Isi matrik",
    )


def _lengkapi_atau_laporkan(kegiatan: Kegiatan) -> Tugas:
    if kegiatan.status == StatusKegiatan.DIDOKUMENTASIKAN:
        return _susun_laporan(kegiatan)
    pada = _tanggal(kegiatan.tanggal_pelaksanaan)
    return Tugas(
        judul=f"{kegiatan.get_jenis_display()}: {kegiatan.naskah.judul}",
        keterangan=f"Dokumentasi belum dinyatakan lengkap · dilaksanakan {pada}",
        tautan=f"{kegiatan.get_absolute_url()}#dokumentasi",
        tindakan="Lengkapi dokumentasi",
    )


def _susun_laporan(kegiatan: Kegiatan) -> Tugas:
    laporan = getattr(kegiatan, "laporan", None)
    return Tugas(
        judul=f"{kegiatan.get_jenis_display()}: {kegiatan.naskah.judul}",
        keterangan=f"Laporan belum dikirim · dilaksanakan {_tanggal(kegiatan.tanggal_pelaksanaan)}",
        tautan=laporan.get_absolute_url()
        if laporan
        else alamat("pelaporan:laporan-tambah", f"kegiatan={kegiatan.pk}"),
        tindakan="Lanjutkan laporan" if laporan else "Susun laporan",
    )


def _tanggal(tanggal: date | None) -> str:
    return tanggal_indonesia(tanggal) if tanggal else "–"
