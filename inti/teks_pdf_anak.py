"""The child that reads the text of a PDF: no Django, no database, no network.

`python -m inti.teks_pdf_anak BERKAS` answers with one JSON object on standard output.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time

from pypdf import PdfReader

BATAS_CPU = 30
BATAS_MEMORI = 1024**3
# Reading stops by itself before the limits do, and gives what it has.
DETIK_MEMBACA = 15
HALAMAN_TERBANYAK = 300
HURUF_TERBANYAK = 200_000


def main() -> int:
    """Read within the limits."""
    resource.setrlimit(resource.RLIMIT_CPU, (BATAS_CPU, BATAS_CPU))
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable()  # what a crooked file makes the reader remark is of no use
    json.dump(isi(sys.argv[1]), sys.stdout)
    return 0


def isi(path: str) -> dict[str, str | int]:
    """The text page by page, as far as it may go."""
    mulai, bagian, panjang = time.monotonic(), [], 0
    with PdfReader(path) as pdf:
        halaman = pdf.pages
        for ke in range(min(len(halaman), HALAMAN_TERBANYAK)):
            teks = halaman[ke].extract_text()
            bagian.append(teks)
            panjang += len(teks)
            if panjang > HURUF_TERBANYAK or time.monotonic() - mulai > DETIK_MEMBACA:
                break
        semua = "\n".join(bagian)[:HURUF_TERBANYAK]
        return {"teks": semua, "dibaca": len(bagian), "halaman": len(halaman)}


if __name__ == "__main__":
    sys.exit(main())
