"""What the commands of the backup ask for alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


def argumen_gudang(parser: CommandParser) -> None:
    """The key file."""
    parser.add_argument(
        "--kunci",
        metavar="BERKAS",
        help="Berkas kunci penyandi (bawaan CADANGAN_KUNCI; kosong: tidak disandi).",
    )


def folder_dari(sebutan: str | None) -> Path:
    """The folder named, or the one of the settings."""
    return Path(sebutan or settings.CADANGAN_DIR)


def kunci_dari(sebutan: str | None) -> Path | None:
    """The key file named, or the one of the settings."""
    jalur = sebutan or settings.CADANGAN_KUNCI
    return Path(jalur) if jalur else None
