"""What waits for a Perangkat Daerah."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.urls import reverse

from kerjasama.models import NaskahPerangkatDaerah
from pelaporan.queries import tugas_setoran
from pelaporan.queries.tugas import (
    Petak,
    Sumber,
    Tugas,
    alamat,
    tugas_kegiatan,
    tugas_tindak_lanjut,
)
from pelaporan.queries.tugas_kertas_kerja import sumber_kertas_kerja
from pelaporan.queries.tugas_pimpinan import petak_belum_dibaca, sumber_belum_dibaca
from pengawasan.enums import Metode, StatusBeritaAcara, StatusKegiatan, StatusTindakLanjut
from pengawasan.models import BeritaAcara, Kegiatan, TindakLanjut

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna

BELUM_DIAJUKAN = (StatusBeritaAcara.DIKEMBALIKAN, StatusBeritaAcara.DRAF)


def perangkat_daerah(pengguna: Pengguna, hari_ini: date) -> tuple[list[Petak], list[Sumber]]:
    """Berita acara to submit or mend, own follow-up, money, reports to read."""
    kegiatan = Kegiatan.objects.terlihat_oleh(pengguna)
    ditugaskan = kegiatan.filter(status=StatusKegiatan.DITUGASKAN)
    petak = [
        Petak(
            "Kegiatan ditugaskan",
            ditugaskan,
            alamat("pengawasan:kegiatan-daftar", "status=ditugaskan"),
        ),
        Petak(
            "Tindak lanjut terlambat",
            TindakLanjut.objects.terlihat_oleh(pengguna).terlambat_pada(hari_ini),
            alamat("pengawasan:tindak-lanjut-daftar", "terlambat=ya"),
            "danger",
        ),
        petak_belum_dibaca(pengguna),
    ]
    petak_uang, sumber_uang = tugas_setoran.pengawas(pengguna, hari_ini, _naskah_unit(pengguna))
    return petak + petak_uang, _sumber(pengguna, hari_ini) + sumber_uang


def _unit(pengguna: Pengguna) -> QuerySet[Any]:
    return pengguna.keanggotaan.aktif().exclude(perangkat_daerah=None).values("perangkat_daerah")


def _naskah_unit(pengguna: Pengguna) -> QuerySet[Any]:
    """Of their own units: of a naskah that they only supervise for a time they read."""
    unit = NaskahPerangkatDaerah.objects.filter(perangkat_daerah__in=_unit(pengguna))
    return unit.values("naskah")


def _sumber(pengguna: Pengguna, hari_ini: date) -> list[Sumber]:
    unit = _unit(pengguna)
    milik = BeritaAcara.objects.terlihat_oleh(pengguna).filter(perangkat_daerah__in=unit)
    terbuka = TindakLanjut.objects.terlihat_oleh(pengguna).filter(
        status=StatusTindakLanjut.TERBUKA, perangkat_daerah__in=unit
    )
    ditugaskan = Kegiatan.objects.terlihat_oleh(pengguna).filter(
        ~Exists(milik.filter(kegiatan=OuterRef("pk"))),
        status=StatusKegiatan.DITUGASKAN,
        naskah__in=_naskah_unit(pengguna),
    )
    return [
        Sumber(
            milik.filter(status__in=BELUM_DIAJUKAN).select_related("kegiatan__naskah"),
            _perbaiki_berita_acara,
            "Berita acara yang belum diajukan atau dikembalikan muncul untuk diperbaiki.",
            daftar=("berita acara belum diajukan", reverse("pengawasan:kegiatan-daftar")),
        ),
        Sumber(
            terbuka.untuk_daftar().order_by("tenggat"),
            lambda satu: tugas_tindak_lanjut(satu, "Laporkan", hari_ini),
            "Tindak lanjut muncul setelah rekomendasi evaluasi disetujui Ketua TKKSD.",
            daftar=(
                "tindak lanjut menunggu dilaporkan",
                alamat("pengawasan:tindak-lanjut-daftar", "status=terbuka"),
            ),
        ),
        Sumber(
            ditugaskan.select_related("naskah").order_by("tanggal_rencana"),
            lambda satu: _susun_berita_acara(satu, hari_ini),
            "Kegiatan pada naskah Anda muncul setelah surat tugas diterbitkan.",
            daftar=(
                "kegiatan menunggu berita acara",
                alamat("pengawasan:kegiatan-daftar", "status=ditugaskan"),
            ),
        ),
        sumber_belum_dibaca(pengguna),
        sumber_kertas_kerja(pengguna, hari_ini),
    ]


def _susun_berita_acara(kegiatan: Kegiatan, hari_ini: date) -> Tugas:
    tambah = reverse("pengawasan:berita-acara-tambah", args=[kegiatan.pk])
    tugas = tugas_kegiatan(kegiatan, "Ditugaskan", "Susun berita acara", hari_ini, tautan=tambah)
    if kegiatan.metode != Metode.TINJAU_LOKASI:
        return tugas
    lapangan = reverse("pengawasan:lapangan-isi", args=[kegiatan.pk])
    return replace(tugas, tautan_lain=lapangan, tindakan_lain="Isi di lokasi")


def _perbaiki_berita_acara(berita: BeritaAcara) -> Tugas:
    dikembalikan = berita.status == StatusBeritaAcara.DIKEMBALIKAN
    return Tugas(
        judul=f"{berita.get_jenis_display()}: {berita.kegiatan.naskah.judul}",
        keterangan="Dikembalikan untuk diperbaiki" if dikembalikan else "Draf belum diajukan",
        tautan=berita.get_absolute_url(),
        tindakan="Perbaiki" if dikembalikan else "Lanjutkan",
    )
