"""Starting a child process for bytes from outside: limits are its own, secrets stay here."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

AKAR = Path(__file__).resolve().parent.parent
# What the child needs of the environment; it gets no secret.
LINGKUNGAN = (
    "PATH",
    "HOME",
    "LANG",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "FONTCONFIG_PATH",
    "LD_LIBRARY_PATH",
)


def jalankan(
    perintah: Sequence[str], masukan: bytes, *, detik: float
) -> subprocess.CompletedProcess[bytes]:
    """Give it the bytes and wait. Raises subprocess.TimeoutExpired."""
    return subprocess.run(  # noqa: S603 - our own module, no shell, a fixed word
        perintah,
        input=masukan,
        capture_output=True,
        timeout=detik,
        cwd=AKAR,
        # A fixed hash seed, so that the same input gives the same bytes.
        env={k: os.environ[k] for k in LINGKUNGAN if k in os.environ} | {"PYTHONHASHSEED": "0"},
        check=False,
    )
