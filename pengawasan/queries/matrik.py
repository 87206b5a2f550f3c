"""The matrix as it is read and edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inti.models import JejakAudit
from inti.putusan import BOLEH, Putusan
from kerjasama.enums import JenisNaskah, PihakButir
from kerjasama.models import Butir
from pengawasan.domain.matrik import periksa_hapus_baris, periksa_sel, periksa_ubah_rekomendasi
from pengawasan.enums import StatusRekomendasi
from pengawasan.models import BarisMatrik, Matrik

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pengawasan.models import Kegiatan, Rekomendasi

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
    """One row with its recommendations and what may still be done to it."""

    baris: BarisMatrik
    rekomendasi: list[Rekomendasi]
    ubah: Putusan
    hapus: Putusan


def matrik_milik(kegiatan: Kegiatan) -> Matrik | None:
    """The matrix of an evaluasi, None before its first row."""
    return Matrik.objects.filter(kegiatan=kegiatan).first()


def baris_tampil(kegiatan: Kegiatan) -> list[BarisTampil]:
    """The rows in order, in two queries."""
    baris = BarisMatrik.objects.filter(matrik__kegiatan=kegiatan)
    baris = baris.select_related("perangkat_daerah").prefetch_related("rekomendasi")
    return [_tampil(b, list(b.rekomendasi.all())) for b in baris]


def _tampil(baris: BarisMatrik, rekomendasi: list[Rekomendasi]) -> BarisTampil:
    status = [StatusRekomendasi(r.status) for r in rekomendasi]
    sel = periksa_sel(status)
    ubah = BOLEH if sel or any(periksa_ubah_rekomendasi(s) for s in status) else sel
    return BarisTampil(baris, rekomendasi, ubah, periksa_hapus_baris(status))


@dataclass(frozen=True)
class ButirTampil:
    """An item of the naskah, and whether a row of the matrix already speaks of it."""

    butir: Butir
    dibahas: bool


def butir_tampil(kegiatan: Kegiatan, baris: Iterable[BarisTampil]) -> list[ButirTampil]:
    """Hak dan kewajiban (tugas dan kewenangan) from which rows can be begun."""
    materi = [satu.baris.materi_evaluasi for satu in baris]
    butir = Butir.objects.filter(naskah=kegiatan.naskah_id).select_related("mitra")
    return [ButirTampil(b, any(b.uraian in m for m in materi)) for b in butir]


def awal_dari_butir(kegiatan: Kegiatan, butir: Butir) -> dict[str, Any]:
    """The first words of a row that evaluates one item."""
    naskah = kegiatan.naskah
    pemilik = (
        str(butir.mitra or "mitra") if butir.pihak == PihakButir.MITRA else "pemerintah daerah"
    )
    target = f"\nTarget: {butir.target}" if butir.target else ""
    sebutan = naskah.sebutan or JenisNaskah(naskah.jenis).label
    return {
        "dasar": f"{sebutan} Nomor {naskah.nomor}" if naskah.nomor else sebutan,
        "materi_evaluasi": f"{butir.get_jenis_display()} {pemilik}: {butir.uraian}{target}",
    }


def perubahan_sejak(kegiatan: Kegiatan, versi: int) -> list[str]:
    """Who changed what in the matrix after that version, oldest first, as sentences."""
    jejak = JejakAudit.objects.tentang(kegiatan).filter(
        aksi__in=("matrik.simpan", "matrik.hapus"), perubahan__versi__gt=versi
    )
    return [_kalimat(satu) for satu in jejak.order_by("pk")[:20]]


def _kalimat(jejak: JejakAudit) -> str:
    isi = jejak.perubahan
    if jejak.aksi == "matrik.hapus":
        return f"{jejak.pelaku_nama} menghapus baris {isi['baris']}."
    kolom = [JUDUL_KOLOM.get(n, "rekomendasi") for n in isi.get("nilai", {})]
    rinci = f" ({', '.join(dict.fromkeys(kolom))})" if kolom else ""
    return f"{jejak.pelaku_nama} menyimpan baris {isi['baris']}{rinci}."


def beda_tersimpan(baris: BarisMatrik | None, data: dict[str, Any]) -> list[tuple[str, str]]:
    """Column and text as stored now, where it differs from what was typed."""
    if baris is None:
        return []
    kini = BarisMatrik.objects.select_related("perangkat_daerah").get(pk=baris.pk)
    return [
        (judul.capitalize(), str(getattr(kini, nama)))
        for nama, judul in JUDUL_KOLOM.items()
        if getattr(kini, nama) != data[nama]
    ]
