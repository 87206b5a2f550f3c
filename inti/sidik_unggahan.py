"""Uploads of which only the fingerprint is taken: nothing of them reaches disk or memory."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

from inti.unggahan import UnggahanDitolakError

if TYPE_CHECKING:
    from django.http import HttpRequest


class BerkasTersidik(UploadedFile):  # type: ignore[type-arg] # takes none at run time
    """What is left of an upload: its name, its size and its SHA-256."""

    def __init__(self, nama: str, ukuran: int, sidik: str) -> None:
        super().__init__(ContentFile(b""), nama, size=ukuran)
        self.sidik = sidik


class SidikUploadHandler(FileUploadHandler):
    """Hashes what streams by, up to a size, and forgets it."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin with the next file; no other handler sees it."""
        super().new_file(*args, **kwargs)
        self.sidik = hashlib.sha256()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Add to the hash, or cut the upload off."""
        if start + len(raw_data) > settings.BATAS_PERIKSA:
            batas = settings.BATAS_PERIKSA // 1024 // 1024
            msg = f"Berkas terlalu besar untuk diperiksa: paling besar {batas} MB."
            raise UnggahanDitolakError(msg)
        self.sidik.update(raw_data)

    def file_complete(self, file_size: int) -> BerkasTersidik:
        """The fingerprint in place of the file."""
        return BerkasTersidik(self.file_name or "", file_size, self.sidik.hexdigest())


def hanya_sidik(request: HttpRequest) -> None:
    """Take the files of this request so. Before anything has read its body."""
    request.upload_handlers = [SidikUploadHandler(request)]
