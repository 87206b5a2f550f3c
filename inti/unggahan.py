"""Receiving files: a cap while streaming, and the type decided from the content."""

from __future__ import annotations

import io
import logging
import shutil
import unicodedata
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, BinaryIO

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, ValidationError
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from inti import isi_berkas, pemindai
from inti.formats import rangkai
from inti.keamanan import peristiwa
from inti.log import PERMINTAAN, samarkan
from inti.services import karantina

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AKHIRAN = {
    PDF: (".pdf",),
    JPEG: (".jpg", ".jpeg"),
    PNG: (".png",),
    DOCX: (".docx",),
    XLSX: (".xlsx",),
}
# For the other fields and the borders between the parts of a request.
LONGGAR = 1024 * 1024
SEBUTAN = {PDF: "PDF", JPEG: "JPEG", PNG: "PNG", DOCX: "DOCX", XLSX: "XLSX"}


class UnggahanDitolakError(RequestDataTooBig):
    """An upload that was cut off, with the reason as a sentence for the person."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


class DiskPenuhError(UnggahanDitolakError):
    """There is no room for it."""

    status = HTTPStatus.INSUFFICIENT_STORAGE


class CappedUploadHandler(TemporaryFileUploadHandler):
    """Cuts an upload off while it streams, before a byte too many reaches the disk."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        """Refuse at once what cannot fit, or what the disk has no room for.

        The whole request counts as it is sent: a part in base64 is a third longer than its file,
        and one that decodes to nothing would otherwise flow on without end.
        """
        if content_length > 3 * settings.BATAS_UNGGAH + LONGGAR:
            raise _terlalu_besar()
        free = shutil.disk_usage(settings.VAR_DIR).free
        if free - content_length < settings.CADANGAN_DISK:
            msg = "Ruang penyimpanan hampir penuh; unggahan ditolak. Hubungi administrator."
            raise DiskPenuhError(msg)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Count across all files of the request: twice the cap for one file."""
        self.received += len(raw_data)
        if (
            start + len(raw_data) > settings.BATAS_UNGGAH
            or self.received > 2 * settings.BATAS_UNGGAH
        ):
            self.upload_interrupted()  # the part on disk goes at once
            raise _terlalu_besar()
        super().receive_data_chunk(raw_data, start)


def _terlalu_besar() -> UnggahanDitolakError:
    batas = settings.BATAS_UNGGAH // 1024 // 1024
    return UnggahanDitolakError(f"Berkas terlalu besar: paling besar {batas} MB per berkas.")


@dataclass(frozen=True)
class Diperiksa:
    """A received file whose content is what its name says."""

    isi: bytes
    tipe: str
    nama: str


def periksa(
    unggahan: UploadedFile[bytes], tipe_boleh: tuple[str, ...], *, terbit: bool = False
) -> Diperiksa:
    """Read the file and decide its type from the content.

    `terbit` is for a PDF that we issued and that comes back: files may lie in it.
    Raises ValidationError (Indonesian) when it is empty, too large, of a type that is not
    allowed, not what its name says, damaged, or carries active content.
    """
    nama = nama_aman(unggahan.name or "")
    if not unggahan.size:
        raise ValidationError(f"Berkas “{nama}” kosong.")
    if unggahan.size > settings.BATAS_UNGGAH:
        batas = settings.BATAS_UNGGAH // 1024 // 1024
        raise ValidationError(f"Berkas “{nama}” terlalu besar; paling besar {batas} MB.")
    unggahan.seek(0)
    isi = unggahan.read()
    tipe = periksa_isi(io.BytesIO(isi), nama, tipe_boleh, terbit=terbit)
    return Diperiksa(isi=isi, tipe=tipe, nama=nama)


def periksa_isi(
    file: BinaryIO, nama: str, tipe_boleh: tuple[str, ...], *, terbit: bool = False
) -> str:
    """The type of a file, from its content; the file may lie on disk, and is not read whole.

    Raises ValidationError as `periksa`; what was refused is a security event. What would be taken
    is shown to the scanner, if there is one.
    """
    try:
        tipe = _periksa_isi(file, nama, tipe_boleh, terbit=terbit)
        pindai(file, nama)
    except ValidationError as error:
        peristiwa("unggahan.ditolak", tingkat=logging.WARNING, alasan=error.messages[0])
        raise
    return tipe


