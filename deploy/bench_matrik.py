"""Figures of the matrix editor with 500 rows: what the browser needs for each interaction.

Makes demo data in a throw-away directory, fills the matrix of one evaluasi, serves it, and drives
Chromium: opening, typing, moving, saving, scrolling. Every event that the browser reports (Event
Timing, from input to the next frame) is counted by what was done; beside them the weight of the
page, its queries and its server time. Run by `make bench-matrik`; `BARIS=100` makes it smaller.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
SEMENTARA = tempfile.TemporaryDirectory(prefix="bench-matrik-")
BARIS = int(os.environ.get("BARIS", "500"))
PORT = int(os.environ.get("PORT", "8196"))
SITUS = f"http://127.0.0.1:{PORT}"
os.environ |= {
    "VAR_DIR": SEMENTARA.name,
    "MODE_DEMO": "1",
    "DEBUG": "1",
    "LOG_LEVEL": "CRITICAL",
    "ALLOWED_HOSTS": "testserver,127.0.0.1",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}

import django  # noqa: E402 - the environment comes first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, reset_queries  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from inti.models import Pengguna  # noqa: E402
from pengawasan.models import BarisMatrik, Kegiatan, Rekomendasi  # noqa: E402

CATAT = """() => {
  window.lama = [];
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) window.lama.push([e.name, e.duration]);
  }).observe({ type: "event", durationThreshold: 16 });
}"""
PANJANG = "Kewajiban yang belum terpenuhi menurut laporan semester dan tinjau lokasi. " * 2


def isi_matrik():
    """An evaluasi whose matrix is open, with so many rows as are asked for."""
    kegiatan = Kegiatan.objects.filter(jenis="evaluasi", status="dilaksanakan").first()
    matrik, unit = kegiatan.matrik, kegiatan.naskah.perangkat_daerah.first()
    Rekomendasi.objects.filter(baris__matrik=matrik).update(
        status="saran", diputuskan_oleh=None, diputuskan_pada=None
    )
    mulai = matrik.baris.count() + 1
    teks = ("dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut", "keterangan")
    baru = BarisMatrik.objects.bulk_create(
        BarisMatrik(
            matrik=matrik, urutan=n, perangkat_daerah=unit, **dict.fromkeys(teks, f"{n} {PANJANG}")
        )
        for n in range(mulai, BARIS + 1)
    )
    Rekomendasi.objects.bulk_create(
        Rekomendasi(baris=b, jenis="d", uraian=f"Menagih {b.urutan}") for b in baru
    )
    return kegiatan


def ukur_server(kegiatan):
    """Queries, milliseconds and bytes of the page."""
    client = Client()
    client.force_login(Pengguna.objects.get(username="tim"))
    alamat = reverse("pengawasan:matrik-sunting", args=[kegiatan.pk])
    reset_queries()
    with CaptureQueriesContext(connection) as kueri:
        isi = client.get(alamat).content
    waktu = []
    for _ in range(5):
        mulai = time.perf_counter()
        client.get(alamat)
        waktu.append((time.perf_counter() - mulai) * 1000)
    print(
        f"{BARIS} baris: {len(kueri)} kueri, {statistics.median(waktu):.0f} ms di server, "
        f"{len(isi) / 1024:.0f} kB HTML"
    )
    return alamat


def lakukan(page, nama, kerja, ulang=5):
    """Do it some times; the slowest event of each time, in milliseconds."""
    paling = []
    for ke in range(ulang):
        page.evaluate("() => { window.lama = []; }")
        kerja(ke)
        page.wait_for_timeout(1_800)
        paling.append(max((lama for _, lama in page.evaluate("window.lama")), default=0))
    print(f"{nama}: median {statistics.median(paling):.0f} ms, paling lama {max(paling):.0f} ms")
    return max(paling)


def ukur_peramban(page, alamat):
    """Every kind of interaction, in the middle of the list."""
    page.goto(f"{SITUS}/masuk/")
    page.fill("[name=login]", "tim")
    page.fill("[name=password]", "contoh-kerjasama")
    page.click("main [type=submit], form [type=submit]")
    page.wait_for_url(lambda url: "/masuk/" not in url)
    page.goto(SITUS + alamat)
    page.evaluate(CATAT)
    tengah = BARIS // 2

    def buka(ke):
        page.locator("li.matrix-row").nth(tengah + ke).locator("[data-cell=solusi]").click()
        page.locator(".matrix-form").wait_for()

    def tutup(_):
        page.keyboard.press("Escape")
        page.wait_for_timeout(500)
        page.keyboard.press("Enter")
        page.locator(".matrix-form").wait_for()

    tekan = page.keyboard.press
    langkah = {
        "membuka baris": buka,
        "mengetik dan tersimpan sendiri": lambda _: page.keyboard.type("abc def"),
        "memindahkan baris": lambda _: tekan("Alt+ArrowUp"),
        "ke baris di bawahnya": lambda _: tekan("Control+ArrowDown"),
        "menutup dan membuka lagi": tutup,
        "baris baru": lambda _: tekan("Control+Enter"),
        "menutup baris yang kosong": lambda ke: tekan("Escape" if ke % 2 == 0 else "Control+Enter"),
    }
    hasil = [lakukan(page, nama, kerja) for nama, kerja in langkah.items()]
    print(f"interaksi paling lama: {max(hasil):.0f} ms (batas 200)")


def main():
    """Fill, serve, measure, stop."""
    call_command("migrate", verbosity=0)
    call_command("isi_rujukan", verbosity=0)
    call_command("isi_contoh", naskah=20, verbosity=0)
    alamat = ukur_server(isi_matrik())
    server = subprocess.Popen(
        [sys.executable, str(AKAR / "manage.py"), "runserver", "--noreload", str(PORT)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        tunggu()
        with sync_playwright() as p:
            browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            ukur_peramban(browser.new_page(viewport={"width": 1280, "height": 900}), alamat)
            browser.close()
    finally:
        server.terminate()
        server.wait()


def tunggu():
    """Until the server answers."""
    for _ in range(100):
        try:
            urlopen(f"{SITUS}/masuk/").close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.3)
        else:
            return


if __name__ == "__main__":
    main()
