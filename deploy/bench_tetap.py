"""Whether the lists stay as quick from 10 thousand to a million naskah.

A process and a database for each size, all in one run, which open each page in turns: whatever
else the machine does hits every size alike. What is compared is the processor time of a page,
of Python and of its PostgreSQL process together, which another program cannot lengthen; the clock
stands beside it. Run by `make bench-scale`. `TETAP=10000=nama,1000000=lain` measures databases
that are filled already and keeps them; `PUTARAN` is how often each page is opened (40).
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

PUTARAN = int(os.environ.get("PUTARAN", "40"))
SIAP = dict(satu.split("=") for satu in os.environ.get("TETAP", "").split(",") if satu)
UKURAN = list(SIAP) or os.environ.get("UKURAN", "10000,100000,1000000").split(",")


# --- One size: a child ---------------------------------------------------------------------------


def layani(jumlah):
    """Open what the parent names, and say what it took: a line for a line."""
    # What the preparing prints goes beside; only answers go to the parent.
    jawaban = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    import bench_dasar as dasar  # noqa: PLC0415 - Django starts on the database of the child
    from django.urls import reverse  # noqa: PLC0415

    def jalankan():
        _, klien = next(dasar.setiap_ukuran())
        with dasar.connection.cursor() as cursor:
            # Another process would not be counted.
            cursor.execute("SET max_parallel_workers_per_gather = 0")
            cursor.execute("SELECT pg_backend_pid()")
            hitungan = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
        print("siap", file=jawaban, flush=True)
        for baris in sys.stdin:
            akun, alamat = HALAMAN[baris.strip()]
            angka = buka(klien[akun], reverse(alamat), hitungan)
            print(json.dumps(angka), file=jawaban, flush=True)

    dasar.dengan_basis_data(jalankan)


HALAMAN = {
    "naskah": ("staf", "kerjasama:naskah-daftar"),
    "naskah, satu mitra": ("mitra", "kerjasama:naskah-daftar"),
    "jadwal": ("staf", "pengawasan:jadwal-daftar"),
    "kegiatan": ("staf", "pengawasan:kegiatan-daftar"),
    "tindak lanjut": ("staf", "pengawasan:tindak-lanjut-daftar"),
    "laporan": ("staf", "pelaporan:laporan-daftar"),
    "laporan mitra": ("staf", "pelaporan:laporan-mitra-daftar"),
    "laporan mitra yang belum": ("staf", "pelaporan:laporan-mitra-belum"),
}


def buka(klien, alamat, hitungan):
    """Milliseconds of Python, of PostgreSQL, and by the clock."""
    mulai = time.perf_counter(), time.process_time(), detik_prosesor(hitungan)
    jawaban = klien.get(alamat)
    selesai = time.perf_counter(), time.process_time(), detik_prosesor(hitungan)
    if jawaban.status_code != 200 or b"<tbody" not in jawaban.content:
        raise SystemExit(f"{alamat}: tidak terbuka")
    jam, python, basis_data = (1000 * (b - a) for a, b in zip(mulai, selesai, strict=True))
    return python, basis_data, jam


def detik_prosesor(hitungan):
    """What the kernel counted for that process."""
    return int(hitungan.read_text().split()[0]) / 1e9


# --- All sizes: the parent -----------------------------------------------------------------------


def anak(jumlah):
    """The process of one size."""
    nama = SIAP.get(jumlah, f"bench_tetap_{os.getpid()}_{jumlah}")
    return subprocess.Popen(
        [sys.executable, __file__, jumlah],
        env=os.environ
        | {"BENCH_BASIS_DATA": nama, "UKURAN": jumlah, "TERISI": str(int(jumlah in SIAP))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def tanya(satu, halaman):
    """One page of one size."""
    satu.stdin.write(f"{halaman}\n")
    satu.stdin.flush()
    return json.loads(satu.stdout.readline())


def ukur(semua):
    """For each page and size the median of the three figures; the first two turns warm up."""
    hasil = {halaman: {n: [] for n in semua} for halaman in HALAMAN}
    for putaran in range(PUTARAN + 2):
        for halaman in HALAMAN:
            giliran = list(semua) if putaran % 2 else list(semua)[::-1]
            for n in giliran:
                hasil[halaman][n].append(tanya(semua[n], halaman))
    return {
        halaman: {
            n: [statistics.median(x) for x in zip(*catatan[2:], strict=True)]
            for n, catatan in menurut.items()
        }
        for halaman, menurut in hasil.items()
    }


def cetak(hasil):
    """A row a page: processor milliseconds at each size, and how much the largest takes more."""
    print("| Daftar: ms prosesor (Python + PostgreSQL) | ", end="")
    print(" | ".join(f"{int(n):,}" for n in UKURAN) + " | tumbuh | menurut jam |")
    print("| --- |" + " ---: |" * (len(UKURAN) + 2))
    for halaman, menurut in hasil.items():
        sel = [f"{p + b:.1f} ({p:.1f} + {b:.1f})" for p, b, _ in menurut.values()]
        awal, akhir = menurut[UKURAN[0]], menurut[UKURAN[-1]]
        tumbuh = sum(akhir[:2]) / sum(awal[:2])
        print(f"| {halaman} | {' | '.join(sel)} | {tumbuh:.2f} x | {akhir[2] / awal[2]:.2f} x |")


def main():
    """Fill one after the other, then open all in turns."""
    semua = {}
    try:
        for n in UKURAN:
            semua[n] = anak(n)
            semua[n].stdout.readline()
            print(f"{int(n):,} siap", flush=True)
        cetak(ukur(semua))
    finally:
        for satu in semua.values():
            satu.stdin.close()
            satu.wait()


if __name__ == "__main__":
    layani(sys.argv[1]) if len(sys.argv) > 1 else main()