def pindai(file: BinaryIO, nama: str, *, tujuan: str = "") -> None:
    """Let the scanner look at it. Raises ValidationError when it finds something, or is silent.

    What it finds is kept apart; what it could not look at is not taken. `tujuan`: where it was to
    go, if not to the address of the request.
    """
    if not pemindai.menyala():
        return
    try:
        temuan = pemindai.pindai(file)
    except pemindai.PemindaiMatiError as error:
        peristiwa("berkas.tidak_terpindai", tingkat=logging.ERROR, sebab=str(error))
        raise ValidationError(
            f"Berkas “{nama}” belum dapat diperiksa terhadap virus. Coba lagi beberapa menit lagi; "
            "bila tetap begini, hubungi administrator."
        ) from error
    if temuan:
        request = PERMINTAAN.get()
        oleh = request.user if request and request.user.is_authenticated else None
        karantina.sisihkan(
            file, nama=nama, temuan=temuan, oleh=oleh,
            tujuan=tujuan or (samarkan(request.path) if request else "server"),
        )  # fmt: skip
        raise ValidationError(
            f"Berkas “{nama}” ditolak: pemindai virus menemukan “{temuan}”. Berkasnya disisihkan "
            "dan administrator diberi tahu. Periksa komputer Anda terhadap virus."
        )


def _periksa_isi(file: BinaryIO, nama: str, tipe_boleh: tuple[str, ...], *, terbit: bool) -> str:
    tipe = _tipe(file)
    if tipe not in tipe_boleh:
        boleh = rangkai([SEBUTAN[t] for t in tipe_boleh], "atau")
        raise ValidationError(f"Isi berkas “{nama}” bukan {boleh}. Unggah berkas {boleh}.")
    if not nama.lower().endswith(AKHIRAN[tipe]):
        raise ValidationError(
            f"Isi berkas “{nama}” adalah {SEBUTAN[tipe]}, tidak sesuai dengan namanya. "
            f"Ganti akhiran nama menjadi {AKHIRAN[tipe][0]} atau pilih berkas yang benar."
        )
    try:
        pemeriksa = PEMERIKSA[tipe]
        if terbit and tipe == PDF:
            pemeriksa = isi_berkas.periksa_pdf_terbit
        pemeriksa(file)
    except ValidationError as error:
        raise ValidationError(f"Berkas “{nama}” ditolak: {error.messages[0]}") from error
    return tipe


def tipe_isi(isi: bytes) -> str:
    """The type by signature; empty when it is none of ours."""
    return _tipe(io.BytesIO(isi))


def _tipe(file: BinaryIO) -> str:
    file.seek(0)
    awal = file.read(8)
    if awal.startswith(b"%PDF-"):
        return PDF
    if awal.startswith(b"\xff\xd8\xff"):
        return JPEG
    if awal.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if awal.startswith(b"PK\x03\x04"):
        return _tipe_zip(file)
    return ""


def nama_aman(nama: str) -> str:
    """A label: NFC, no control or bidi characters, no path, at most 120 characters."""
    nama = unicodedata.normalize("NFC", nama).replace("\\", "/").rpartition("/")[2]
    nama = "".join(c for c in nama if unicodedata.category(c)[0] != "C").strip(". ")
    depan, titik, akhiran = nama.rpartition(".")
    if titik and len(akhiran) <= 5:
        return f"{depan[: 119 - len(akhiran)]}.{akhiran}"
    return nama[:120] or "tanpa-nama"


def _tipe_zip(file: BinaryIO) -> str:
    nama = set(isi_berkas.nama_anggota(file))
    if "word/document.xml" in nama:
        return DOCX
    return XLSX if "xl/workbook.xml" in nama else ""


PEMERIKSA = {
    PDF: isi_berkas.periksa_pdf,
    JPEG: isi_berkas.periksa_gambar,
    PNG: isi_berkas.periksa_gambar,
    DOCX: isi_berkas.periksa_ooxml,
    XLSX: isi_berkas.periksa_ooxml,
}
