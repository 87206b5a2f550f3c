"""How each kind of the calendar is called, why it is there, and which page tells of it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

from django.urls import reverse

from kerjasama.enums import JenisLampiran, SifatUang
from pelaporan.domain.kalender import KEWAJIBAN, ButirKalender
from pelaporan.enums import JenisKalender
from pengawasan.enums import JenisKegiatan, JenisTindakLanjut

if TYPE_CHECKING:
    from collections.abc import Callable

J = JenisKalender
# What a naskah is known by when it has no number.
SINGKAT = 80
# Where the row itself names no article.
DASAR = {
    J.KEGIATAN: "Pasal 6 ayat (3) dan ayat (5).",
    J.RAPAT: "Pasal 6 ayat (4): FGD dengan mitra dan perangkat daerah.",
    J.LAPORAN: "Pasal 9 ayat (1).",
    J.TINDAK_LANJUT: "Pasal 6 ayat (7).",
    J.SETORAN: "Kewajiban menurut naskah; ditagih menurut Pasal 6 ayat (7) huruf d.",
    J.TEGURAN: "Pasal 6 ayat (7) huruf g.",
    J.NASKAH: "Jangka waktu menurut naskah; evaluasi perpanjangan Pasal 8 ayat (4).",
    J.LAMPIRAN: "Masa berlaku lampiran menurut naskah.",
}


class Baris(NamedTuple):
    """One row as `sumber_kalender.KOLOM` gives it."""

    jenis: str
    pk: int
    tanggal: date
    pokok: str
    ke: int
    naskah: int | None
    nomor: str
    judul: str
    dasar: str
    jam: time | None
    tempat: str
    induk: int | None
    revisi: int


# Without a name of anybody: a feed lies on phones and with providers.
JUDUL: dict[JenisKalender, Callable[[Baris], str]] = {
    J.JADWAL: lambda b: f"{JenisKegiatan(b.pokok).label} jatuh tempo",
    J.RENCANA: lambda b: f"Rencana {JenisKegiatan(b.pokok).label.lower()}",
    J.KEGIATAN: lambda b: str(JenisKegiatan(b.pokok).label),
    J.RAPAT: lambda _: "Rapat pengawasan kerja sama",
    J.LAPORAN: lambda b: f"Batas laporan mitra ke-{b.ke}" if b.ke else "Batas laporan yang diminta",
    J.TINDAK_LANJUT: lambda b: f"Tenggat tindak lanjut: {JenisTindakLanjut(b.pokok).label}",
    J.SETORAN: lambda b: f"{SifatUang(b.pokok).label} ke-{b.ke} jatuh tempo",
    J.TEGURAN: lambda b: f"Batas jawaban SP{b.ke}",
    J.NASKAH: lambda _: "Naskah berakhir",
    J.LAMPIRAN: lambda b: f"{JenisLampiran(b.pokok).label} berakhir",
}
TAUTAN: dict[JenisKalender, Callable[[Baris], str]] = {
    J.JADWAL: lambda b: reverse("pengawasan:jadwal-rincian", args=[b.pk]),
    J.RENCANA: lambda b: reverse("pengawasan:jadwal-rincian", args=[b.pk]),
    J.KEGIATAN: lambda b: reverse("pengawasan:kegiatan-rincian", args=[b.pk]),
    J.RAPAT: lambda b: reverse("pengawasan:rapat-rincian", args=[b.pk]),
    J.LAPORAN: lambda b: reverse("pengawasan:naskah-rincian", args=[b.naskah]),
    J.TINDAK_LANJUT: lambda b: reverse("pengawasan:tindak-lanjut-rincian", args=[b.pk]),
    J.SETORAN: lambda b: reverse("kerjasama:setoran-rincian", args=[b.pk]),
    J.TEGURAN: lambda b: reverse("pengawasan:teguran-rincian", args=[b.induk]),
    J.NASKAH: lambda b: reverse("kerjasama:naskah-rincian", args=[b.pk]),
    J.LAMPIRAN: lambda b: (
        f"{reverse('kerjasama:naskah-lampiran', args=[b.naskah])}#lampiran-{b.pk}"
    ),
}
# A mitra has pages of its own for these.
TAUTAN_MITRA: dict[JenisKalender, Callable[[Baris], str]] = {
    J.KEGIATAN: lambda b: reverse("pengawasan:kegiatan-kalender", args=[b.pk]),
    J.RAPAT: lambda b: reverse("pengawasan:rapat-kalender", args=[b.pk]),
    J.LAPORAN: lambda b: f"{reverse('pelaporan:portal-daftar')}#kewajiban-{b.pk}",
}


def butir(baris: Baris, *, pengawas: bool, per: date) -> ButirKalender:
    """The row as the calendar tells it, with the page that the reader may open."""
    jenis = J(baris.jenis)
    tautan = TAUTAN if pengawas else TAUTAN | TAUTAN_MITRA
    return ButirKalender(
        jenis=jenis,
        pk=baris.pk,
        tanggal=baris.tanggal,
        judul=JUDUL[jenis](baris),
        naskah=baris.nomor or baris.judul[:SINGKAT],
        tentang=baris.judul if baris.nomor else "",
        tautan=tautan[jenis](baris),
        dasar=baris.dasar or DASAR.get(jenis, ""),
        jam=baris.jam,
        tempat=baris.tempat,
        revisi=baris.revisi,
        lewat=jenis in KEWAJIBAN and baris.tanggal < per,
    )
