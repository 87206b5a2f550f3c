"""The matrix as it is read and edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.models import JejakAudit
from inti.putusan import BOLEH, Putusan
from kerjasama.enums import PihakButir
from kerjasama.models import Butir
from pengawasan.domain.matrik import (
    KOLOM,
    kolom_kosong,
    periksa_hapus_baris,
    periksa_sel,
    periksa_ubah_rekomendasi,
    periksa_urutan,
)
from pengawasan.enums import StatusRekomendasi
from pengawasan.models import BarisMatrik, Matrik, Rekomendasi
from pengawasan.queries.usulan_matrik import sebut_naskah

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pengawasan.models import Kegiatan

JUDUL_KOLOM = {
    "dasar": "dasar",
    "materi_evaluasi": "materi evaluasi",
    "permasalahan": "permasalahan",
    "solusi": "solusi",
    "tindak_lanjut": "tindak lanjut",
    "perangkat_daerah": "perangkat daerah",
    "keterangan": "keterangan",
}


@dataclass(frozen=True)
class BarisTampil:
    """One row with its recommendations, what it lacks, and what may still be done to it."""

    baris: BarisMatrik
    rekomendasi: list[Rekomendasi]
    kurang: list[str]
    ubah: Putusan
    hapus: Putusan

    @property
    def sel(self) -> list[tuple[str, str, Any]]:
        """Name, heading and content of the columns before the recommendations."""
        return [(n, judul, getattr(self.baris, n)) for n, judul in KOLOM if n in JUDUL_KOLOM]

    @property
    def asal(self) -> Asal | None:
        """From what the row was made, where that is known."""
        return _asal(self.baris)


@dataclass(frozen=True)
class Asal:
    """What a row comes from, and where that is read."""

    sebutan: str
    tautan: str


def matrik_milik(kegiatan: Kegiatan) -> Matrik | None:
    """The matrix of an evaluasi as it is now, None before its first row."""
    return Matrik.objects.filter(kegiatan=kegiatan).first()


def baris_tampil(kegiatan: Kegiatan, *pk: int) -> list[BarisTampil]:
    """The rows in order (or those asked for), in two queries."""
    baris = BarisMatrik.objects.filter(matrik__kegiatan=kegiatan)
    if pk:
        baris = baris.filter(pk__in=pk)
    baris = baris.select_related(
        "perangkat_daerah",
        "asal_baris__matrik__kegiatan",
        "asal_butir",
        "asal_berita_acara__nomor",
    ).prefetch_related("rekomendasi")
    return [_tampil(b, list(b.rekomendasi.all())) for b in baris]


def urut_baris(kegiatan_pk: int) -> Putusan:
    """Whether the rows may change places, in one query."""
    milik = Rekomendasi.objects.filter(baris__matrik__kegiatan=kegiatan_pk)
    status = milik.order_by().values_list("status", flat=True).distinct()
    return periksa_urutan([StatusRekomendasi(s) for s in status])


def baris_kurang(kegiatan_pk: int) -> list[tuple[int, list[str]]]:
    """Number and blank columns of each row that lacks any of the eight, in one query."""
    ada = Rekomendasi.objects.filter(baris=OuterRef("pk"))
    baris = BarisMatrik.objects.filter(matrik__kegiatan=kegiatan_pk).annotate(
        rekomendasi_ada=Exists(ada)
    )
    isi = baris.order_by("urutan").values("urutan", "rekomendasi_ada", *JUDUL_KOLOM)
    kurang = [(i["urutan"], kolom_kosong(i | {"rekomendasi": i["rekomendasi_ada"]})) for i in isi]
    return [satu for satu in kurang if satu[1]]


def _tampil(baris: BarisMatrik, rekomendasi: list[Rekomendasi]) -> BarisTampil:
    status = [StatusRekomendasi(r.status) for r in rekomendasi]
    sel = periksa_sel(status)
    ubah = BOLEH if sel or any(periksa_ubah_rekomendasi(s) for s in status) else sel
    isi = {nama: getattr(baris, nama) for nama in JUDUL_KOLOM} | {"rekomendasi": rekomendasi}
    return BarisTampil(baris, rekomendasi, kolom_kosong(isi), ubah, periksa_hapus_baris(status))


def _asal(baris: BarisMatrik) -> Asal | None:
    if lama := baris.asal_baris:
        kegiatan = lama.matrik.kegiatan
        alamat = reverse("pengawasan:matrik-rincian", args=[kegiatan.pk])
        pada = tanggal_indonesia(kegiatan.tanggal_pelaksanaan or kegiatan.tanggal_rencana)
        return Asal(
            f"Lanjutan baris {lama.urutan} evaluasi {pada}", f"{alamat}#baris-{lama.urutan}"
        )
    if butir := baris.asal_butir:
        return Asal(f"Dari {butir.get_jenis_display().lower()}", butir.get_absolute_url())
    if temuan := baris.asal_berita_acara:
        return Asal(f"Dari temuan {temuan}", temuan.get_absolute_url())
    return None


@dataclass(frozen=True)
class ButirTampil:
    """An item of the naskah, and whether a row of the matrix already speaks of it."""

    butir: Butir
    dibahas: bool


def butir_tampil(kegiatan: Kegiatan, baris: Iterable[BarisTampil]) -> list[ButirTampil]:
    """Hak dan kewajiban (tugas dan kewenangan) from which rows can be begun."""
    materi = [satu.baris.materi_evaluasi for satu in baris]
    butir = Butir.objects.filter(naskah=kegiatan.naskah_id, diakhiri_pada=None)
    butir = butir.select_related("mitra")
    return [ButirTampil(b, any(b.uraian in m for m in materi)) for b in butir]


def awal_dari_butir(kegiatan: Kegiatan, butir: Butir) -> dict[str, Any]:
    """The first words of a row that evaluates one item."""
    pemilik = (
        str(butir.mitra or "mitra") if butir.pihak == PihakButir.MITRA else "pemerintah daerah"
    )
    target = f"\nTarget: {butir.target}" if butir.target else ""
    return {
        "dasar": sebut_naskah(kegiatan),
        "materi_evaluasi": f"{butir.get_jenis_display()} {pemilik}: {butir.uraian}{target}",
    }


def perubahan_sejak(kegiatan: Kegiatan, baris_pk: int, versi: int) -> list[JejakAudit]:
    """The lines of the trail about one row after that version, oldest first."""
    jejak = JejakAudit.objects.tentang(kegiatan).filter(
        aksi__in=("matrik.simpan", "matrik.hapus"),
        perubahan__baris_pk=baris_pk,
        perubahan__versi__gt=versi,
    )
    return list(jejak.order_by("pk")[:50])


def kalimat_perubahan(jejak: JejakAudit) -> str:
    """Who changed what in the row, and when."""
    isi, jam = jejak.perubahan, f"{timezone.localtime(jejak.waktu):%H.%M}"
    if jejak.aksi == "matrik.hapus":
        return f"{jejak.pelaku_nama} menghapus baris {isi['baris']} pukul {jam}."
    kolom = [JUDUL_KOLOM.get(n, "rekomendasi") for n in isi.get("nilai", {})]
    rinci = f" ({', '.join(dict.fromkeys(kolom))})" if kolom else ""
    return f"{jejak.pelaku_nama} menyimpan baris {isi['baris']}{rinci} pukul {jam}."


@dataclass(frozen=True)
class SelBentrok:
    """A cell of which two wordings exist: mine and the stored one."""

    nama: str
    judul: str
    saya: str
    tersimpan: str
    # Whether I changed it at all: if not, the stored wording is the one to keep.
    diubah_saya: bool


def sel_bentrok(
    baris: BarisMatrik, data: dict[str, Any], jejak: Iterable[JejakAudit]
) -> list[SelBentrok]:
    """The cells that differ; `jejak` are the changes since the version that was typed over."""
    semula: dict[str, str] = {}
    for satu in jejak:
        for nama, (dulu, _) in satu.perubahan.get("nilai", {}).items():
            semula.setdefault(nama, dulu)
    beda = []
    for nama, judul in JUDUL_KOLOM.items():
        saya, tersimpan = str(data[nama] or ""), str(getattr(baris, nama) or "")
        if saya != tersimpan:
            diubah = semula.get(nama, tersimpan) != saya
            beda.append(SelBentrok(nama, judul.capitalize(), saya, tersimpan, diubah))
    return beda
