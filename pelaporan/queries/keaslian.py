"""What anybody is told of a document that was issued, found by its code or by its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from inti.formats import tanggal_indonesia
from pelaporan.domain.keaslian import keadaan
from pelaporan.enums import JenisDokumen, StatusBundel, StatusDokumen, StatusLaporan
from pelaporan.models import Bundel, Dokumen
from pengawasan.enums import StatusSuratTugas
from pengawasan.models import SuratTugas

if TYPE_CHECKING:
    from datetime import datetime

    from pelaporan.enums import KeadaanDokumen

# Signed by several people, whose names are not told.
BERSAMA = frozenset({JenisDokumen.BERITA_ACARA, JenisDokumen.DAFTAR_HADIR, JenisDokumen.NOTULENSI})
PARA_PIHAK = "Para penanda tangan yang tercantum pada dokumen"


@dataclass(frozen=True)
class Keaslian:
    """All that is told (see docs/operasi.md): nobody's name, no subject, no content.

    Of a bundle that was revoked also when and why, which was written to be read here.
    """

    kode: str
    jenis: str
    nomor: str
    tanggal: str
    jabatan: str
    keadaan: KeadaanDokumen
    sha256: str
    terbit: datetime | None
    dicabut_pada: datetime | None = None
    alasan_cabut: str = ""


def alamat(kode: str) -> str:
    """The address that a print carries."""
    return f"{settings.SITE_URL}{reverse('pelaporan:keaslian-rincian', args=[kode])}"


def berkode(kode: str) -> Keaslian | None:
    """The document with that code; None for a code that was never printed."""
    return _satu(Q(kode=kode))


def bersidik(sha256: str) -> Keaslian | None:
    """The document whose file has exactly these bytes; the newest, should several have them."""
    return _satu(Q(berkas__sha256=sha256) | Q(tanda_tangan__berkas__sha256=sha256))


def _satu(syarat: Q) -> Keaslian | None:
    siap = Dokumen.objects.bertanda().filter(syarat, status=StatusDokumen.SIAP)
    for dokumen in siap.select_related("berkas", "tanda_tangan__berkas").order_by("-pk"):
        if not dokumen.konsep:
            return _dokumen(dokumen)
    bundel = Bundel.objects.filter(syarat, status=StatusBundel.SIAP)
    kaitan = ("berkas", "laporan", "tanda_tangan__berkas")
    satu = bundel.select_related(*kaitan).order_by("-pk").first()
    return _bundel(satu) if satu else None


def _dokumen(dokumen: Any) -> Keaslian:
    isi, jenis = dokumen.isi, JenisDokumen(dokumen.jenis)
    return Keaslian(
        kode=dokumen.kode,
        jenis=jenis.label,
        nomor=_nomor(isi),
        tanggal=tanggal_indonesia(dokumen.tanggal),
        jabatan=PARA_PIHAK if jenis in BERSAMA else jabatan(isi),
        keadaan=keadaan(
            digantikan=dokumen.digantikan or _surat_digantikan(dokumen),
            dicabut=dokumen.dibatalkan and not _surat_digantikan(dokumen),
        ),
        sha256=dokumen.berkas_terbit.sha256,
        terbit=dokumen.selesai_pada,
    )


def _surat_digantikan(dokumen: Dokumen) -> bool:
    """A surat tugas out of force because another letter took its place was not revoked."""
    surat = SuratTugas.objects.filter(pk=dokumen.objek_id, status=StatusSuratTugas.DIGANTIKAN)
    return dokumen.jenis == JenisDokumen.SURAT_TUGAS and surat.exists()


def _bundel(bundel: Bundel) -> Keaslian:
    """A report that was sent again stands in the place of the one before."""
    isi = bundel.isi
    return Keaslian(
        kode=bundel.kode,
        jenis=f"Laporan {isi['kegiatan']['jenis'].lower()} kepada Ketua TKKSD",
        nomor=isi["laporan"]["nomor"],
        tanggal=isi["laporan"]["tanggal"],
        jabatan=isi["laporan"]["ketua_tim"]["jabatan"],
        keadaan=keadaan(
            digantikan=bundel.digantikan,
            dicabut=bundel.dicabut,
            dikembalikan=bundel.laporan.status == StatusLaporan.DIKEMBALIKAN,
        ),
        sha256=bundel.berkas_terbit.sha256 if bundel.berkas else "",
        terbit=bundel.selesai_pada,
        dicabut_pada=bundel.dicabut_pada,
        alasan_cabut=bundel.alasan_cabut,
    )


def _nomor(isi: dict[str, Any]) -> str:
    """Of the letter itself, or of the berita acara that it prints."""
    lampiran = isi.get("lampiran") or [{}]
    return str(isi.get("nomor") or lampiran[0].get("nomor_surat") or "")


def jabatan(isi: dict[str, Any]) -> str:
    """The seat in whose name the document of that snapshot is signed."""
    pejabat = isi.get("pejabat") or isi.get("ketua_tim") or {}
    return str(pejabat.get("jabatan") or "")
