"""Figures, not assertions: queries and time of every demo page per role, one bundle, one start.

Builds the demo data in a throw-away directory, follows every link of every page as each role, and
prints the pages with most queries and the median server time, and stages a long list. Run by
`make bench`.
"""

import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
SEMENTARA = tempfile.TemporaryDirectory(prefix="bench-kerjasama-")
os.environ |= {
    "VAR_DIR": SEMENTARA.name,
    "MODE_DEMO": "1",
    "FAKTOR_KEDUA": "0",
    "DEBUG": "1",
    "LOG_LEVEL": "CRITICAL",
    "PUBLIK_PER_MENIT": "100000",
    "ALLOWED_HOSTS": "testserver",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}

import django  # noqa: E402 - the environment comes first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, reset_queries  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from inti.antrean import jalankan_antrean  # noqa: E402
from inti.models import Pengguna  # noqa: E402
from pelaporan.models import Bundel  # noqa: E402
from pelaporan.pdf import bundel_pdf  # noqa: E402
from pelaporan.queries.lampiran import berkas_cuplikan  # noqa: E402

AKUN = ("staf", "tim", "ketua", "walikota", "pd", "mitra", "admin")
BATAS_HALAMAN = 200
BARIS_MATRIK = 12
MANAGE = [sys.executable, str(AKAR / "manage.py")]
ULANG = 5


def ukur(client, alamat):
    """Queries, median milliseconds and median CPU milliseconds of one page.

    On a busy machine the clock also counts the others; the processor's own time does not.
    """
    reset_queries()  # a full log counts nothing more
    with CaptureQueriesContext(connection) as kueri:
        jawaban = client.get(alamat)
    jumlah = len(kueri)  # the log is emptied by the next request
    waktu, cpu = [], []
    for _ in range(ULANG):
        mulai, kerja = time.perf_counter(), time.process_time()
        client.get(alamat)
        waktu.append((time.perf_counter() - mulai) * 1000)
        cpu.append((time.process_time() - kerja) * 1000)
    return jumlah, statistics.median(waktu), statistics.median(cpu), jawaban


def telusuri(akun):
    """Every kind of page that the account reaches by links, each once."""
    client = Client()
    client.force_login(Pengguna.objects.get(username=akun))
    lihat, antre, hasil = set(), ["/"], []
    while antre and len(hasil) < BATAS_HALAMAN:
        alamat = antre.pop(0)
        jenis = re.sub(r"\d+", "N", alamat.split("#")[0].split("?")[0])
        if jenis in lihat or "keluar" in alamat:
            continue
        lihat.add(jenis)
        kueri, ms, cpu, jawaban = ukur(client, alamat)
        if jawaban.status_code == 200 and "html" in jawaban["Content-Type"]:
            hasil.append((jenis, kueri, ms, cpu))
            tautan = re.findall(r'href="(/[^"#]*)"', jawaban.content.decode())
            antre += [t.replace("&amp;", "&") for t in tautan if not t.startswith("/static")]
    return hasil


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
    call_command("migrate", verbosity=0)
    mulai = time.perf_counter()
    call_command("isi_contoh", verbosity=0)
    print(f"isi_contoh, 40 naskah: {time.perf_counter() - mulai:.1f} s")
    while jalankan_antrean():
        pass
    semua = []
    for akun in AKUN:
        hasil = telusuri(akun)
        semua += hasil
        jenis, kueri, *_ = max(hasil, key=lambda h: h[1])
        ms, cpu = (statistics.median(h[i] for h in hasil) for i in (2, 3))
        print(
            f"{akun}: {len(hasil)} halaman, median {ms:.0f} ms (prosesor {cpu:.0f} ms), "
            f"terbanyak {kueri} kueri ({jenis})"
        )
    lambat = max(semua, key=lambda h: h[3])
    print(f"halaman terberat: {lambat[0]} {lambat[2]:.0f} ms (prosesor {lambat[3]:.0f} ms)")
    print(f"halaman di atas 12 kueri: {sorted({h[0] for h in semua if h[1] > 12}) or 'tidak ada'}")
    hasil, detik = bundel()
    print(f"bundel dengan {BARIS_MATRIK} baris matrik: {hasil.halaman} halaman, {detik:.1f} s")
    print(impor_panjang())
    print(f"mulai hangat sampai halaman pertama: {mulai_hangat():.1f} s")


if __name__ == "__main__":
    main()
