"""Figures of what is printed: seconds, memory and bytes of bundles, short and long.

Takes the demo's largest matrix, brings it to so many rows, and makes the bundle as a warm worker
does, with tags (PDF/A-3a); beside it, in turn, plain WeasyPrint in one process and Chromium on the
same HTML. Then a report with and without 200 pages of attachments. Run by `make bench-pdf`.
"""

import hashlib
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from itertools import cycle, islice
from pathlib import Path
from threading import Event, Thread
from unittest import mock

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
SEMENTARA = tempfile.TemporaryDirectory(prefix="bench-pdf-")
os.environ |= {
    "VAR_DIR": SEMENTARA.name,
    "MODE_DEMO": "1",
    "LOG_LEVEL": "CRITICAL",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}

import django  # noqa: E402 - the environment comes first

django.setup()

import pikepdf  # noqa: E402
from django.core.management import call_command  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from inti.antrean import jalankan_antrean  # noqa: E402
from pelaporan import pdf  # noqa: E402
from pelaporan.models import Bundel  # noqa: E402
from pelaporan.queries.lampiran import berkas_cuplikan  # noqa: E402

# Rows, and how often ours and the plain one are timed in turn: the machine may be busy.
BARIS = {10: 5, 200: 5, 1_000: 1}
HALAMAN_LAMPIRAN = 200
PDF = "application/pdf"
JEDA = 0.02
# Plain WeasyPrint, with the same assets and options, and nothing of ours around it.
POLOS = """
import json, sys, time
from base64 import b64decode
from pathlib import Path
masukan = json.load(sys.stdin)
mulai = time.perf_counter()
from weasyprint import HTML, urls
class Aset(urls.URLFetcher):
    def fetch(self, url, headers=None):
        if gambar := masukan["gambar"].get(url):
            return urls.URLFetcherResponse(url, b64decode(gambar), {"Content-Type": "image/png"})
        path = Path(masukan["aset"][url])
        tipe = {".css": "text/css", ".woff2": "font/woff2"}.get(path.suffix, "image/svg+xml")
        return urls.URLFetcherResponse(url, path.read_bytes(), {"Content-Type": tipe})
HTML(string=masukan["html"], base_url="aset:", url_fetcher=Aset()).write_pdf(
    pdf_variant="pdf/a-3a" if masukan["arsip"] else None, dpi=200, jpeg_quality=85)
print(time.perf_counter() - mulai)
"""


def berbaris(isi, jumlah):
    """The snapshot with so many rows in its matrix, and without a mitra's PDF: with tags."""
    for lampiran in isi["lampiran"]:
        lampiran["berkas"] = [b for b in lampiran.get("berkas", ()) if b["tipe"] != PDF]
        if lampiran["jenis"] == "matrik":
            lampiran["baris"] = [dict(b) for b in islice(cycle(lampiran["baris"]), jumlah)]
    return isi


def baris_matrik(isi):
    """The rows of a snapshot's matrix; a report on pemantauan has none."""
    return next((b["baris"] for b in isi["lampiran"] if b["jenis"] == "matrik"), [])


def terpanjang():
    """The snapshot with most rows."""
    return max((b.isi for b in Bundel.objects.all()), key=lambda isi: len(baris_matrik(isi)))


def susun(isi, berkas):
    """The bundle, its seconds, and what the child was given."""
    with mock.patch.object(pdf, "_anak", wraps=pdf._anak) as anak:  # noqa: SLF001 - what is measured
        mulai = time.perf_counter()
        hasil = pdf.bundel_pdf(isi, berkas)
        return hasil, time.perf_counter() - mulai, anak.call_args.args[1]


@contextmanager
def puncak():
    """The most memory meanwhile, in MB: of all processes that render, and of the largest."""
    hasil, selesai = [0, 0], Event()

    def pantau():
        while not selesai.wait(JEDA):
            ukuran = [memori(pid) for pid in kelompok()]
            # What several share is counted once in the sum, and for each on its own.
            hasil[0] = max(hasil[0], sum(pss for pss, _ in ukuran))
            hasil[1] = max([hasil[1], *(rss for _, rss in ukuran)])

    benang = Thread(target=pantau)
    benang.start()
    try:
        yield hasil
    finally:
        selesai.set()
        benang.join()


