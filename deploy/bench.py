"""Figures, not assertions: every demo page per role, one bundle, one long list, one start.

Run by `make bench`.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice

import bench_halaman  # first: it sets the environment

from pelaporan.models import Bundel
from pelaporan.pdf import bundel_pdf
from pelaporan.queries.lampiran import berkas_cuplikan

AKAR, SEMENTARA = bench_halaman.AKAR, bench_halaman.SEMENTARA
BARIS_MATRIK = 12
MANAGE = [sys.executable, str(AKAR / "manage.py")]


def baris_matrik(isi):
    """The rows of a snapshot's matrix; a report on pemantauan has none."""
    return next((b["baris"] for b in isi["lampiran"] if b["jenis"] == "matrik"), [])


def bundel():
    """The demo's largest matrix, brought to the number of rows that is promised, as a bundle."""
    isi = max((b.isi for b in Bundel.objects.all()), key=lambda i: len(baris_matrik(i)))
    baris = baris_matrik(isi)
    baris[:] = islice(cycle(list(baris)), BARIS_MATRIK)
    mulai = time.perf_counter()
    hasil = bundel_pdf(isi, berkas_cuplikan(isi))
    return hasil, time.perf_counter() - mulai


def impor_panjang():
    """Seconds and peak megabytes of staging ten thousand rows, in a process of its own."""
    lingkungan = os.environ | {"VAR_DIR": tempfile.mkdtemp(dir=SEMENTARA.name)}
    subprocess.run([*MANAGE, "migrate", "-v0"], env=lingkungan, check=True)
    perintah = [sys.executable, str(AKAR / "deploy" / "bench_impor.py")]
    hasil = subprocess.run(perintah, env=lingkungan, check=True, capture_output=True, text=True)
    return hasil.stdout.strip()


def mulai_hangat():
    """Seconds that `make run` needs on a machine where everything is installed and filled."""
    with socket.create_server(("127.0.0.1", 0)) as bebas:
        port = bebas.getsockname()[1]
    lingkungan = os.environ | {"DEBUG": "0", "ALLOWED_HOSTS": "localhost"}
    subprocess.run([*MANAGE, "siapkan"], env=lingkungan, check=True, stdout=subprocess.DEVNULL)
    mulai = time.perf_counter()
    subprocess.run([*MANAGE, "siapkan"], env=lingkungan, check=True, stdout=subprocess.DEVNULL)
    situs = subprocess.Popen(
        [*MANAGE, "jalan", "--port", str(port)], env=lingkungan, stdout=subprocess.PIPE, text=True
    )
    while "siap" not in (baris := situs.stdout.readline()) and baris:
        pass
    lama = time.perf_counter() - mulai
    situs.terminate()
    situs.communicate()
    return lama


def main():
    """Print the figures."""
    bench_halaman.jalankan()
    hasil, detik = bundel()
    print(f"bundel dengan {BARIS_MATRIK} baris matrik: {hasil.halaman} halaman, {detik:.1f} s")
    print(impor_panjang())
    print(f"mulai hangat sampai halaman pertama: {mulai_hangat():.1f} s")


if __name__ == "__main__":
    main()
