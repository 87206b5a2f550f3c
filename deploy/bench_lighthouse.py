"""Lighthouse scores of the ten main pages, as a phone on a slow network would have them.

Serves a demo site of its own, signs in as each role and runs Lighthouse (from npm) in Debian's
Chromium with its simulated phone. The median of ULANG (3) runs; exits with 1 when a score is below
95. Run by `make bench-lighthouse`.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from gambar import KONTEKS, MEJA_KETUA, NASKAH, PERAMBAN, masuk, situs
from playwright.sync_api import sync_playwright

LIGHTHOUSE = ["npx", "--yes", "lighthouse@12.8.2"]
KATEGORI = ("performance", "accessibility", "best-practices")
BENDERA = " ".join(["--headless", "--disable-gpu", "--disable-sync", *PERAMBAN["args"]])
TERENDAH = 95
ULANG = int(os.environ.get("ULANG", "3"))


@dataclass(frozen=True)
class Halaman:
    """A page, who looks at it, and the link on it that is followed first, if any."""

    nama: str
    akun: str
    mulai: str
    ikuti: str = ""


UTAMA = (
    Halaman("masuk", "", "/masuk/"),
    Halaman("beranda staf", "staf", "/"),
    Halaman("register naskah", "staf", "/kerja-sama/naskah/"),
    Halaman("satu naskah", "staf", "/kerja-sama/naskah/", NASKAH),
    Halaman("jadwal", "staf", "/pengawasan/jadwal/"),
    Halaman(
        "satu kegiatan",
        "staf",
        "/pengawasan/kegiatan/",
        "main tbody a[href^='/pengawasan/kegiatan/']",
    ),
    Halaman("kalender", "staf", "/kalender/"),
    Halaman("dasbor", "walikota", "/dasbor/"),
    Halaman("laporan di meja ketua", "ketua", "/pelaporan/meja-ketua/", MEJA_KETUA),
    Halaman("beranda mitra", "mitra", "/"),
)


def main() -> None:
    """Print one line a page; the exit status says whether all are good enough."""
    kurang = []
    with situs() as alamat, sync_playwright() as playwright, tempfile.TemporaryDirectory() as kerja:
        peramban = playwright.chromium.launch(**PERAMBAN)
        tujuan = [(satu, *_buka(peramban, alamat, satu)) for satu in UTAMA]
        peramban.close()
        for satu, url, kuki in tujuan:
            nilai = _median([_jalankan(url, kuki, Path(kerja)) for _ in range(ULANG)])
            print(satu.nama, *(f"{k} {n:.0f}" for k, n in nilai.items()), sep=", ", flush=True)
            kurang += [satu.nama for n in nilai.values() if n < TERENDAH]
    sys.exit(f"Di bawah {TERENDAH}: {', '.join(kurang)}" if kurang else 0)


def _buka(peramban, alamat: str, satu: Halaman) -> tuple[str, str]:
    """The page's address, and the cookies of who may see it."""
    konteks = peramban.new_context(**KONTEKS)
    page = konteks.new_page()
    masuk(page, alamat, satu.akun)
    page.goto(alamat + satu.mulai)
    if satu.ikuti:
        page.goto(alamat + page.locator(satu.ikuti).first.get_attribute("href"))
    kuki = "; ".join(f"{k['name']}={k['value']}" for k in konteks.cookies())
    url = page.url
    konteks.close()
    return url, kuki


def _jalankan(url: str, kuki: str, kerja: Path) -> dict[str, float]:
    """One run's scores; repeated once when Chromium lost its trace."""
    kepala, hasil = kerja / "kepala.json", kerja / "hasil.json"
    kepala.write_text(json.dumps({"Cookie": kuki} if kuki else {}))
    perintah = [
        *LIGHTHOUSE, url, "--quiet", "--output=json", f"--output-path={hasil}",
        f"--extra-headers={kepala}", f"--only-categories={','.join(KATEGORI)}",
        f"--chrome-flags={BENDERA}",
    ]  # fmt: skip
    lingkungan = os.environ | {"CHROME_PATH": PERAMBAN["executable_path"]}
    for _ in range(2):
        subprocess.run(perintah, env=lingkungan, check=False, stderr=subprocess.DEVNULL)
        kategori = json.loads(hasil.read_text())["categories"]
        if all(kategori[k]["score"] is not None for k in KATEGORI):
            return {k: kategori[k]["score"] * 100 for k in KATEGORI}
    sys.exit(f"Lighthouse tidak menilai {url}")


def _median(semua: list[dict[str, float]]) -> dict[str, float]:
    return {k: statistics.median(satu[k] for satu in semua) for k in KATEGORI}


if __name__ == "__main__":
    main()
