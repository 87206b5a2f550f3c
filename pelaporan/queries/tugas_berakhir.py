"""What of the expiry desk is to be done today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.urls import reverse

from inti.formats import tanggal_indonesia
from kerjasama.domain.akhir import batas_pengajuan
from kerjasama.models import LampiranBertanggal, Naskah
from kerjasama.queries.akhir import (
    lampiran_berakhir,
    naskah_berakhir,
    rentang,
    waktunya_mengajukan,
)
from pelaporan.queries.tugas import Petak, Sumber, Tugas, alamat
from pengawasan.queries.perpanjangan import bersama_perpanjangan, bulan_baku

if TYPE_CHECKING:
    from inti.models import Pengguna

MEJA = "akan-berakhir"


def berakhir(pengguna: Pengguna, hari_ini: date) -> tuple[list[Petak], list[Sumber]]:
    """Extensions to ask for, and attachments that end within a month or have ended."""
    naskah = waktunya_mengajukan(
        naskah_berakhir(Naskah.objects.terlihat_oleh(pengguna), hari_ini),
        hari_ini,
        baku=bulan_baku(hari_ini),
    ).order_by("tanggal_berakhir", "pk")
    lampiran = lampiran_berakhir(LampiranBertanggal.objects.terlihat_oleh(pengguna), hari_ini)
    dekat = lampiran.filter(berlaku_sampai__range=rentang("1", hari_ini))
    lewat = lampiran.filter(berlaku_sampai__range=rentang("lewat", hari_ini))
    petak = [
        Petak("Waktunya mengajukan perpanjangan", naskah, alamat(MEJA, "dalam=ajukan"), "warning"),
        Petak(
            "Lampiran berakhir dalam 1 bulan",
            dekat,
            alamat(MEJA, "dalam=1&benda=lampiran"),
            "warning",
        ),
        Petak("Lampiran kedaluwarsa", lewat, alamat(MEJA, "dalam=lewat&benda=lampiran"), "danger"),
    ]
    diusulkan = bersama_perpanjangan().filter(naskah=OuterRef("pk"))
    sumber = [
        Sumber(
            naskah.filter(~Exists(diusulkan)),
            lambda satu: _usulkan(satu, hari_ini),
            "Naskah muncul bila waktunya mengajukan perpanjangan sudah tiba.",
            daftar=("naskah waktunya mengajukan perpanjangan", alamat(MEJA, "dalam=ajukan")),
        ),
        Sumber(lewat, _kedaluwarsa, ringkas=True),
        Sumber(
            dekat,
            _segera_habis,
            "Jaminan, asuransi, dan izin muncul 1 bulan sebelum berakhir.",
            ringkas=True,
        ),
    ]
    return petak, sumber


def _usulkan(naskah: Any, hari_ini: date) -> Tugas:
    batas = batas_pengajuan(naskah.tanggal_berakhir, naskah.bulan_tenggang)
    berakhir = tanggal_indonesia(naskah.tanggal_berakhir)
    return Tugas(
        judul=f"Perpanjangan: {naskah.judul}",
        keterangan=f"Ajukan {naskah.bulan_tenggang} bulan sebelum berakhir {berakhir} · {naskah}",
        tautan=reverse("pengawasan:perpanjangan-usulkan", args=[naskah.pk]),
        tindakan="Usulkan perpanjangan",
        tenggat=batas,
        terlambat=batas < hari_ini,
    )


def _kedaluwarsa(jumlah: int) -> Tugas:
    return Tugas(
        judul=f"{jumlah} lampiran kedaluwarsa",
        keterangan="Jaminan, asuransi, atau izin yang perlu diperpanjang atau ditutup",
        tautan=alamat(MEJA, "dalam=lewat&benda=lampiran"),
        tindakan="Buka lampiran",
        terlambat=True,
    )


def _segera_habis(jumlah: int) -> Tugas:
    return Tugas(
        judul=f"{jumlah} lampiran berakhir dalam 1 bulan",
        keterangan="Mintakan perpanjangan jaminan, asuransi, atau izinnya",
        tautan=alamat(MEJA, "dalam=1&benda=lampiran"),
        tindakan="Buka lampiran",
    )
