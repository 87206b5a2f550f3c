"""Figures, not assertions: a list of ten thousand rows, staged and entered. Run by deploy/bench.py.

Its own process, so that the peak of memory is that of the import alone.
"""

import csv
import io
import resource
import sys
import time
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))

import django  # noqa: E402 - the path comes first

django.setup()

from inti.models import Pengguna  # noqa: E402
from kerjasama.domain.kolom import kenali  # noqa: E402
from kerjasama.services import antrean_impor, unggah_impor  # noqa: E402
from kerjasama.services import impor as keputusan  # noqa: E402
from kerjasama.services.lembar import Tata  # noqa: E402

BANYAK = 10_000
JUDUL = (
    "nomor",
    "jenis",
    "judul",
    "mitra",
    "jenis mitra",
    "tanggal ttd",
    "tanggal berakhir",
    "jangka waktu",
    "opd",
    "monev terakhir",
)


def daftar():
    """Rows as real lists have them: words, slashes, terms, several parties."""
    for n in range(BANYAK):
        tanggal = (f"{1 + n % 28} Oktober 20{10 + n % 14}", f"{1 + n % 12}/22/20{10 + n % 14}")[
            n % 2
        ]
        mitra = f"PT Mitra {n % 700}; CV Rekan {n % 90}" if n % 5 == 0 else f"PT Mitra {n % 700}"
        judul = f"Kerja sama pengelolaan aset daerah nomor {n} dengan jangka waktu terbatas"
        yield [
            f"{n}/PKS/X/20{10 + n % 14}",
            "PKS",
            judul,
            mitra,
            "Perusahaan swasta",
            tanggal,
            "",
            "5 (lima) tahun",
            "Dinas Perhubungan",
            "2024-03-10" if n % 3 == 0 else "",
        ]


def main():
    """Upload, let the runner read it, then let it enter every row into the register."""
    staf = Pengguna.objects.create(username="bench-impor", nama="Bench Impor")
    keluaran = io.StringIO()
    csv.writer(keluaran).writerows([JUDUL, *daftar()])
    mulai = time.perf_counter()
    impor, _ = unggah_impor.unggah("panjang.csv", keluaran.getvalue().encode(), oleh=staf)
    unggah_impor.petakan(impor.pk, Tata(0, 1, kenali(list(JUDUL))), oleh=staf)
    unggah = time.perf_counter() - mulai
    antrean_impor.kerjakan_antrean()
    detik = time.perf_counter() - mulai
    print(
        f"impor {impor.baris.count()} baris ke ruang tinjau: {detik:.1f} s "
        f"(unggah dan pemetaan {unggah:.1f} s), puncak memori {puncak()} MB"
    )
    mulai = time.perf_counter()
    keputusan.terima_semua(impor.pk, oleh=staf)
    antrean_impor.kerjakan_antrean()
    detik = time.perf_counter() - mulai
    masuk = impor.baris.filter(status="diterima").count()
    print(f"memasukkannya ke register: {masuk} baris, {detik:.1f} s, puncak memori {puncak()} MB")


def puncak():
    """Megabytes so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