def kelompok():
    """The processes that render."""
    for satu in Path("/proc").glob("[0-9]*"):
        with suppress(ProcessLookupError):
            if os.getpgid(int(satu.name)) == pdf.HANGAT.pid:
                yield satu


def memori(proses):
    """What is its share, and what it has, in MB."""
    try:
        baris = (proses / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0, 0
    ada = {b.split()[0]: int(b.split()[1]) // 1024 for b in baris[1:]}
    return ada["Pss:"], ada["Rss:"]


def polos(masukan):
    """Seconds of one plain process on the same HTML, its start apart."""
    hasil = subprocess.run(
        [sys.executable, "-c", POLOS],
        input=json.dumps(masukan).encode(),
        capture_output=True,
        check=True,
    )
    return float(hasil.stdout)


def peramban(html):
    """Seconds that a warm Chromium needs to print the same HTML, without its assets."""
    with sync_playwright() as p:
        buka = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        halaman = buka.new_page()
        halaman.set_content("hangat")
        halaman.pdf()
        mulai = time.perf_counter()
        halaman.set_content(html)
        halaman.pdf()
        lama = time.perf_counter() - mulai
        buka.close()
    return lama


def matrik(jumlah, ulang):
    """One line for that number of rows; the ratio is the median of those taken in turn."""
    isi = terpanjang()
    berkas = berkas_cuplikan(isi)
    susun(berbaris(terpanjang(), 1), berkas)
    lama, nisbah, sidik = [], [], set()
    for _ in range(ulang):
        hasil, detik, masukan = susun(berbaris(terpanjang(), jumlah), berkas)
        lama.append(detik)
        nisbah.append(detik / polos(masukan))
        sidik.add(hashlib.sha256(hasil.isi).digest())
    with puncak() as megabita:
        sidik.add(hashlib.sha256(susun(berbaris(terpanjang(), jumlah), berkas)[0].isi).digest())
    layar = peramban(masukan["html"])
    tengah = statistics.median(lama)
    print(
        f"matrik {jumlah:,} baris: {hasil.halaman} halaman, {tengah:.2f} s, "
        f"{1_000 * tengah / jumlah:.0f} ms per baris; "
        f"{'byte yang sama' if len(sidik) == 1 else 'BYTE BERBEDA'} bila diulang; "
        f"puncak {megabita[1]} MB proses terbesar, {megabita[0]} MB semua proses bersama; "
        f"{statistics.median(nisbah):.2f} x WeasyPrint polos (berselang-seling {ulang} kali: "
        f"{' '.join(f'{n:.2f}' for n in nisbah)}); "
        f"Chromium hangat {layar:.1f} s ({tengah / layar:.1f} x lebih cepat); "
        f"beban {os.getloadavg()[0]:.1f}",
        flush=True,
    )


def lampiran():
    """A report with 200 pages of a mitra beside the same report without them."""
    isi = next(b.isi for b in Bundel.objects.all() if any("berkas" in x for x in b.isi["lampiran"]))
    berkas = berkas_cuplikan(isi)
    tanpa = min(susun(isi, berkas)[1] for _ in range(3))
    banyak = io.BytesIO()
    with pikepdf.new() as tebal:
        for _ in range(HALAMAN_LAMPIRAN):
            tebal.add_blank_page()
        tebal.save(banyak)
    path = Path(SEMENTARA.name) / "tebal.pdf"
    path.write_bytes(banyak.getvalue())
    satu = next(f for x in isi["lampiran"] for f in x.get("berkas", ()))
    satu |= {"tipe": PDF}
    semua = {**berkas, satu["pk"]: path}
    hasil, dengan = min((susun(isi, semua)[:2] for _ in range(3)), key=lambda h: h[1])
    print(
        f"lampiran {HALAMAN_LAMPIRAN} halaman: {hasil.halaman} halaman, {dengan:.1f} s, "
        f"{dengan - tanpa:+.1f} s dari laporan yang sama tanpa itu ({tanpa:.1f} s)"
    )


def main():
    """Print the figures."""
    call_command("migrate", verbosity=0)
    call_command("isi_contoh", verbosity=0)
    while jalankan_antrean():
        pass
    for jumlah, ulang in BARIS.items():
        matrik(jumlah, ulang)
    lampiran()


if __name__ == "__main__":
    main()
