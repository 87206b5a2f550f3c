"""The text of an uploaded PDF, read by a child process with limits on CPU, memory and time."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from inti.teks import rapikan

logger = logging.getLogger(__name__)
AKAR = Path(__file__).resolve().parent.parent
PERINTAH = (sys.executable, "-m", "inti.teks_pdf_anak")
BATAS_DETIK = 45
# What the child needs of the environment; it gets no secret.
LINGKUNGAN = ("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH")
TANPA_TEKS = "Tidak memuat teks; kemungkinan hasil pindai."
TAK_TERBACA = "Teksnya tidak dapat dibaca."
TERLALU_BERAT = "Terlalu berat untuk dibaca."


@dataclass(frozen=True)
class TeksPdf:
    """The text, and what is to be said of it."""

    teks: str
    keterangan: str = ""


def baca(path: Path) -> TeksPdf:
    """The text of the first pages; empty, with the reason, when there is none to be had."""
    try:
        anak = subprocess.run(  # noqa: S603 - our own module, no shell, a path of our own making
            [*PERINTAH, str(path)],
            capture_output=True,
            timeout=BATAS_DETIK,
            cwd=AKAR,
            env={k: os.environ[k] for k in LINGKUNGAN if k in os.environ},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return TeksPdf("", TERLALU_BERAT)
    if anak.returncode:
        galat = anak.stderr.decode(errors="replace").strip()
        logger.warning("teks PDF %s: kode %s: %s", path.name, anak.returncode, galat[-500:])
        return TeksPdf("", TERLALU_BERAT if anak.returncode < 0 else TAK_TERBACA)
    jawaban = json.loads(anak.stdout)
    teks = " ".join(rapikan(jawaban["teks"]).split())
    if not teks:
        return TeksPdf("", TANPA_TEKS)
    dari, dibaca = jawaban["halaman"], jawaban["dibaca"]
    return TeksPdf(teks, "" if dibaca == dari else f"Dibaca {dibaca} dari {dari} halaman.")
