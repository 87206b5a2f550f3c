"""Independent checks that count, not trust."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from inti.models import Berkas, JejakAudit
from inti.models.jejak import PANGKAL

if TYPE_CHECKING:
    from collections.abc import Iterator


def jejak_rusak() -> str:
    """The first broken line of the audit trail, in words; empty when the chain is whole."""
    kepala = PANGKAL
    for jejak in JejakAudit.objects.order_by("pk").iterator():
        if jejak.sebelumnya != kepala:
            return f"baris {jejak.pk}: tidak menyambung ke baris sebelumnya"
        if jejak.hash != jejak.hitung_hash():
            return f"baris {jejak.pk}: isi tidak sesuai dengan hash"
        kepala = jejak.hash
    return ""


def berkas_rusak() -> Iterator[str]:
    """Every file that is missing, changed or belongs to no row, in words."""
    dikenal = set()
    for berkas in Berkas.objects.order_by("pk").iterator():
        dikenal.add(berkas.sha256)
        sidik = berkas.sidik()
        if not sidik:
            yield f"berkas {berkas.pk} ({berkas.nama}): isi hilang"
        elif sidik != berkas.sha256:
            yield f"berkas {berkas.pk} ({berkas.nama}): isi berubah"
    for path in sorted(Path(settings.BERKAS_DIR).glob("??/*")):
        if path.name not in dikenal:
            yield f"{path.name}: berkas tanpa baris"
