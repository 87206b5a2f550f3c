"""Where an issued document stands, and how its code is read from paper."""

from __future__ import annotations

import re

from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.enums import KeadaanDokumen

PANJANG_KODE = 32
_SELA = re.compile(r"[\s-]")
_KODE = re.compile(rf"[0-9a-f]{{{PANJANG_KODE}}}")


def keadaan(*, digantikan: bool, dicabut: bool, dikembalikan: bool = False) -> KeadaanDokumen:
    """What was revoked stays revoked, whether or not another came after it.

    What the Ketua TKKSD sent back is in force no more, before another has come as well.
    """
    if dicabut:
        return KeadaanDokumen.DICABUT
    if digantikan:
        return KeadaanDokumen.DIGANTIKAN
    return KeadaanDokumen.DIKEMBALIKAN if dikembalikan else KeadaanDokumen.BERLAKU


def baca_kode(teks: str) -> str:
    """A code as someone typed it; empty when it cannot be one."""
    kode = _SELA.sub("", teks).lower()
    return kode if _KODE.fullmatch(kode) else ""


def periksa_unggah_tanda(
    *, dipakai: bool, siap: bool, konsep: bool, sudah: bool, berlaku: bool
) -> Putusan:
    """Whether the signed file of a document may be taken in now."""
    if not dipakai:
        return tolak("Tanda tangan elektronik dengan unggahan tidak dinyalakan.")
    if konsep:
        return tolak("Konsep tidak ditandatangani.")
    if not siap:
        return tolak("Tunggu sampai berkas dokumen ini selesai disusun.")
    if not berlaku:
        return tolak("Dokumen ini tidak berlaku lagi; yang ditandatangani adalah yang berlaku.")
    if sudah:
        return tolak("Berkas bertanda tangan dokumen ini sudah ada.")
    return BOLEH
