"""Queries and time at the server of every page of the demo, per role.

Builds the demo data (NASKAH, 200) in a throw-away directory, follows every link of every page as
each role, and measures up to SEJENIS pages of one kind. Also the first part of `make bench`, which
imports it before anything else: it sets the environment before Django starts.
"""

import os
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
SEMENTARA = tempfile.TemporaryDirectory(prefix="bench-kerjasama-")
os.environ |= {
    "VAR_DIR": SEMENTARA.name,
    "MODE_DEMO": "1",
    "FAKTOR_KEDUA": "0",
    "DIAM_MENIT": "0",  # once a minute a session notes its use, three statements of no page
    "DEBUG": "1",
    "LOG_LEVEL": "CRITICAL",
    "PUBLIK_PER_MENIT": "0",
    "EKSPOR_PER_MENIT": "0",
    "DOKUMEN_PER_MENIT": "0",
    "KEASLIAN_PER_MENIT": "0",
    "ALLOWED_HOSTS": "testserver",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}

import django  # noqa: E402 - the environment comes first

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import path  # noqa: E402

from config import urls  # noqa: E402
from inti.antrean import jalankan_antrean  # noqa: E402
from inti.models import Pengguna  # noqa: E402

settings.DEBUG = False  # needed no longer: the static files were found; queries are not kept
settings.ROOT_URLCONF = __name__
AKUN = ("staf", "tim", "ketua", "walikota", "pd", "mitra", "admin")
NASKAH = int(os.environ.get("NASKAH", "200"))
SEJENIS = int(os.environ.get("SEJENIS", "3"))
ULANG = int(os.environ.get("ULANG", "5"))
BATAS_KUERI, BATAS_MS = 12, 150


def kosong(request):
    """Nothing but the way here."""
    return HttpResponse("")


urlpatterns = [path("kosong/", kosong), *urls.urlpatterns]
handler400, handler500 = urls.handler400, urls.handler500


@dataclass(frozen=True)
class Halaman:
    """One page as one role asked for it; a kind is an address without its numbers."""

    akun: str
    jenis: str
    kueri: int
    ms: float
    cpu: float


def isi_data():
    """The demo data, and all work that waits done."""
    call_command("migrate", verbosity=0)
    mulai = time.perf_counter()
    call_command("isi_contoh", naskah=NASKAH, verbosity=0)
    print(f"isi_contoh, {NASKAH} naskah: {time.perf_counter() - mulai:.1f} s", flush=True)
    while jalankan_antrean():
        pass


def median(client, alamat, ulang=ULANG):
    """Median milliseconds by the clock and of the processor.

    On a busy machine the clock also counts the others; the processor's own time does not.
    """
    waktu, cpu = [], []
    for _ in range(ulang):
        mulai, kerja = time.perf_counter(), time.process_time()
        client.get(alamat)
        waktu.append((time.perf_counter() - mulai) * 1000)
        cpu.append((time.process_time() - kerja) * 1000)
    return statistics.median(waktu), statistics.median(cpu)


def telusuri(akun):
    """The pages that the account reaches by links, of each kind the first few."""
    client = Client()
    client.force_login(Pengguna.objects.get(username=akun))
    lihat, sejenis, antre, hasil = set(), Counter(), ["/"], []
    while antre:
        alamat = antre.pop(0)
        jenis = re.sub(r"\d+", "N", alamat.partition("?")[0])
        if alamat in lihat or sejenis[jenis] >= SEJENIS or "keluar" in alamat:
            continue
        lihat.add(alamat)
        sejenis[jenis] += 1
        with CaptureQueriesContext(connection) as kueri:
            jawaban = client.get(alamat)
        jumlah = len(kueri)
        if jawaban.status_code == 302:
            client.get(jawaban.url)  # shows why, so that no later page has to
        if jawaban.status_code == 200 and "html" in jawaban["Content-Type"]:
            hasil.append(Halaman(akun, jenis, jumlah, *median(client, alamat)))
            tautan = re.findall(r'href="(/[^"#]*)', jawaban.content.decode())
            antre += [t.replace("&amp;", "&") for t in tautan if not t.startswith("/static")]
    return hasil, median(client, "/kosong/", 50)


def terberat(semua):
    """Of each kind and role the page with most queries, and the slowest median."""
    per_jenis = {}
    for h in semua:
        per_jenis.setdefault((h.akun, h.jenis), []).append(h)
    return [
        Halaman(akun, jenis, *(max(getattr(h, n) for h in sama) for n in ("kueri", "ms", "cpu")))
        for (akun, jenis), sama in per_jenis.items()
    ]


def cetak(semua, dasar):
    """Every page, then a row for each role, then what is above the limits."""
    for h in sorted(semua, key=lambda h: (AKUN.index(h.akun), -h.ms)):
        print(f"{h.akun:9} {h.kueri:3} kueri {h.ms:6.0f} ms (prosesor {h.cpu:.0f}) {h.jenis}")
    print(
        "| Peran | Jenis halaman | Median (prosesor) | Paling lambat | Kueri terbanyak | Kosong |"
    )
    print("| --- | ---: | ---: | --- | --- | ---: |")
    for akun in AKUN:
        milik = [h for h in semua if h.akun == akun]
        ms, cpu = (statistics.median(getattr(h, n) for h in milik) for n in ("ms", "cpu"))
        lambat, banyak = max(milik, key=lambda h: h.ms), max(milik, key=lambda h: h.kueri)
        print(
            f"| {akun} | {len(milik)} | {ms:.0f} ms ({cpu:.0f} ms) | {lambat.ms:.0f} ms "
            f"(`{lambat.jenis}`) | {banyak.kueri} (`{banyak.jenis}`) | {dasar[akun][0]:.1f} ms |"
        )
    banyak = sorted({h.jenis for h in semua if h.kueri > BATAS_KUERI})
    lambat = sorted({h.jenis for h in semua if h.ms > BATAS_MS})
    print(f"di atas {BATAS_KUERI} kueri: {banyak or 'tidak ada'}")
    print(f"median di atas {BATAS_MS} ms: {lambat or 'tidak ada'}", flush=True)


def jalankan():
    """Measure and print."""
    isi_data()
    semua, dasar = [], {}
    for akun in AKUN:
        hasil, dasar[akun] = telusuri(akun)
        semua += terberat(hasil)
    cetak(semua, dasar)


if __name__ == "__main__":
    jalankan()
